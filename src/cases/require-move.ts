// Whether a transition is possible now, and why not: told to the person, with the way out.
import type { Tx } from '../kernel/database.ts'
import { Problem, type FieldError } from '../kernel/problem.ts'
import { latestWith } from '../events/happened.ts'
import type { Form } from '../forms/define-form.ts'
import { reviewOf } from '../forms/review.ts'
import { personOf } from '../staff/people.ts'
import { requireFourEyes } from './four-eyes.ts'
import { exitsFrom, type Transition } from './lifecycle.ts'
import { requireNotHeld } from './quarantine.ts'
import type { cases } from './tables.ts'
import { reasonCodesFor, reasonFits } from './transition-words.ts'
import type { Move } from './transition.ts'
import { dayOf, isoDate } from './working-days.ts'

type CaseRow = typeof cases.$inferSelect

/** Throws `transition-not-allowed`, `second-person-needed` or `invalid-fields`. The case's row is held by the caller. */
export async function requireMove(
  tx: Tx,
  theCase: CaseRow,
  transition: Transition,
  move: Move,
): Promise<void> {
  if (!transition.from.includes(theCase.state) || (transition.kind ?? theCase.kind) !== theCase.kind) {
    throw await notFromHere(tx, theCase, transition)
  }
  requireNotHeld(theCase, move.name)
  if (theCase.erasedAt !== null) {
    throw new Problem(
      'transition-not-allowed',
      `The personal data of case ${theCase.reference} was erased: nothing is left to work on. A new application opens a new case.`,
    )
  }
  const errors = [
    ...wrongReason(transition, move),
    ...wrongDay(move),
    ...wrongCriteria(theCase, transition, move),
  ]
  if (errors.length > 0) throw new Problem('invalid-fields', 'Some answers need your attention.', { errors })
  if (transition.resource === 'decision' && move.actor.kind === 'staff') {
    await requireFourEyes(tx, theCase, reviewOf(formsOf(move), theCase.form), move.actor.id)
  }
}

// Who comes second is told what the first one did.
async function notFromHere(tx: Tx, theCase: CaseRow, transition: Transition): Promise<Problem> {
  const ways = exitsFrom(theCase.state, theCase.kind).map(exit => exit.name)
  const last = await latestWith(tx, theCase.id, 'transition')
  const who = last?.actor.kind === 'staff' ? (await personOf(tx, last.actor.id))?.name : undefined
  const before = last
    ? ` ${who ?? 'The service'} took “${String(last.details['transition'])}” on ${last.at.toISOString()}.`
    : ''
  return new Problem(
    'transition-not-allowed',
    `Case ${theCase.reference} is ${theCase.state}: “${transition.name}” is not possible now.${before} Possible: ${ways.join(', ')}.`,
  )
}

function wrongReason(transition: Transition, { body }: Move): FieldError[] {
  if (reasonFits(transition, body.reasonCode)) return []
  const message = `This does not belong to “${transition.outcome}”. Choose one of: ${reasonCodesFor(transition).join(', ')}.`
  return [{ pointer: '/reasonCode', code: 'not-a-choice', message }]
}

function wrongDay({ body, at, standard }: Move): FieldError[] {
  const today = isoDate(dayOf(at, standard(at)))
  if (body.deferredTo === undefined || body.deferredTo >= today) return []
  return [
    { pointer: '/deferredTo', code: 'date-in-the-past', message: `Give today, ${today}, or a later day.` },
  ]
}

// A recommendation judges every criterion of its form and no other.
function wrongCriteria(theCase: CaseRow, transition: Transition, move: Move): FieldError[] {
  if (transition.needs !== 'recommendation') return []
  const given = move.body.criteria ?? {}
  const codes = reviewOf(formsOf(move), theCase.form).criteria.map(({ code }) => code)
  const missing = codes.filter(code => given[code] === undefined)
  const unknown = Object.keys(given).filter(code => !codes.includes(code))
  return [
    ...missing.map(code => ({
      pointer: `/criteria/${code}`,
      code: 'required',
      message: 'Say whether this criterion is met, or that you cannot say.',
    })),
    ...unknown.map(code => ({
      pointer: `/criteria/${code}`,
      code: 'not-a-choice',
      message: `The form has no such criterion. Its criteria: ${codes.join(', ') || 'none'}.`,
    })),
  ]
}

// A rule that was not looked up must not count as none.
function formsOf({ forms, name }: Move): readonly Form[] {
  if (forms === undefined) throw new Error(`“${name}” needs to know the forms.`)
  return forms
}
