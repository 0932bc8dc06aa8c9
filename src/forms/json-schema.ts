// The form for whoever builds a client: JSON Schema 2020-12 of what to send, with the words to show.
import { z } from 'zod'
import type { Language, Text } from '../kernel/languages.ts'
import type { Form } from './define-form.ts'
import { metaOf, type Kind, type Question, type QuestionMeta } from './question.ts'

export type JsonSchema = Record<string, unknown>

/**
 * JSON Schema of the form's answers. `title` and `description` are in the language (English if none is given).
 * `x-kind` says how to ask, `x-labels` holds each choice's label in every language: `{ value: { en, fr, es } }`,
 * `x-restricted` marks what few may read. Country names and those of OGP members are not in it.
 * Conditions are in the descriptions in words, and as `if`/`then`/`else` under `allOf`.
 */
export function formDescription(form: Form, language: Language = 'en'): JsonSchema {
  const schema = z.toJSONSchema(form.answers, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const meta = metaOf(zodSchema)
      if (meta) Object.assign(jsonSchema, described(meta, language))
    },
  })
  const { $schema, ...body } = schema
  return {
    $schema,
    title: form.title[language],
    description: form.intro[language],
    'x-form': form.name,
    'x-version': form.version,
    'x-sections': form.sections.map(({ title, questions }) => ({
      title: title[language],
      questions: questions.map(({ name }) => name),
    })),
    ...body,
    allOf: form.questions.flatMap(asCondition),
    ...(form.example && { examples: [form.example] }),
  }
}

function described(meta: QuestionMeta, language: Language): JsonSchema {
  const condition = meta.when && `${ASKED_ONLY[language]} ${meta.when.text[language]}.`
  const description = [meta.hint?.[language], condition].filter(Boolean).join(' ')
  return {
    title: meta.label[language],
    ...(description && { description }),
    ...(FORMATS[meta.kind] && { format: FORMATS[meta.kind] }),
    'x-kind': meta.kind,
    ...(meta.choices && {
      'x-labels': Object.fromEntries(meta.choices.map(({ value, label }) => [value, label])),
    }),
    ...(meta.restricted && { 'x-restricted': true }),
  }
}

const FORMATS: Partial<Record<Kind, string>> = { email: 'email', date: 'date', 'web-address': 'uri' }

const ASKED_ONLY: Text = {
  en: 'Asked only',
  fr: 'Question posée uniquement',
  es: 'Solo se pregunta',
  pt: 'Pergunta feita apenas',
  ar: 'لا يُطرح هذا السؤال إلا',
}

function asCondition({ name, when }: Question): JsonSchema[] {
  if (!when) return []
  return [
    {
      if: { required: [when.question], properties: { [when.question]: { enum: when.is } } },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      then: { required: [name] },
      else: { properties: { [name]: false } },
    },
  ]
}
