// Every text that comes in: trimmed, bounded, and storable.
import { z } from 'zod'
import type { FieldCode } from './messages.ts'

/** What a failed check tells `issue-code.ts`. */
export const failure = (code: FieldCode, values: Record<string, number> = {}) => ({
  params: { code, ...values },
})

const CONTROL = /\p{Cc}/u

type Flaw = ReturnType<typeof failure> | undefined

/** Trimmed text of `min` to `max` UTF-16 code units on one line, of which `holds` holds. */
export const oneLine = (min: number, max: number, code?: FieldCode, holds?: (value: string) => boolean) =>
  bounded(min, max, value => {
    if (CONTROL.test(value)) return failure('invalid-characters')
    return code && holds && !holds(value) ? failure(code) : undefined
  })

/** Trimmed text of 1 to `max` UTF-16 code units, with line breaks. `flaw` is what else is wrong with it. */
export const manyLines = (max: number, flaw: (value: string) => Flaw = () => undefined) =>
  bounded(1, max, flaw)

// The flaw is looked for only within the bounds: no pattern ever sees a text of a megabyte. Nothing here aborts zod's
// run, because the conditions between questions would then not be looked at.
const bounded = (min: number, max: number, flaw: (value: string) => Flaw) =>
  z
    .string()
    .trim()
    .max(max)
    .min(min)
    .check(({ value, issues }) => {
      if (value.length < min || value.length > max) return
      const found = isStorable(value) ? flaw(value) : failure('invalid-characters')
      if (found) issues.push({ code: 'custom', input: value, continue: true, ...found })
    })

// NUL cannot be stored in Postgres, a lone surrogate not even be sent to it.
const isStorable = (value: string) => !value.includes('\0') && value.isWellFormed()
