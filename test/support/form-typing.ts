// A form filled in as a person would: the fields of each page, from the answers that are meant.
import type { Form } from '../../src/forms/define-form.ts'
import { countField } from '../../src/forms/paging/fields.ts'
import { within, type Typed } from '../../src/forms/paging/typed.ts'
import type { Question, QuestionMeta } from '../../src/forms/question.ts'

/** What has to be typed into the questions for these answers. */
const typing = (questions: readonly Question[], answers: Record<string, unknown>): Typed =>
  Object.assign({}, ...questions.map(question => fields(question, question.name, answers[question.name])))

/** All of a form, from its example. */
export const typedExample = (form: Form, overrides: Record<string, unknown> = {}): Typed =>
  typing(form.questions, { ...form.example, ...overrides })

/** The form without a connection as “Save my answers” makes it. */
export const filledIn = (html: string, typed: Typed, more: Record<string, unknown> = {}) =>
  html.replace(/(<script type="application\/json"[^>]*>)(.*?)(<\/script>)/s, (_, begin, json, end) => {
    const content = { ...(JSON.parse(json as string) as object), typed, ...more }
    return `${begin}${JSON.stringify(content).replaceAll('<', '\\u003c')}${end}`
  })

function fields(question: QuestionMeta, name: string, answer: unknown): Record<string, string | string[]> {
  if (answer === undefined) return {}
  const { item, questions } = question
  if (questions) {
    const given = answer as Record<string, unknown>
    return Object.assign(
      {},
      ...questions.map(inner => fields(inner, within(name, inner.name), given[inner.name])),
    )
  }
  if (item) {
    const items = answer as unknown[]
    return Object.assign(
      { [countField(name)]: String(items.length) },
      ...items.map((one, at) => fields(item, within(name, at), one)),
    )
  }
  if (question.kind === 'date') {
    const [year = '', month = '', day = ''] = (answer as string).split('-')
    return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year }
  }
  if (Array.isArray(answer)) return { [name]: answer.map(String) }
  if (answer === true) return { [name]: 'yes' }
  return { [name]: answer === false ? 'no' : `${answer as string | number}` }
}
