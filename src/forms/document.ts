// A submission as a person reads it, made only from the frozen wording and the answers.
import type { Language } from '../kernel/languages.ts'
import { isAsked } from './conditions.ts'
import { DOCUMENT_TEXTS, regionName, shownDate, shownFile } from './document-texts.ts'
import type { WordedItem, WordedQuestion, Wording } from './wording.ts'

export interface Row {
  question: string
  /** One answer, several, or the rows of a group or of each item of a list. */
  answer: string | string[] | Row[]
  /** False when nothing was answered; `answer` then says so. */
  answered: boolean
}

export interface Document {
  form: string
  language: Language
  title: string
  sections: { title: string; rows: Row[] }[]
}

interface Options {
  /** Also what only organisers of a meeting may read. */
  withRestricted?: boolean
  /** Names an OGP member by its slug; without it the slug is shown. */
  jurisdictionName?: (id: string) => string
}

type Answers = Readonly<Record<string, unknown>>

/**
 * The document in the wording's language. A question that was not asked has no row; one that was not answered says so.
 * Sections without rows are left out. The answers may have been through JSON.
 */
export function documentOf(wording: Wording, answers: object, options: Options = {}): Document {
  const { language, form, title } = wording
  const context = { ...options, language }
  const sections = wording.sections
    .map(section => ({ title: section.title, rows: rowsOf(section.questions, answers as Answers, context) }))
    .filter(({ rows }) => rows.length > 0)
  return { form, language, title, sections }
}

/** Whether a row's answer is rows in turn. */
export const isNested = (row: Row): row is Row & { answer: Row[] } =>
  Array.isArray(row.answer) && typeof row.answer[0] === 'object'

interface Context extends Options {
  language: Language
}

const rowsOf = (questions: readonly WordedQuestion[], answers: Answers, context: Context): Row[] =>
  questions
    .filter(question => context.withRestricted || !question.restricted)
    .filter(question => isAsked(question.when, answers))
    .map(question => rowOf(question, question.label, answers[question.name], context))

function rowOf(question: WordedItem, label: string, answer: unknown, context: Context): Row {
  if (answer === undefined || answer === null || (Array.isArray(answer) && answer.length === 0)) {
    return { question: label, answer: DOCUMENT_TEXTS[context.language].notAnswered, answered: false }
  }
  return { question: label, answer: shown(question, answer, context), answered: true }
}

function shown(question: WordedItem, answer: unknown, context: Context): Row['answer'] {
  if (question.questions) return rowsOf(question.questions, answer as Answers, context)
  const { item } = question
  if (!item)
    return Array.isArray(answer)
      ? answer.map(one => value(question, one, context))
      : value(question, answer, context)
  const items = answer as unknown[]
  return item.kind === 'group'
    ? items.map((one, at) => rowOf(item, `${item.label} ${at + 1}`, one, context))
    : items.map(one => value(item, one, context))
}

function value(question: WordedItem, answer: unknown, { language, jurisdictionName }: Context): string {
  if (question.kind === 'file') return shownFile(language, answer)
  if (typeof answer === 'boolean') return DOCUMENT_TEXTS[language][answer ? 'yes' : 'no']
  const text = String(answer)
  if (question.choices) return question.choices.find(choice => choice.value === text)?.label ?? text
  if (question.kind === 'country') return regionName(language, text)
  if (question.kind === 'date') return shownDate(language, text)
  if (question.kind === 'jurisdiction') return jurisdictionName?.(text) ?? text
  return text
}
