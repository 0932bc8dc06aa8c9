// Moves a case: the one way in which a state changes.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { record } from '../events/record.ts'
import { dueOnEntering, holdsOnEntering, reminderOnEntering } from './due-date.ts'
import { eventOfTransition } from './events.ts'
import { exitsFrom, transitionNamed, type Transition, type TransitionName } from './lifecycle.ts'
import { originalCase } from './original-case.ts'
import type { StandardAt } from './standards.ts'
import { STATE } from './states.ts'
import { cases } from './tables.ts'
import { reasonCodesFor, reasonFits, splitBody } from './transition-words.ts'
import { dayOf, isoDate } from './working-days.ts'

export interface Move {
  caseId: string
  name: TransitionName
  actor: Actor
  at: Date
  /** Parsed by `BODY_OF[transition.needs]`. */
  body: Readonly<Record<string, string | undefined>>
  standard: StandardAt
}

type CaseRow = typeof cases.$inferSelect

/**
 * Takes the transition and records its event, in the caller's transaction.
 * Throws `transition-not-allowed` when the case's state or form does not allow it, `changed-meanwhile` when somebody else was first.
 */
export async function moveCase(tx: Tx, move: Move): Promise<CaseRow> {
  const transition = transitionNamed(move.name)
  // Held until the end: an event that is recorded meanwhile, such as an assignment, must not fail a decision.
  const [theCase] = await tx.select().from(cases).where(eq(cases.id, move.caseId)).for('update')
  if (!theCase) throw new Problem('not-found', 'There is no such case.')
  guard(theCase, transition, move)
  const { details, words } = splitBody(move.body)
  const { original } = details
  const duplicateOf = original === undefined ? null : await originalCase(tx, theCase, original, move.actor)
  const timing = timingAfter(theCase, transition, move, details.deferredTo)
  const eventId = randomUUID()
  const [moved] = await tx
    .update(cases)
    .set({
      state: transition.to,
      version: sql`${cases.version} + 1`,
      ...timing,
      dueAt: dueOnEntering(transition.to, timing, move.at, move.standard),
      firstLookAt: theCase.firstLookAt ?? (move.actor.kind === 'staff' ? move.at : null),
      decidedBy: decidedBy(theCase, transition, eventId),
      duplicateOf,
      remindAt: reminderOnEntering(transition.to, move.at, move.standard),
      remindedAt: null,
    })
    .where(and(eq(cases.id, theCase.id), inArray(cases.state, transition.from)))
    .returning()
  if (!moved) throw changedMeanwhile(theCase.reference)
  const event = {
    event: eventOfTransition(transition),
    at: move.at,
    actor: move.actor,
    details: {
      transition: transition.name,
      from: theCase.state,
      to: transition.to,
      ...(transition.outcome && { outcome: transition.outcome }),
      ...details,
      dueAt: moved.dueAt?.toISOString() ?? null,
    },
    words,
  }
  await record(tx, theCase.id, moved.version, event, eventId)
  return moved
}

function guard(theCase: CaseRow, transition: Transition, move: Move): void {
  if (!transition.from.includes(theCase.state) || (transition.kind ?? theCase.kind) !== theCase.kind) {
    const ways = exitsFrom(theCase.state, theCase.kind).map(exit => exit.name)
    throw new Problem(
      'transition-not-allowed',
      `Case ${theCase.reference} is ${theCase.state}: “${transition.name}” is not possible now. Possible: ${ways.join(', ')}.`,
    )
  }
  if (theCase.erasedAt !== null) {
    throw new Problem(
      'transition-not-allowed',
      `The personal data of case ${theCase.reference} was erased: nothing is left to work on. A new application opens a new case.`,
    )
  }
  if (!reasonFits(transition, move.body.reasonCode)) {
    throw new Problem('invalid-fields', `The reason does not belong to “${transition.outcome}”.`, {
      errors: [
        {
          pointer: '/reasonCode',
          code: 'not-a-choice',
          message: `Choose one of: ${reasonCodesFor(transition).join(', ')}.`,
        },
      ],
    })
  }
  const today = isoDate(dayOf(move.at, move.standard(move.at)))
  if (move.body.deferredTo !== undefined && move.body.deferredTo < today) {
    throw new Problem('invalid-fields', 'A case cannot be deferred to a day that is over.', {
      errors: [
        {
          pointer: '/deferredTo',
          code: 'date-in-the-past',
          message: `Give today, ${today}, or a later day.`,
        },
      ],
    })
  }
}

// A case that is looked at again starts its clock anew: nobody can decide within days that are already over.
function timingAfter(theCase: CaseRow, transition: Transition, move: Move, deferredTo: string | undefined) {
  const anew = transition.name === 'reopen' || transition.name === 'resume'
  const holds = anew ? [] : theCase.holds
  return {
    kind: theCase.kind,
    clockStartedAt: anew ? move.at : theCase.clockStartedAt,
    holds: holdsOnEntering(transition.to, holds, move.at),
    deferredTo: STATE[transition.to].due === 'deferred-to' ? (deferredTo ?? null) : null,
  }
}

function decidedBy(theCase: CaseRow, transition: Transition, eventId: string): string | null {
  if (transition.resource === 'decision') return eventId
  return transition.to === 'in-review' ? null : theCase.decidedBy
}

const changedMeanwhile = (reference: string) =>
  new Problem(
    'changed-meanwhile',
    `Somebody else changed case ${reference} just now. Read it again, then decide.`,
  )
