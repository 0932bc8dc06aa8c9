// What somebody typed into a form's fields, and the answers that it means. Nothing is refused here: what is wrong stays as it is
// and is found by the form's own check.
import type { Form } from '../define-form.ts'
import type { Question, QuestionMeta } from '../question.ts'

/** Field names with what was typed; several values where several boxes were ticked. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** The name of a field inside another: `contact.email`, `representatives.0.name`. */
export const within = (outer: string, inner: string | number): string => `${outer}.${inner}`

/** The single value of a field, as it was typed. */
export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

export const typedTexts = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** The answers as the API takes them, from all that was typed: only to what is asked. */
export function answersTyped(form: Form, typed: Typed): Record<string, unknown> {
  const asked = askedAmong(form.questions, typed)
  const entries = asked.map((question): [string, unknown] => [
    question.name,
    answerTo(question.when ? { ...question, required: true } : question, question.name, typed),
  ])
  return given(entries)
}

/** The questions that are asked, given what was typed so far. One that depends on what is not asked is not asked either. */
export function askedAmong(questions: readonly Question[], typed: Typed): Question[] {
  const byName = new Map(questions.map(question => [question.name, question]))
  const isAsked = ({ when }: Question, depth: number): boolean => {
    if (!when) return true
    const deciding = byName.get(when.question)
    if (!deciding || depth > questions.length || !isAsked(deciding, depth + 1)) return false
    return when.is.includes(answerTo(deciding, deciding.name, typed) as string | boolean)
  }
  return questions.filter(question => isAsked(question, 0))
}

/** Which of a list's items something was typed into, by their places on the page. */
export function typedItems(list: QuestionMeta, name: string, typed: Typed): number[] {
  const places = Array.from({ length: list.max ?? 0 }, (_, at) => at)
  return places.filter(at => isTyped(within(name, at), typed))
}

const isTyped = (name: string, typed: Typed): boolean =>
  Object.entries(typed).some(
    ([field, value]) =>
      (field === name || field.startsWith(`${name}.`)) &&
      (typeof value === 'string' ? value.trim() !== '' : value.length > 0),
  )

function answerTo(question: QuestionMeta, name: string, typed: Typed): unknown {
  const text = typedText(typed, name)
  const answer = text.trim() === '' ? undefined : text
  switch (question.kind) {
    case 'group':
      return groupTyped(question, name, typed)
    case 'list':
      return listTyped(question, name, typed)
    case 'choices':
    case 'files':
      return answer === undefined ? undefined : [...typedTexts(typed, name)]
    case 'yes-no':
      return ({ yes: true, no: false } as Record<string, boolean>)[text]
    case 'declaration':
      return text === 'yes' ? true : undefined
    case 'year':
      return answer !== undefined && /^\d{1,6}$/.test(answer.trim()) ? Number(answer) : answer
    case 'date':
      return dateTyped(name, typed)
    default:
      return answer
  }
}

function groupTyped(group: QuestionMeta, name: string, typed: Typed): Record<string, unknown> | undefined {
  if (!group.required && !isTyped(name, typed)) return undefined
  const entries = (group.questions ?? []).map((inner): [string, unknown] => [
    inner.name,
    answerTo(inner, within(name, inner.name), typed),
  ])
  return given(entries)
}

const given = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, answer]) => answer !== undefined))

// A list that has to have somebody in it has a first item, so that what is missing is told at its fields.
function listTyped(list: QuestionMeta, name: string, typed: Typed): unknown[] | undefined {
  const { item } = list
  if (!item) return undefined
  const places = typedItems(list, name, typed)
  if (places.length === 0 && !list.required) return undefined
  if (places.length === 0) return item.kind === 'group' ? [{}] : []
  return places.map(at => answerTo({ ...item, required: true }, within(name, at), typed))
}

// Three fields; where they make no day they are handed on as they are, so that the check can say so.
function dateTyped(name: string, typed: Typed): string | undefined {
  const [year, month, day] = (['year', 'month', 'day'] as const).map(part =>
    typedText(typed, within(name, part)).trim(),
  ) as [string, string, string]
  if (year === '' && month === '' && day === '') return undefined
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
}
