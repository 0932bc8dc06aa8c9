// What stands in a sentence for what an email knows: `{organisation}`, `{byDue}`. Pure.
import type { Facts } from '../facts.ts'
import type { Say } from '../say.ts'

const TEXTS = {
  reference: ({ theCase }) => theCase.reference,
  organisation: ({ theCase }) => theCase.organisation,
  yourRequest: (_, say) => say.yourRequest,
  request: (_, say) => say.request,
  writeToUs: (_, say) => say.writeToUs,
  useLinkOrWrite: (_, say) => say.useLinkOrWrite,
  contactEmail: ({ office }) => office.contactEmail,
  assignee: ({ assignee }) => assignee?.name ?? '',
  by: ({ event }) => event.by?.name ?? '',
  about: ({ event }) => event.about?.name ?? '',
  original: ({ original }) => original ?? '',
  meeting: ({ event }) => event.words['meeting'] ?? '…',
  explanation: ({ routing }, say) => (routing === null ? '' : say.explanation(routing)),
} as const satisfies Record<string, (facts: Facts, say: Say) => string>

/** The days that a sentence can name; with `by` in front the same as “by Monday …”, or nothing where there is no day. */
const DAYS = {
  received: ({ theCase }) => theCase.receivedAt,
  today: ({ event }) => event.at,
  firstLook: ({ promised }) => promised.firstLook,
  decision: ({ promised }) => promised.decision,
  due: ({ event }) => event.dueAt,
  caseDue: ({ theCase }) => theCase.dueAt,
  newDue: ({ event }) => dayOf(event.details['newDueAt']),
  deferredTo: ({ event }) => textOf(event.details['deferredTo']),
} as const satisfies Record<string, (facts: Facts) => Date | string | null>

type Day = keyof typeof DAYS
const DAY_NAMES = Object.keys(DAYS) as Day[]

/** What can be put into any sentence of an email about a case; other placeholders belong to the sentence that has them. */
export const ALWAYS_KNOWN = [
  'reference',
  'organisation',
  'yourRequest',
  'request',
  'writeToUs',
  'useLinkOrWrite',
  'received',
]

const PLACEHOLDER = /\{([^{}\s]*)\}/g
// A day with its “by” brings its own space, and leaves none behind where there is no day.
const WITH_SPACE = / ?\{(\w+)\}/g

/** The names of the placeholders in a sentence, in order, each once. */
export const placeholdersIn = (sentence: string): string[] => [
  ...new Set([...sentence.matchAll(PLACEHOLDER)].map(([, name = '']) => name)),
]

/** The sentence with what the email knows in place of its placeholders. */
export const filledIn = (sentence: string, facts: Facts, say: Say): string =>
  sentence
    .replace(WITH_SPACE, (found, name: string) => {
      const value = valueOf(name, facts, say)
      return found.startsWith(' ') && !isBy(name) ? ` ${value}` : value
    })
    .trim()

function valueOf(name: string, facts: Facts, say: Say): string {
  if (isText(name)) return TEXTS[name](facts, say)
  const day = DAY_NAMES.find(one => one === name || byName(one) === name)
  if (day === undefined) return `{${name}}`
  const value = DAYS[day](facts)
  if (name !== day) return say.by(value)
  return value === null ? '' : say.day(value)
}

/**
 * The same facts with placeholders for what is known, and phrases that write them: a text that is given both comes out as
 * the sentences that an editor sees, and in the same order as with the facts themselves.
 */
export function withPlaceholders(facts: Facts): { facts: Facts; say: Say } {
  const { event, theCase, office } = facts
  const named = <Named extends { name: string } | null>(person: Named, name: string): Named =>
    person === null ? person : { ...person, name: `{${name}}` }
  return {
    facts: {
      ...facts,
      event: {
        ...event,
        at: marker('today'),
        by: named(event.by, 'by'),
        about: named(event.about, 'about'),
        dueAt: marker('due'),
        words: { ...event.words, ...(event.words['meeting'] !== undefined && { meeting: '{meeting}' }) },
        details: {
          ...event.details,
          newDueAt: marker('newDue').toISOString(),
          deferredTo: marker('deferredTo').toISOString().slice(0, 10),
        },
      },
      theCase: {
        ...theCase,
        reference: '{reference}',
        organisation: '{organisation}',
        receivedAt: marker('received'),
        dueAt: marker('caseDue'),
      },
      promised: { firstLook: marker('firstLook'), decision: marker('decision') },
      assignee: named(facts.assignee, 'assignee'),
      original: facts.original === null ? null : '{original}',
      office: { ...office, contactEmail: '{contactEmail}' },
    },
    say: {
      yourRequest: '{yourRequest}',
      request: '{request}',
      writeToUs: '{writeToUs}',
      useLinkOrWrite: '{useLinkOrWrite}',
      day: day => `{${marked(day)}}`,
      by: day => (day === null ? '' : ` {${byName(marked(day))}}`),
      country: code => code,
      explanation: () => '{explanation}',
    },
  }
}

// Each day is marked by one of its own, long before any case.
const EPOCH = Date.UTC(1900, 0, 1)
const DAY_MS = 86_400_000
const marker = (day: Day) => new Date(EPOCH + DAY_NAMES.indexOf(day) * DAY_MS)
const marked = (day: Date | string): Day =>
  DAY_NAMES[Math.floor((new Date(day).getTime() - EPOCH) / DAY_MS)] ?? 'today'

const byName = (day: string) => `by${day.slice(0, 1).toUpperCase()}${day.slice(1)}`
const isBy = (name: string) => DAY_NAMES.some(day => byName(day) === name)
const isText = (name: string): name is keyof typeof TEXTS => Object.hasOwn(TEXTS, name)
const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
const dayOf = (value: unknown) => (typeof value === 'string' ? new Date(value) : null)
