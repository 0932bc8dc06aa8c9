// The applicant is told that a date will be missed, and which one we name instead. Our own due date stays: a missed date is a
// missed date.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { record } from '../events/record.ts'
import { statesDue } from './due-cases.ts'
import { CASE_DELAYED } from './events.ts'
import type { StandardAt } from './standards.ts'
import { cases } from './tables.ts'
import { dayOf, endOfDay, isoDate } from './working-days.ts'

type CaseRow = typeof cases.$inferSelect

export interface Delay {
  missed: 'first-look' | 'decision'
  /** Why, where nobody wrote a reason. */
  because?: 'not-looked-at' | 'still-reviewing'
  /** The date that the applicant was told before. */
  dueAt: Date | null
  newDueAt: Date
  reason?: string
  actor: Actor
  at: Date
}

/** The date that we named instead of the one that is due now; none where we never did. */
export const promiseInForce = ({ dueAt, delayedFor, promisedAt }: CaseRow): Date | null =>
  dueAt !== null && delayedFor?.getTime() === dueAt.getTime() ? promisedAt : null

/** The moment that the applicant goes by: the one that we named last, else the one that is due. */
export const namedMoment = (theCase: CaseRow): Date | null => promiseInForce(theCase) ?? theCase.dueAt

/**
 * A person announces, with the reason, that the decision will be late; the clock does so only when the day that they name is
 * going to be missed too. `until` is `YYYY-MM-DD`. Throws `transition-not-allowed` when no decision is due, `invalid-fields` for a
 * day that is not after today and after the date due.
 */
export async function announceDelay(
  tx: Tx,
  theCase: CaseRow,
  { until, ...said }: { until: string; reason: string; actor: Actor; at: Date },
  standardAt: StandardAt,
): Promise<void> {
  const standard = standardAt(said.at)
  const newDueAt = endOfDay(until, standard)
  const today = isoDate(dayOf(said.at, standard))
  const stillDue = theCase.dueAt !== null && theCase.dueAt >= said.at
  if (until <= today || (theCase.dueAt !== null && newDueAt <= theCase.dueAt)) {
    const message = stillDue
      ? 'Give a day after the one on which the decision is due.'
      : `Give a day after today, ${today}.`
    throw new Problem('invalid-fields', message, {
      errors: [{ pointer: '/until', code: 'too-early', message }],
    })
  }
  await announce(tx, theCase, { missed: 'decision', dueAt: theCase.dueAt, newDueAt, ...said })
}

/** Records what is announced. Throws `transition-not-allowed` when nothing of the kind is due. */
export async function announce(tx: Tx, theCase: CaseRow, delay: Delay): Promise<void> {
  const { missed, because, dueAt, newDueAt, reason, actor, at } = delay
  const states = because === 'not-looked-at' ? statesDue('first-look') : statesDue('decision')
  const [delayed] = await tx
    .update(cases)
    .set({ delayedFor: sql`${cases.dueAt}`, promisedAt: newDueAt, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, theCase.id), inArray(cases.state, states)))
    .returning({ version: cases.version })
  if (!delayed) {
    throw new Problem('transition-not-allowed', `No decision is due on case ${theCase.reference} now.`)
  }
  await record(tx, theCase.id, delayed.version, {
    event: CASE_DELAYED,
    at,
    actor,
    details: {
      missed,
      ...(because && { because }),
      dueAt: dueAt?.toISOString() ?? null,
      newDueAt: newDueAt.toISOString(),
    },
    ...(reason !== undefined && { words: { reason } }),
  })
}
