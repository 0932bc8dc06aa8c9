// What a schema cannot know: the day of the check, which OGP members there are, which files were brought.
import type { Form } from './define-form.ts'
import { addError, isReported, type Found } from './field-errors.ts'
import type { FieldCode } from './messages.ts'
import { EARLIEST_YEAR } from './place-and-time-questions.ts'
import type { Question, QuestionMeta } from './question.ts'

export interface Days {
  /** `yyyy-mm-dd` */
  earliest: string
  latestYear: number
}

/** What is known on the day of the check. */
interface Known {
  days: Days
  isJurisdiction: (id: string) => boolean
  isUpload: (token: string) => boolean
}

/** The earliest day and the latest year that it is anywhere at that moment: from UTC−12 to UTC+14. */
export function daysAnywhere(now: Date): Days {
  const momentAt = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString()
  return { earliest: momentAt(-12).slice(0, 10), latestYear: Number(momentAt(14).slice(0, 4)) }
}

/** Adds the answers that are wrong on this day, or name no member. `input` may be wrong in any other way. */
export function addDependent(found: Found, form: Form, input: unknown, known: Known): void {
  for (const { path, meta, answer } of dependentQuestions(form).flatMap(question =>
    leaves([], question, input),
  )) {
    const code = isReported(found, path) ? undefined : wrong(meta, answer, known)
    if (code) addError(found, path, code, { min: EARLIEST_YEAR, max: known.days.latestYear })
  }
}

function wrong(
  meta: QuestionMeta,
  answer: unknown,
  { isJurisdiction, isUpload, days }: Known,
): FieldCode | undefined {
  if (meta.kind === 'year' && typeof answer === 'number' && answer > days.latestYear)
    return 'year-out-of-range'
  if (typeof answer !== 'string') return undefined
  if (meta.kind === 'jurisdiction' && !isJurisdiction(answer.trim())) return 'unknown-jurisdiction'
  if (meta.kind === 'file' && !isUpload(answer)) return 'unknown-file'
  if (meta.fromToday && answer.trim() < days.earliest) return 'date-in-the-past'
  return undefined
}

const dependent = new WeakMap<Form, readonly Question[]>()

function dependentQuestions(form: Form): readonly Question[] {
  const questions = dependent.get(form) ?? form.questions.filter(isDependent)
  dependent.set(form, questions)
  return questions
}

const isDependent = (meta: QuestionMeta): boolean =>
  meta.kind === 'year' ||
  meta.kind === 'jurisdiction' ||
  meta.kind === 'file' ||
  meta.fromToday === true ||
  (meta.questions ?? []).some(isDependent) ||
  (meta.item !== undefined && isDependent(meta.item))

interface Leaf {
  path: PropertyKey[]
  meta: QuestionMeta
  answer: unknown
}

function leaves(above: readonly PropertyKey[], question: Question, parent: unknown): Leaf[] {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, question.name)) return []
  return leavesOf([...above, question.name], question, (parent as Record<string, unknown>)[question.name])
}

function leavesOf(path: PropertyKey[], meta: QuestionMeta, answer: unknown): Leaf[] {
  const { questions, item } = meta
  if (questions) return questions.flatMap(question => leaves(path, question, answer))
  if (!item) return [{ path, meta, answer }]
  return Array.isArray(answer)
    ? answer.slice(0, meta.max).flatMap((one, at) => leavesOf([...path, at], item, one))
    : []
}
