// An email in other words: sentence by sentence, by what the code would have said. Pure.
import type { Language } from '../../kernel/languages.ts'
import type { LinkPurpose } from '../../staff/sign-in/words.ts'
import { LINK_LETTERS } from '../account/link-letters.ts'
import { DRAFT_LETTERS, type DraftFacts, type DraftLetterName } from '../applicant/draft-letters.ts'
import type { Notification } from '../define-notification.ts'
import type { Facts } from '../facts.ts'
import type { Block, Message } from '../message.ts'
import { sayIn } from '../say.ts'
import { DAILY_DIGEST, digestLetter, openDigest, type DigestFacts } from '../staff/daily-digest.ts'
import { TO_BE_SORTED, TO_BE_SORTED_LETTER, type SortingFacts } from '../staff/to-be-sorted.ts'
import { filledIn, withPlaceholders } from './placeholders.ts'

export interface Wording {
  version: number
  /** The new words by the sentence of the code that they stand for, both with placeholders. */
  sentences: Readonly<Record<string, string>>
}

/** The wordings in force by email and language; what is not there reads as the code says. */
export type Wordings = ReadonlyMap<string, Wording>

interface Worded {
  message: Message
  wordingVersion: number | null
}

/** What letters that are about no case know, as placeholders. */
export const OPEN_DRAFT: DraftFacts = { form: '{form}', until: '{until}', why: '{why}', url: '' }
export const OPEN_SORTING: SortingFacts = {
  waiting: '{waiting}',
  messages: '',
  requests: '',
  since: '',
  mailUrl: '',
  heldUrl: '',
}

export const wordingKey = (email: string, language: Language): string => `${email} ${language}`

/** What the email says to its reader, and the version of the wording that it says it in; none for the code's own. */
export function messageOf(
  { name, text }: Pick<Notification, 'name' | 'text'>,
  language: Language,
  facts: Facts,
  wordings: Wordings,
): Worded {
  const say = sayIn(language, facts)
  const message = text[language](facts, say)
  const wording = wordings.get(wordingKey(name, language))
  if (!wording) return { message, wordingVersion: null }
  const open = withPlaceholders(facts)
  const pattern = text[language](open.facts, open.say)
  const fill = (sentence: string) => filledIn(sentence, facts, say)
  return { message: reworded(message, pattern, wording.sentences, fill), wordingVersion: wording.version }
}

/** As `messageOf`, for a letter about somebody's own account: it knows nothing of a case, and its sentences no placeholders. */
export function letterOf(purpose: LinkPurpose, language: Language, url: string, wordings: Wordings): Worded {
  const message = LINK_LETTERS[purpose][language](url)
  const wording = wordings.get(wordingKey(purpose, language))
  if (!wording) return { message, wordingVersion: null }
  return {
    message: reworded(message, message, wording.sentences, words => words),
    wordingVersion: wording.version,
  }
}

/** As `messageOf`, for a letter about a form that was not sent yet. */
export const draftLetterOf = (
  name: DraftLetterName,
  language: Language,
  facts: DraftFacts,
  wordings: Wordings,
): Worded =>
  wordedLetter(DRAFT_LETTERS[name][language], facts, OPEN_DRAFT, wordings.get(wordingKey(name, language)))

/** As `messageOf`, for the letter about what waits to be sorted. */
export const sortingLetterOf = (language: Language, facts: SortingFacts, wordings: Wordings): Worded =>
  wordedLetter(
    TO_BE_SORTED_LETTER[language],
    facts,
    OPEN_SORTING,
    wordings.get(wordingKey(TO_BE_SORTED, language)),
  )

/** As `messageOf`, for a person's digest of a day. */
export const digestLetterOf = (language: Language, facts: DigestFacts, wordings: Wordings): Worded =>
  wordedLetter(
    digestLetter(language),
    facts,
    openDigest(facts),
    wordings.get(wordingKey(DAILY_DIGEST, language)),
  )

/** `open`: a placeholder for each of the facts that a sentence may name. */
function wordedLetter<Known extends object>(
  text: (known: Known) => Message,
  facts: Known,
  open: Known,
  wording: Wording | undefined,
): Worded {
  const message = text(facts)
  if (!wording) return { message, wordingVersion: null }
  const known = new Map(Object.entries(facts).map(([name, value]) => [`{${name}}`, String(value)]))
  const fill = (sentence: string) => sentence.replaceAll(/\{\w+\}/g, found => known.get(found) ?? found)
  return { message: reworded(message, text(open), wording.sentences, fill), wordingVersion: wording.version }
}

/** `pattern`: the same message with placeholders, block by block. What has no new words stays as it is. */
function reworded(
  message: Message,
  pattern: Message,
  sentences: Wording['sentences'],
  fill: (sentence: string) => string,
): Message {
  const subject = sentences[pattern.subject]
  return {
    subject: subject === undefined ? message.subject : fill(subject),
    lines: message.lines.flatMap((block, at) => {
      const sentence = sentenceOf(pattern.lines[at])
      const words = sentence === undefined ? undefined : sentences[sentence]
      return words === undefined ? [block] : inOtherWords(block, words, fill)
    }),
  }
}

/** The words of a block that are ours to change: not a list of facts, nor what somebody else wrote. */
const sentenceOf = (block: Block | undefined): string | undefined =>
  block && 'text' in block && block.kind !== 'quote' ? block.text : undefined

// An empty line makes two paragraphs; no words at all leave the sentence out.
function inOtherWords(block: Block, words: string, fill: (sentence: string) => string): Block[] {
  if (block.kind !== 'paragraph') return 'text' in block ? [{ ...block, text: fill(words) }] : [block]
  return words
    .split(/\n\s*\n/)
    .map(part => fill(part.replace(/\s+/g, ' ')))
    .filter(text => text !== '')
    .map(text => ({ kind: 'paragraph', text }))
}
