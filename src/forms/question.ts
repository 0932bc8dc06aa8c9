// What a question is: a zod schema that also knows how it is asked. Everything else about a form derives from this pair.
import { z } from 'zod'
import type { Text } from '../kernel/languages.ts'

export const KINDS = [
  'text',
  'long-text',
  'choice',
  'choices',
  'email',
  'phone',
  'web-address',
  'date',
  'year',
  'yes-no',
  'declaration',
  'jurisdiction',
  'country',
  'time-zone',
  'group',
  'list',
  'files',
  'file',
] as const
export type Kind = (typeof KINDS)[number]

/** How a question is put. `restricted`: shown only to those who need it, and erased first. */
export interface Ask {
  label: Text
  hint?: Text
  restricted?: true
}

/** The question is asked only when another one is answered with one of `is`. `text` says so, after "asked only": "if …". */
export interface Condition {
  question: string
  is: readonly (string | boolean)[]
  text: Text
}

export interface Choice {
  value: string
  label: Text
}

export interface QuestionMeta extends Ask {
  kind: Kind
  required: boolean
  /** Of a date: not before the day on which it is checked. */
  fromToday?: true
  when?: Condition
  choices?: readonly Choice[]
  /** Of a group. */
  questions?: readonly Question[]
  /** Of a list or of choices: how many at most. */
  max?: number
  /** Of a long text: its bound, in words or in characters. */
  longest?: { words: number } | { characters: number }
  /** Of a list: the question that is repeated. */
  item?: QuestionMeta
}

export interface Question extends QuestionMeta {
  name: string
}

export type Shape = Record<string, z.ZodType>

const registry = z.registry<QuestionMeta>()

/** What was said about the question that this schema checks; `undefined` for a schema that is no question. */
export const metaOf = (schema: z.core.$ZodType): QuestionMeta | undefined => registry.get(schema as z.ZodType)

/** Makes a question of a schema. */
export function question<T extends z.ZodType>(
  schema: T,
  kind: Kind,
  ask: Ask,
  more: Partial<QuestionMeta> = {},
): T {
  const { label, hint, restricted } = ask
  const meta: QuestionMeta = { kind, required: true, label, ...more }
  if (hint) meta.hint = hint
  if (restricted) meta.restricted = restricted
  registry.add(schema, meta)
  return schema
}

/** The question need not be answered. */
export const optional = <T extends z.ZodType>(schema: T): z.ZodOptional<T> =>
  asked(schema, { required: false })

/** The question must be answered when the condition holds, and must be left out when it does not. Top level of a form only. */
export const onlyWhen = <T extends z.ZodType>(when: Condition, schema: T): z.ZodOptional<T> =>
  asked(schema, { required: false, when })

function asked<T extends z.ZodType>(schema: T, more: Partial<QuestionMeta>): z.ZodOptional<T> {
  const wrapped = schema.optional()
  registry.add(wrapped, { ...requiredMeta(schema), ...more })
  return wrapped
}

/** The questions of an object, in the order in which they are asked. Throws when a member of the shape is no question. */
export const questionsOf = (shape: Shape): Question[] =>
  Object.entries(shape).map(([name, schema]) => ({ name, ...requiredMeta(schema, name) }))

export function requiredMeta(schema: z.ZodType, name = 'a schema'): QuestionMeta {
  const meta = metaOf(schema)
  if (!meta) throw new Error(`${name} is not a question: make it with a builder of forms/questions.ts.`)
  return meta
}
