// The questions that a form can ask. Each builder returns the zod schema of the answer.
import { z } from 'zod'
import type { Text } from '../kernel/languages.ts'
import { failure, manyLines, oneLine } from './bounded-string.ts'
import { question, questionsOf, requiredMeta, type Ask, type Shape } from './question.ts'

/** One line of text. */
export const text = (ask: Ask & { max: number; min?: number }) =>
  question(oneLine(ask.min ?? 1, ask.max), 'text', ask)

/** Several lines of at most `maxWords` words, or of at most `max` characters. */
export function longText(ask: Ask & ({ max: number } | { maxWords: number })) {
  if ('max' in ask)
    return question(manyLines(ask.max), 'long-text', ask, { longest: { characters: ask.max } })
  const max = ask.maxWords
  const schema = manyLines(max * LONGEST_WORD, value => {
    const given = wordCount(value, max)
    return given > max ? failure('too-many-words', { max, given }) : undefined
  })
  return question(schema, 'long-text', ask, { longest: { words: max } })
}

const LONGEST_WORD = 20

function wordCount(value: string, max: number): number {
  // So short a text cannot hold more words than that: the common case is not counted.
  if (value.length < max * 2) return 0
  return value.match(/\S+/g)?.length ?? 0
}

/** The words that a choice offers: each value with its label. */
export type Choices = Readonly<Record<string, Text>>
type ValueOf<C extends Choices> = Extract<keyof C, string>

/** One of the values offered. */
export const choice = <C extends Choices>(choices: C, ask: Ask) =>
  question(z.enum(valuesOf(choices)), 'choice', ask, { choices: listed(choices) })

/** Several of the values offered: at least one unless `min` says otherwise, none of them twice. */
export function choices<C extends Choices>(offered: C, ask: Ask & { min?: number; max?: number }) {
  const values = valuesOf(offered)
  const max = ask.max ?? values.length
  const schema = z
    .array(z.enum(values))
    .min(ask.min ?? 1)
    .max(max)
    .refine(given => new Set(given).size === given.length, failure('duplicate'))
  return question(schema, 'choices', ask, { choices: listed(offered), max })
}

const valuesOf = <C extends Choices>(offered: C) => Object.keys(offered) as ValueOf<C>[]
const listed = (offered: Choices) => Object.entries(offered).map(([value, label]) => ({ value, label }))

/** `true` or `false`. */
export const yesNo = (ask: Ask) => question(z.boolean(), 'yes-no', ask)

/** A statement that has to be confirmed: `true`. */
export const declaration = (ask: Ask) => question(z.literal(true), 'declaration', ask)

/** Questions that belong together: a nested object. */
export const group = <S extends Shape>(ask: Ask, shape: S) =>
  question(z.strictObject(shape), 'group', ask, { questions: questionsOf(shape) })

/** The same question, or group, `min` to `max` times. The item's label names one of them. */
export const list = <T extends z.ZodType>(item: T, ask: Ask & { min?: number; max: number }) =>
  question(
    z
      .array(item)
      .min(ask.min ?? 0)
      .max(ask.max),
    'list',
    ask,
    { item: requiredMeta(item), max: ask.max },
  )
