// A message made ready to be shown: framed, cleaned, and no longer than it may be.
import type { ApplicantLinkPurpose } from '../cases/applicant/tables.ts'
import { directionOf, type Language } from '../kernel/languages.ts'
import { isNested, type Row } from '../forms/document.ts'
import { manyLines, oneLine } from './clean.ts'
import type { Audience } from './define-notification.ts'
import type { Office } from './facts.ts'
import { LETTER_WORDS } from './letter-words.ts'
import type { Block, Message } from './message.ts'
import { timeZoneIn } from './say.ts'
import { spaced } from './typography.ts'

export interface Letter {
  message: Message
  audience: Audience
  language: Language
  /** Of the recipient; empty when it is not known. */
  name: string
  /** Empty where the letter is about no case but about the reader's own account. */
  reference: string
  /** Names in the message that people gave themselves: they keep their own direction in a sentence of ours. */
  names?: readonly string[]
  office: Office
  /** When it is written. */
  at: Date
  /** By which an applicant follows the case, or confirms something. */
  link?: { purpose: ApplicantLinkPurpose; url: string } | undefined
}

/** What text and HTML have in common. */
export interface Sheet {
  language: Language
  direction: 'ltr' | 'rtl'
  /** What stands in our sentences without being of their language. */
  names: readonly string[]
  house: string
  title: string
  greeting: string
  blocks: readonly Block[]
  /** Of the answers' document, the first so many rows are shown. */
  rows: number
  /** Under the answers, if not all are shown. */
  answersCut: string
  closing: string[]
  footer: string[]
}

/** The rows of a document that were answered: a copy does not repeat what nobody said. */
export const answeredRows = (rows: readonly Row[]): Row[] =>
  rows.filter(row => row.answered && hasAnswer(row))

const hasAnswer = (row: Row): boolean => !isNested(row) || answeredRows(row.answer).length > 0

/** How many answers the message could show. */
export function rowsIn({ lines }: Message): number {
  const sections = lines.flatMap(line => (line.kind === 'answers' ? line.document.sections : []))
  return sections.reduce((sum, { rows }) => sum + answeredRows(rows).length, 0)
}

/** The sheet with so many answers, and people's words cut to so many characters. */
export function sheetOf(letter: Letter, rows: number, quoteLength: number): Sheet {
  const { message, language, audience, reference, office, at } = letter
  const words = LETTER_WORDS[language]
  const ours = (text: string) => spaced(language, manyLines(text))
  const days = words.days(timeZoneIn(language, office.timeZone, at))
  const outside = audience !== 'staff'
  return {
    language,
    direction: directionOf(language),
    names: [letter.name, reference, office.contactEmail, ...(letter.names ?? [])].map(ours),
    house: words.house,
    title: ours(message.subject),
    greeting: ours(words.greeting(oneLine(letter.name))),
    blocks: withLink(letter).map(block => made(block, ours, quoteLength, words.wordsCut(reference))),
    rows,
    answersCut: rows < rowsIn(message) ? ours(words.answersCut(rows, rowsIn(message), reference)) : '',
    closing: outside ? [words.closing, words.signature].map(ours) : [],
    footer: (reference === ''
      ? [words.toOwner(office.contactEmail)]
      : [outside ? words.reach(office.contactEmail, reference) : words.toStaff, days]
    ).map(ours),
  }
}

// Where the copy of the answers begins, the reader has what they need: the link stands before it.
function withLink({ message: { lines }, link, language }: Letter): readonly Block[] {
  if (!link) return lines
  const block = { kind: 'link', text: LETTER_WORDS[language].links[link.purpose], url: link.url } as const
  const copy = lines.findIndex((line, at) => line.kind === 'heading' && lines[at + 1]?.kind === 'answers')
  return copy === -1 ? [...lines, block] : [...lines.slice(0, copy), block, ...lines.slice(copy)]
}

function made(block: Block, ours: (text: string) => string, quoteLength: number, cut: string): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, text: ours(block.text) }
    case 'link':
      return { ...block, text: ours(block.text), url: webAddress(block.url) }
    case 'list':
      return {
        ...block,
        items: block.items.map(({ label, value }) => ({ label: ours(label), value: oneLine(value, 400) })),
      }
    case 'quote':
      return { ...block, text: shortened(manyLines(block.text), quoteLength, ours(cut)) }
    case 'answers':
      return block
  }
}

function shortened(text: string, length: number, cut: string): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length).join('').trimEnd()}…\n\n${cut}`
}

// A link of any other kind is a mistake of ours.
function webAddress(url: string): string {
  if (/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return new URL(url).href
  throw new Error('A link in an email has to begin with https:// or http://.')
}
