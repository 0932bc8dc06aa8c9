// What must be said with a transition, as the body of its route. Codes go to the event's details, people's words beside it.
import { z } from 'zod'
import { REFERENCE_PATTERN } from '../kernel/reference.ts'
import { words } from '../kernel/words.ts'
import { ASSESSMENTS } from '../forms/review.ts'
import type { Needs, Transition } from './lifecycle.ts'

export const REASON_CODES = {
  accept: ['meets-criteria', 'meets-criteria-with-conditions'],
  decline: ['outside-remit', 'criteria-not-met', 'not-enough-information', 'no-capacity', 'conduct'],
  redirect: ['other-programme-fits', 'member-point-of-contact', 'other-organisation-fits'],
  defer: ['next-meeting', 'awaiting-action-plan', 'no-capacity-now', 'awaiting-third-party'],
} as const
const ALL_REASON_CODES = [...new Set(Object.values(REASON_CODES).flat())]

const decisionWords = {
  reasonCode: z.enum(ALL_REASON_CODES),
  /** Plain text, told to the applicant. */
  reason: words(4000),
  /** What would change the decision. */
  wouldChange: words(2000),
  /** How to ask for another look. */
  anotherLook: words(2000),
}

/** A day that both a calendar and the database know. */
export const day = z.iso
  .date()
  .refine(date => date >= '2000' && date < '2200', 'Give a day from 2000 to 2199.')

export const BODY_OF = {
  nothing: z.strictObject({ note: words(2000).optional() }),
  question: z.strictObject({ question: words(4000) }),
  answer: z.strictObject({ answer: words(8000) }),
  reason: z.strictObject({ reason: words(2000) }),
  recommendation: z.strictObject({
    recommendation: z.enum(['accept', 'decline', 'redirect', 'defer']),
    reason: words(4000),
    criteria: z
      .record(
        z
          .string()
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
          .max(60),
        z.enum(ASSESSMENTS),
      )
      .optional()
      .describe(
        'What you think of each criterion of the form, by its code; the case names them under `review`',
      ),
  }),
  decision: z.strictObject(decisionWords),
  deferral: z.strictObject({ ...decisionWords, deferredTo: day }),
  original: z.strictObject({ original: z.string().regex(REFERENCE_PATTERN), reason: words(2000) }),
} as const satisfies Record<Needs, z.ZodType>

const CODED = new Set(['recommendation', 'reasonCode', 'deferredTo', 'original', 'untold'])

/** What comes with a transition, parsed by `BODY_OF`: words and codes by their names, and the criteria's codes. */
export interface Body {
  readonly [name: string]: string | Readonly<Record<string, string>> | undefined
  readonly reasonCode?: string | undefined
  readonly deferredTo?: string | undefined
  readonly original?: string | undefined
  readonly criteria?: Readonly<Record<string, string>> | undefined
}

/** Splits a body into what the event's details may carry and what a person wrote. */
export function splitBody({ criteria, ...body }: Body) {
  const given = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const coded: Record<string, string> = Object.fromEntries(given.filter(([name]) => CODED.has(name)))
  const details = { ...coded, ...(criteria && { criteria }) }
  const said = Object.fromEntries(given.filter(([name]) => !CODED.has(name)))
  return { details, words: Object.keys(said).length > 0 ? said : undefined }
}

/** The reason codes that belong to the transition's outcome: "no capacity" is no reason to accept. */
export const reasonCodesFor = (transition: Transition): readonly string[] =>
  transition.outcome === undefined ? [] : REASON_CODES[transition.outcome as keyof typeof REASON_CODES]

export const reasonFits = (transition: Transition, reasonCode: string | undefined): boolean =>
  transition.outcome === undefined || reasonCodesFor(transition).includes(reasonCode ?? '')
