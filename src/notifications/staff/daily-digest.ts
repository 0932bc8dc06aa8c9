// The email that tells a person, once on a working day, what there is for them to do: no event on a case brings it to a list.
import { shownDate } from '../../forms/document-texts.ts'
import { publicStatusLabel, STATE, type State } from '../../cases/states.ts'
import type { Language, Text } from '../../kernel/languages.ts'
import { heading, link, list, paragraph, type Message } from '../message.ts'
import { DIGEST_WORDS } from './digest-words.ts'

export const DAILY_DIGEST = 'daily-digest'

/** In the order in which they are read. */
export const DIGEST_SECTIONS = ['late', 'dueSoon', 'recommended', 'unassigned', 'newlyYours'] as const
export type DigestSection = (typeof DIGEST_SECTIONS)[number]

export interface DigestCase {
  reference: string
  organisation: string
  state: State
  /** `YYYY-MM-DD`. */
  dueOn: string
}

type Counts = Readonly<Record<DigestSection, string>>

/** The counts as words: empty where nothing is listed. */
export interface DigestFacts extends Counts {
  /** In words. */
  day: string
  sections: readonly { name: DigestSection; cases: readonly DigestCase[]; url: string }[]
  accountUrl: string
}

interface Found {
  name: DigestSection
  /** In words. */
  count: string
  cases: readonly DigestCase[]
  /** The query of the inbox that shows all of it. */
  view: string
}

/** `day`: `YYYY-MM-DD`. */
export function digestFacts(
  language: Language,
  day: string,
  found: readonly Found[],
  publicUrl: string,
): DigestFacts {
  const countOf = (name: DigestSection) => found.find(section => section.name === name)?.count ?? ''
  const counts = Object.fromEntries(DIGEST_SECTIONS.map(name => [name, countOf(name)])) as Counts
  const sections = found.map(({ name, cases, view }) => ({
    name,
    cases,
    url: `${publicUrl}/desk/cases?${view}`,
  }))
  return { ...counts, day: shownDate(language, day), sections, accountUrl: `${publicUrl}/desk/account` }
}

/** The same headings with placeholders for what a sentence may name. */
export const openDigest = (facts: DigestFacts): DigestFacts => ({
  ...facts,
  ...(Object.fromEntries(DIGEST_SECTIONS.map(name => [name, `{${name}}`])) as Counts),
  day: '{day}',
})

export const digestLetter =
  (language: Language) =>
  (facts: DigestFacts): Message => {
    const words = DIGEST_WORDS[language]
    return {
      subject: words.subject(facts.day),
      lines: [
        ...facts.sections.flatMap(({ name, cases, url }) => [
          heading(`${words.sections[name]} (${facts[name]})`),
          list(...cases.map(theCase => line(language, theCase))),
          link(words.inbox, url),
        ]),
        paragraph(words.discretion),
        paragraph(words.atMost),
        link(words.switchOff, facts.accountUrl),
      ],
    }
  }

/** What an applicant is not told of: else staff read what they do. */
const OWN_STATES: Partial<Readonly<Record<State, Text>>> = {
  'awaiting-applicant': {
    en: 'Waiting for the applicant',
    fr: 'En attente du demandeur',
    es: 'En espera del solicitante',
    pt: 'À espera do requerente',
    ar: 'بانتظار مقدّم الطلب',
  },
  recommended: {
    en: 'Recommended',
    fr: 'Recommandation donnée',
    es: 'Con recomendación',
    pt: 'Com recomendação',
    ar: 'صدرت توصية',
  },
}

// The day first: it is of the email's language, and decides the direction of the line.
function line(language: Language, { reference, organisation, state, dueOn }: DigestCase) {
  const stateWords = (OWN_STATES[state] ?? publicStatusLabel[STATE[state].publicStatus])[language]
  const due = DIGEST_WORDS[language].due(shownDate(language, dueOn))
  return { label: reference, value: `${due} · ${stateWords} · ${organisation}` }
}
