// Moves a case: the one way in which a state changes.
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { record } from '../events/record.ts'
import type { Form } from '../forms/define-form.ts'
import { appendToCase } from './append-event.ts'
import { beforeClosing } from './before-closing.ts'
import { dueOnEntering, holdsOnEntering, reminderOnEntering } from './due-date.ts'
import { DUPLICATE_JOINED, DUPLICATE_LEFT, eventOfTransition } from './events.ts'
import { transitionNamed, type Transition, type TransitionName } from './lifecycle.ts'
import { originalCase } from './original-case.ts'
import { requireMove } from './require-move.ts'
import type { StandardAt } from './standards.ts'
import { STATE } from './states.ts'
import { cases } from './tables.ts'
import { splitBody, type Body } from './transition-words.ts'

export interface Move {
  caseId: string
  name: TransitionName
  actor: Actor
  at: Date
  /** Parsed by `BODY_OF[transition.needs]`. */
  body: Body
  standard: StandardAt
  /** Identifiers and codes that the event carries besides. */
  details?: Readonly<Record<string, unknown>>
  /** Needed for recommendations and decisions, which their form has a say in. */
  forms?: readonly Form[]
}

type CaseRow = typeof cases.$inferSelect

/**
 * Takes the transition and records its event, in the caller's transaction.
 * Throws `transition-not-allowed` when the case's state or form does not allow it, `second-person-needed` where the form asks for
 * four eyes, `invalid-fields`.
 */
export async function moveCase(tx: Tx, move: Move): Promise<CaseRow> {
  const transition = transitionNamed(move.name)
  // Held until the end: an event that is recorded meanwhile, such as an assignment, must not fail a decision.
  const theCase = await heldCase(tx, move)
  if (!theCase) throw new Problem('not-found', 'There is no such case.')
  await requireMove(tx, theCase, transition, move)
  const { details, words } = splitBody(move.body)
  const { original, deferredTo } = move.body
  const duplicateOf = original === undefined ? null : await originalCase(tx, theCase, original, move.actor)
  const timing = timingAfter(theCase, transition, move, deferredTo)
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
      quarantine: null,
      remindAt: reminderOnEntering(transition.to, move.at, move.standard),
      remindedAt: null,
      // Taken up again: what the applicant asked for is done.
      ...(isAnew(transition) && { anotherLookAskedAt: null }),
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
      ...move.details,
      ...((duplicateOf !== null || theCase.quarantine !== null) && { before: beforeClosing(theCase) }),
      dueAt: moved.dueAt?.toISOString() ?? null,
    },
    words,
  }
  await record(tx, theCase.id, moved.version, event, eventId)
  await tellOriginals(tx, { left: theCase.duplicateOf, joined: duplicateOf }, theCase.reference, move)
  return moved
}

// A duplicate leaves its original by being reopened, too.
async function tellOriginals(
  tx: Tx,
  { left, joined }: { left: string | null; joined: string | null },
  duplicate: string,
  { at, actor }: Move,
): Promise<void> {
  const about = { at, actor, details: { duplicate } }
  if (left !== null) await appendToCase(tx, left, { event: DUPLICATE_LEFT, ...about })
  if (joined !== null) await appendToCase(tx, joined, { event: DUPLICATE_JOINED, ...about })
}

// Of a merge, and of its end, both cases are held, in one order, so that two that are merged into each other at once do not stand
// in each other's way, and the second finds that the first has happened.
async function heldCase(tx: Tx, { caseId, name, body: { original } }: Move): Promise<CaseRow | undefined> {
  const itself = eq(cases.id, caseId)
  const others = [
    ...(original === undefined ? [] : [eq(cases.reference, original)]),
    ...(name === 'reopen' ? [eq(cases.id, sql`(select duplicate_of from cases where id = ${caseId})`)] : []),
  ]
  const held = await tx
    .select()
    .from(cases)
    .where(or(itself, ...others))
    .orderBy(asc(cases.id))
    .for('no key update')
  return held.find(({ id }) => id === caseId)
}

// A case that is looked at again starts its clock anew: nobody can decide within days that are already over.
function timingAfter(theCase: CaseRow, transition: Transition, move: Move, deferredTo: string | undefined) {
  const anew = isAnew(transition)
  const holds = anew ? [] : theCase.holds
  return {
    kind: theCase.kind,
    clockStartedAt: anew ? move.at : theCase.clockStartedAt,
    holds: holdsOnEntering(transition.to, holds, move.at),
    deferredTo: STATE[transition.to].due === 'deferred-to' ? (deferredTo ?? null) : null,
  }
}

const isAnew = ({ name }: Transition) => name === 'reopen' || name === 'resume'

function decidedBy(theCase: CaseRow, transition: Transition, eventId: string): string | null {
  if (transition.resource === 'decision') return eventId
  return transition.to === 'in-review' ? null : theCase.decidedBy
}

const changedMeanwhile = (reference: string) =>
  new Problem(
    'changed-meanwhile',
    `Someone else has just changed case ${reference}. Read it again, then decide.`,
  )
