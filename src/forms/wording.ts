// The form as it was worded when somebody answered it. Kept beside the answers, so that both can be read for ever.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../events/hash-chain.ts'
import type { Language, Text } from '../kernel/languages.ts'
import type { Form } from './define-form.ts'
import type { Kind, Question, QuestionMeta } from './question.ts'

/** A question in one language. Choices are a list, because jsonb does not keep the order of keys. */
export interface WordedItem {
  label: string
  hint?: string
  kind: Kind
  required: boolean
  restricted?: true
  when?: { question: string; is: readonly (string | boolean)[]; text: string }
  choices?: { value: string; label: string }[]
  questions?: WordedQuestion[]
  item?: WordedItem
}

export interface WordedQuestion extends WordedItem {
  name: string
}

export interface Wording {
  /** SHA-256 of the canonical JSON of all the rest, in hex. */
  id: string
  form: string
  version: number
  language: Language
  title: string
  sections: { title: string; questions: WordedQuestion[] }[]
}

/** The name of a wording: SHA-256 of the canonical JSON of all that it says, in hex. */
export const wordingId = (content: Omit<Wording, 'id'>): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

const known = new WeakMap<Form, Map<Language, Wording>>()

/** The form's wording in the language: made once, frozen, the same object ever after. */
export function wordingOf(form: Form, language: Language): Wording {
  const wordings = known.get(form) ?? new Map<Language, Wording>()
  known.set(form, wordings)
  const wording = wordings.get(language) ?? frozen(worded(form, language))
  wordings.set(language, wording)
  return wording
}

function worded(form: Form, language: Language): Wording {
  const content = {
    form: form.name,
    version: form.version,
    language,
    title: form.title[language],
    sections: form.sections.map(section => ({
      title: section.title[language],
      questions: section.questions.map(question => wordedQuestion(question, language)),
    })),
  }
  return { id: wordingId(content), ...content }
}

const wordedQuestion = (question: Question, language: Language): WordedQuestion => ({
  name: question.name,
  ...wordedItem(question, language),
})

function wordedItem(meta: QuestionMeta, language: Language): WordedItem {
  const say = (text: Text) => text[language]
  return {
    label: say(meta.label),
    ...(meta.hint && { hint: say(meta.hint) }),
    kind: meta.kind,
    required: meta.required,
    ...(meta.restricted && { restricted: true as const }),
    ...(meta.when && { when: { ...meta.when, text: say(meta.when.text) } }),
    ...(meta.choices && { choices: meta.choices.map(({ value, label }) => ({ value, label: say(label) })) }),
    ...(meta.questions && { questions: meta.questions.map(question => wordedQuestion(question, language)) }),
    ...(meta.item && { item: wordedItem(meta.item, language) }),
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}
