// The stable code of what zod found wrong, with the bounds that its message tells.
import type { z } from 'zod'
import type { FieldCode } from './messages.ts'
import type { Values } from './messages/says.ts'
import { EARLIEST_YEAR } from './place-and-time-questions.ts'
import type { QuestionMeta } from './question.ts'

interface Coded {
  code: FieldCode
  values: Values
}

const NOT_OF_TYPE: Readonly<Record<string, FieldCode>> = {
  string: 'not-text',
  boolean: 'not-yes-or-no',
  number: 'not-a-number',
  int: 'not-a-number',
  array: 'not-a-list',
  object: 'not-an-object',
}

const NOT_OF_KIND: Partial<Record<QuestionMeta['kind'], FieldCode>> = {
  country: 'unknown-country',
  file: 'unknown-file',
}

/** `value` is what stands at the issue's path, `meta` the question there: undefined for the answers as a whole. */
export function issueCode(
  issue: z.core.$ZodIssue,
  value: unknown,
  meta: QuestionMeta | undefined,
  presentYear: number,
): Coded {
  if (issue.code === 'custom') return fromBuilder(issue.params)
  if (meta?.kind === 'declaration') return { code: 'must-be-confirmed', values: {} }
  if (isMissing(value, meta)) return { code: 'required', values: {} }
  if (issue.code === 'too_small' || issue.code === 'too_big') return outOfBounds(issue, value, presentYear)
  const ofType = issue.code === 'invalid_type' ? NOT_OF_TYPE[issue.expected] : undefined
  return { code: ofType ?? (meta && NOT_OF_KIND[meta.kind]) ?? 'not-a-choice', values: {} }
}

const fromBuilder = ({ code, ...values }: Record<string, unknown> = {}): Coded => ({
  code: code as FieldCode,
  values,
})

function isMissing(value: unknown, meta: QuestionMeta | undefined): boolean {
  if (!meta) return false
  if (value === undefined) return true
  const empty = value === null || (typeof value === 'string' && value.trim() === '')
  // Nothing in the place of an answer that may be left out is not called missing: it would never be right.
  return empty && (meta.required || meta.when !== undefined)
}

function outOfBounds(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  value: unknown,
  presentYear: number,
): Coded {
  const bound = issue.code === 'too_small' ? { min: Number(issue.minimum) } : { max: Number(issue.maximum) }
  if (issue.origin === 'string') {
    const given = String(value).trim().length
    return { code: issue.code === 'too_small' ? 'too-short' : 'too-long', values: { ...bound, given } }
  }
  if (issue.origin === 'array') {
    const given = (value as unknown[]).length
    return { code: issue.code === 'too_small' ? 'too-few' : 'too-many', values: { ...bound, given } }
  }
  return { code: 'year-out-of-range', values: { min: EARLIEST_YEAR, max: presentYear } }
}
