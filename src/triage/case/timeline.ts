// What happened on a case, told for people.
import { EVENT_TITLES, whoDid } from '../../cases/event-titles.ts'
import { hoursIn, hoursOf } from '../../meetings/hours.ts'
import type { auditTrail } from '../case-view.ts'

const WORD_LABELS: Readonly<Record<string, string>> = {
  reason: 'Reason',
  wouldChange: 'What would change it',
  anotherLook: 'How to ask for another look',
  handOver: 'For whoever takes it over',
  message: 'Message',
  answer: 'Answer',
  refusedFiles: 'Files that were not taken',
  name: 'Name',
  phone: 'Telephone',
  email: 'Email',
  emailBefore: 'Before',
  meeting: 'Meeting',
  meetingBefore: 'Title before',
  place: 'Place',
  placeBefore: 'Place before',
  link: 'Link',
  linkBefore: 'Link before',
  agenda: 'Agenda',
}

export interface TimelineEntry {
  position: number
  at: string
  title: string
  who: string
  details: string
  /** What a person wrote with it. */
  words: { label: string; text: string }[]
  isNote: boolean
  /** Whether the applicant was written to. */
  toApplicant: boolean
  /** Of the merged case on which it happened; empty for the case itself. */
  on: string
}

/** More than any case has; what came after would be missing on the page. */
export const MOST_EVENTS = 1000

type AuditEntry = Awaited<ReturnType<typeof auditTrail>>[number]

// Beside whom it says what a person wrote: who reads it first is the applicant.
const TO_APPLICANT = new Set([
  'case.ask',
  'case.decided',
  'message.sent',
  'case.delayed',
  'applicant.request-refused',
  'meeting.invited',
  'meeting.changed',
  'meeting.cancelled',
  'meeting.invitation-withdrawn',
])

/** The audit trail as a timeline; people are named by `names`, keyed by staff id. */
export const timeline = (
  entries: readonly AuditEntry[],
  names: ReadonlyMap<string, string>,
  on = '',
): TimelineEntry[] =>
  entries.map(({ position, at, type, actor, details, words }) => ({
    position,
    at,
    title: EVENT_TITLES[type] ?? type,
    who: whoDid(actor, names),
    details: detailsOf(type, details, names),
    words: wordsOf(words ?? {}),
    isNote: type === 'note.added',
    toApplicant: TO_APPLICANT.has(type),
    on,
  }))

// One text speaks for itself; of several it is said which is which.
function wordsOf(words: Readonly<Record<string, string>>): TimelineEntry['words'] {
  const entries = Object.entries(words)
  const isAlone = entries.length < 2
  return Object.keys(WORD_LABELS)
    .filter(name => words[name] !== undefined)
    .concat(entries.map(([name]) => name).filter(name => WORD_LABELS[name] === undefined))
    .map(name => ({ label: isAlone ? '' : (WORD_LABELS[name] ?? ''), text: words[name] ?? '' }))
}

// What the event names is somebody else than who did it.
const ASKED = new Set(['case.reviewer-asked'])
const nameIn = (names: ReadonlyMap<string, string>, id: string) => names.get(id) ?? 'someone who has left'

const CODES = [
  'outcome',
  'recommendation',
  'reasonCode',
  'deferredTo',
  'original',
  'duplicate',
  'request',
  'way',
  'why',
] as const

function detailsOf(
  type: string,
  details: Record<string, unknown>,
  names: ReadonlyMap<string, string>,
): string {
  const { assigneeId, mentions, staffId, rating } = details
  const told = Array.isArray(mentions)
    ? [mentions.map(id => names.get(String(id)) ?? 'someone who has left').join(', ')]
    : []
  const to = typeof assigneeId === 'string' ? [`to ${names.get(assigneeId) ?? 'someone who has left'}`] : []
  const codes = CODES.map(code => details[code]).filter(value => typeof value === 'string')
  const asked = typeof staffId === 'string' && ASKED.has(type) ? [nameIn(names, staffId)] : []
  const rated = typeof rating === 'number' ? [`${rating} of 5`] : []
  const held = Array.isArray(details['quarantine'])
    ? [`and held for a person: ${details['quarantine'].map(plainCode).join(', ')}`]
    : []
  return [
    ...to,
    ...asked,
    ...told,
    ...rated,
    ...codes.map(plainCode),
    ...held,
    ...meetingHours(details),
  ].join(', ')
}

function meetingHours(details: Record<string, unknown>): string[] {
  const hours = hoursOf(details)
  return hours === undefined ? [] : [hoursIn('en', hours)]
}

// A reference is no code: it keeps its dash.
const plainCode = (code: unknown): string => {
  const text = String(code)
  return /^[A-Z]{3}-/.test(text) || /^\d{4}-/.test(text) ? text : text.replaceAll('-', ' ')
}
