// Whether what came in answers the form. All that is wrong is told at once.
import type { Language } from '../kernel/languages.ts'
import type { FieldError } from '../kernel/problem.ts'
import { addDependent, daysAnywhere } from './circumstances.ts'
import type { Form } from './define-form.ts'
import { addIssue, type Found } from './field-errors.ts'

export interface Circumstances {
  /** Of the messages. */
  language: Language
  now: Date
  /** Whether there is an OGP member with this slug. */
  isJurisdiction: (id: string) => boolean
  /** Whether the token names an upload that can be claimed; where it is left out, no file can be named. */
  isUpload?: (token: string) => boolean
}

/**
 * The answers, trimmed, or every wrong field (at most twenty unknown ones for each object), never both.
 * Throws nothing, whatever JSON value `input` is.
 */
export function checkAnswers<Answers>(
  form: Form<Answers>,
  input: unknown,
  circumstances: Circumstances,
): { answers: Answers; errors?: undefined } | { answers?: undefined; errors: FieldError[] } {
  const parsed = form.answers.safeParse(input)
  const found: Found = { errors: new Map(), questions: form.questions, language: circumstances.language }
  const days = daysAnywhere(circumstances.now)
  if (!parsed.success) parsed.error.issues.forEach(issue => addIssue(found, issue, input, days.latestYear))
  addDependent(found, form, parsed.success ? parsed.data : input, {
    isUpload: () => false,
    ...circumstances,
    days,
  })
  if (parsed.success && found.errors.size === 0) return { answers: parsed.data }
  return { errors: [...found.errors.values()] }
}
