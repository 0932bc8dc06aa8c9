// Every email that the service can send: those of THE LIST, the letters about forms that were not sent yet, and about somebody's own account.
import { shownDate } from '../../forms/document-texts.ts'
import { observerInterest } from '../../forms/observer-interest/form.ts'
import type { Language } from '../../kernel/languages.ts'
import { LINK_PURPOSES, type LinkPurpose } from '../../staff/sign-in/words.ts'
import { OFFLINE_WORDS } from '../../submissions/offline/words.ts'
import { LINK_LETTERS } from '../account/link-letters.ts'
import { DRAFT_LETTER_NAMES, DRAFT_LETTERS, type DraftLetterName } from '../applicant/draft-letters.ts'
import type { Audience, Notification } from '../define-notification.ts'
import type { Office } from '../facts.ts'
import { NOTIFICATIONS } from '../index.ts'
import { render, type Rendered } from '../render.ts'
import { DAILY_DIGEST, digestFacts, digestLetter, openDigest } from '../staff/daily-digest.ts'
import { TO_BE_SORTED, TO_BE_SORTED_LETTER } from '../staff/to-be-sorted.ts'
import { withPlaceholders } from '../wording/placeholders.ts'
import {
  digestLetterOf,
  draftLetterOf,
  letterOf,
  messageOf,
  OPEN_DRAFT,
  OPEN_SORTING,
  sortingLetterOf,
  wordingKey,
  type Wordings,
} from '../wording/reword.ts'
import { digestExample } from '../wording/digest-example.ts'
import { circumstancesOf, sentencesIn, sentencesOf, type Sentence } from '../wording/sentences.ts'
import { CONDITIONS, DRAFT_TRIGGERS, LINK_TRIGGERS, RECIPIENTS, TRIGGERS } from './triggers.ts'

export interface CatalogueEmail {
  name: string
  title: string
  about: 'case' | 'office' | 'account'
  audience: Audience
  triggers: string[]
  condition: string
  recipient: string
  sentences: (language: Language) => Sentence[]
  /** As it would read, with made-up facts: the usual case, and as many more as it takes to show each of the sentences `shown`. */
  examples: (order: ExampleOrder) => Rendered[]
}

interface ExampleOrder {
  language: Language
  /** The words that are tried, by the sentence of the code. */
  words: Readonly<Record<string, string>>
  at: Date
}

const OFFICE: Office = { timeZone: 'UTC', contactEmail: 'justice@example.org' }
const EXAMPLE_NAME = 'Mohamed Kamara'
const EXAMPLE_LINK = 'https://justice.example.org/sign-in/link/…'

export const EMAILS: readonly CatalogueEmail[] = [
  ...NOTIFICATIONS.map(ofCase),
  ...DRAFT_LETTER_NAMES.map(ofDraft),
  ofSorting(),
  ofDigest(),
  ...LINK_PURPOSES.map(ofAccount),
]

function ofCase(notification: Notification): CatalogueEmail {
  const { name, audience, on, to } = notification
  return {
    name,
    title: titleOf(name),
    about: 'case',
    audience,
    triggers: on.map(type => TRIGGERS[type] ?? type),
    condition: CONDITIONS[name] ?? '',
    recipient: RECIPIENTS[to],
    sentences: language => sentencesOf(notification, language),
    examples: ({ language, words, at }) => {
      const wordings = wordingsOf(name, language, words)
      return telling(notification, language, Object.keys(words)).map(facts => {
        const { message } = messageOf(notification, language, facts, wordings)
        const { theCase, office } = facts
        const { reference } = theCase
        return render({ message, audience, language, name: EXAMPLE_NAME, reference, office, at })
      })
    },
  }
}

function ofDraft(name: DraftLetterName): CatalogueEmail {
  const audience = 'applicant'
  return {
    name,
    title: titleOf(name),
    about: 'office',
    audience,
    triggers: [DRAFT_TRIGGERS[name]],
    condition: '',
    recipient:
      name === 'draft-way-back' || name === 'draft-reminder'
        ? 'The address that was given for it'
        : 'Whoever mailed the form',
    sentences: language => sentencesIn([DRAFT_LETTERS[name][language](OPEN_DRAFT)]),
    examples: ({ language, words, at }) => {
      const facts = {
        form: observerInterest.title[language],
        until: shownDate(language, at.toISOString().slice(0, 10)),
        why: OFFLINE_WORDS[language].refused.broken,
        url: `https://justice.example.org/${language}/…`,
      }
      const { message } = draftLetterOf(name, language, facts, wordingsOf(name, language, words))
      return [render({ message, audience, language, name: '', reference: '', office: OFFICE, at })]
    },
  }
}

function ofSorting(): CatalogueEmail {
  const audience = 'staff'
  return {
    name: TO_BE_SORTED,
    title: titleOf(TO_BE_SORTED),
    about: 'office',
    audience,
    triggers: ['A message that belongs to no case, or a request held as possible spam, waits for a person'],
    condition: 'Once on a working day, whatever waits.',
    recipient: RECIPIENTS['role:coordinator'],
    sentences: language => sentencesIn([TO_BE_SORTED_LETTER[language](OPEN_SORTING)]),
    examples: ({ language, words, at }) => {
      const since = shownDate(language, at.toISOString().slice(0, 10))
      const mailUrl = 'https://justice.example.org/desk/mail'
      const heldUrl = 'https://justice.example.org/desk/cases?view=quarantine'
      const facts = { waiting: '3', messages: '2', requests: '1', since, mailUrl, heldUrl }
      const { message } = sortingLetterOf(language, facts, wordingsOf(TO_BE_SORTED, language, words))
      return [render({ message, audience, language, name: EXAMPLE_NAME, reference: '', office: OFFICE, at })]
    },
  }
}

function ofDigest(): CatalogueEmail {
  const audience = 'staff'
  const factsIn = (language: Language, day: string) =>
    digestFacts(language, day, digestExample(day), 'https://justice.example.org')
  return {
    name: DAILY_DIGEST,
    title: titleOf(DAILY_DIGEST),
    about: 'office',
    audience,
    triggers: ['A working day begins, at the hour of the service standard'],
    condition:
      'Only to whom anything waits, who is not away, and who has not switched it off in their account.',
    recipient: 'Everybody who works on cases',
    sentences: language => sentencesIn([digestLetter(language)(openDigest(factsIn(language, '2026-11-24')))]),
    examples: ({ language, words, at }) => {
      const facts = factsIn(language, at.toISOString().slice(0, 10))
      const { message } = digestLetterOf(language, facts, wordingsOf(DAILY_DIGEST, language, words))
      return [render({ message, audience, language, name: EXAMPLE_NAME, reference: '', office: OFFICE, at })]
    },
  }
}

function ofAccount(purpose: LinkPurpose): CatalogueEmail {
  const audience = 'staff'
  return {
    name: purpose,
    title: `Link: ${titleOf(purpose).toLowerCase()}`,
    about: 'account',
    audience,
    triggers: [LINK_TRIGGERS[purpose]],
    condition: '',
    recipient: 'The person themselves',
    sentences: language => sentencesIn([LINK_LETTERS[purpose][language](EXAMPLE_LINK)]),
    examples: ({ language, words, at }) => {
      const { message } = letterOf(purpose, language, EXAMPLE_LINK, wordingsOf(purpose, language, words))
      return [render({ message, audience, language, name: EXAMPLE_NAME, reference: '', office: OFFICE, at })]
    },
  }
}

const wordingsOf = (name: string, language: Language, sentences: Record<string, string>): Wordings =>
  new Map([[wordingKey(name, language), { version: 1, sentences }]])

/** The usual circumstances, and others in which one of the sentences is said that was not said before. */
function telling(notification: Notification, language: Language, wanted: readonly string[]) {
  const left = new Set(wanted)
  return circumstancesOf(notification, language).filter((facts, index) => {
    const open = withPlaceholders(facts)
    const said = sentencesIn([notification.text[language](open.facts, open.say)])
    const found = said.filter(({ text }) => left.delete(text))
    return index === 0 || found.length > 0
  })
}

function titleOf(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1).replaceAll('-', ' ')
}
