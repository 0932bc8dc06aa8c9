// Where on which page what somebody typed has to be corrected. The check is the API's own.
import type { Language } from '../../kernel/languages.ts'
import type { FieldError } from '../../kernel/problem.ts'
import { checkAnswers, type Circumstances } from '../check-answers.ts'
import type { Form } from '../define-form.ts'
import type { FieldCode } from '../messages.ts'
import type { Question, QuestionMeta } from '../question.ts'
import { pageMessage } from './page-messages.ts'
import { pagedForm, type FormPage } from './split-pages.ts'
import { answersTyped, typedItems, within, type Typed } from './typed.ts'

/** One wrong field. `field` names it on its page; `page` is missing for what is declared at the end. */
export interface TypedError {
  page?: FormPage
  field: string
  message: string
}

/** The answers, or every wrong field in the order of the pages, never both. */
export function checkTyped<Answers>(
  form: Form<Answers>,
  typed: Typed,
  circumstances: Circumstances,
): { answers: Answers; errors?: undefined } | { answers?: undefined; errors: TypedError[] } {
  const { answers, errors } = checkAnswers(form, answersTyped(form, typed), circumstances)
  if (!errors) return { answers }
  const found = errors.map(error => typedError(form, typed, error, circumstances))
  const order = placesOf(form)
  const rank = ({ page, field }: TypedError) => [
    page ? pagedForm(form).pages.indexOf(page) : Infinity,
    order.findIndex(name => field === name || field.startsWith(`${name}.`)),
  ]
  return {
    errors: found.toSorted((a, b) => {
      const [[pageA = 0, placeA = 0], [pageB = 0, placeB = 0]] = [rank(a), rank(b)]
      return pageA === pageB ? placeA - placeB : pageA - pageB
    }),
  }
}

const placesOf = (form: Form): string[] =>
  form.questions.flatMap(question => [
    ...(question.questions ?? []).map(inner => within(question.name, inner.name)),
    question.name,
  ])

function typedError(
  form: Form,
  typed: Typed,
  { pointer, code, message }: FieldError,
  { language }: Circumstances,
): TypedError {
  const steps = pointer.split('/').slice(1)
  const [name = ''] = steps
  const question = form.questions.find(other => other.name === name)
  const { field, meta, label } = question
    ? fieldAt(question, steps.slice(1), typed, language)
    : { field: name, meta: undefined, label: '' }
  const page = pagedForm(form).pages.find(other => holds(other, steps))
  return {
    ...(page && { page }),
    field,
    message: meta ? pageMessage(meta, label, code as FieldCode, message, language) : message,
  }
}

// Empty items of a list are left out of the answers, so an answer's place is not its place on the page.
function fieldAt(
  question: Question,
  steps: readonly string[],
  typed: Typed,
  language: Language,
): { field: string; meta: QuestionMeta; label: string } {
  let field = question.name
  let label = question.label[language]
  let meta: QuestionMeta = question
  for (const step of steps) {
    if (meta.item) {
      field = within(field, typedItems(meta, field, typed)[Number(step)] ?? Number(step))
      label = `${meta.item.label[language]} ${Number(step) + 1}`
      meta = meta.item
    } else {
      const inner = meta.questions?.find(({ name }) => name === step)
      if (!inner) break
      field = within(field, step)
      label = `${label} – ${inner.label[language]}`
      meta = inner
    }
  }
  return { field, meta, label }
}

function holds(page: FormPage, [name, inner]: readonly string[]): boolean {
  const question = page.questions.find(other => other.name === name)
  if (!question) return false
  return question.kind !== 'group' || inner === undefined
    ? true
    : (question.questions ?? []).some(other => other.name === inner)
}
