// A few questions on a page of their own, checked as a form's are.
import type { z } from 'zod'
import type { Language } from '../kernel/languages.ts'
import type { FieldError } from '../kernel/problem.ts'
import { daysAnywhere } from './circumstances.ts'
import { addIssue, type Found } from './field-errors.ts'
import { questionsOf, type Shape } from './question.ts'

/** The values, trimmed, or every wrong field in the reader's language. */
export function checkFields<S extends Shape>(
  schema: z.ZodObject<S>,
  input: unknown,
  { language, now }: { language: Language; now: Date },
): { values: z.infer<z.ZodObject<S>>; errors?: undefined } | { values?: undefined; errors: FieldError[] } {
  const parsed = schema.safeParse(input)
  if (parsed.success) return { values: parsed.data }
  const found: Found = { errors: new Map(), questions: questionsOf(schema.shape), language }
  for (const issue of parsed.error.issues) addIssue(found, issue, input, daysAnywhere(now).latestYear)
  return { errors: [...found.errors.values()] }
}
