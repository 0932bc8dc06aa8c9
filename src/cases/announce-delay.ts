import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { record } from '../events/record.ts'
import { CASE_DELAYED } from './events.ts'
import type { StandardAt } from './standards.ts'
import { STATE, STATES } from './states.ts'
import { cases } from './tables.ts'
import { endOfDay } from './working-days.ts'

interface Delay {
  /** `YYYY-MM-DD`: by when we now mean to answer. */
  until: string
  reason: string
  actor: Actor
  at: Date
}

const DECIDING = STATES.filter(state => STATE[state].due === 'decision')

/**
 * Tells the applicant, with the reason, that the decision will be late; the clock then does not tell them again. Our own
 * due date stays: a missed date is a missed date. Throws `transition-not-allowed` when no decision is due, `invalid-fields`
 * for a day that is not after the date due.
 */
export async function announceDelay(
  tx: Tx,
  theCase: typeof cases.$inferSelect,
  { until, reason, actor, at }: Delay,
  standardAt: StandardAt,
): Promise<void> {
  const newDueAt = endOfDay(until, standardAt(at))
  if (theCase.dueAt !== null && newDueAt <= theCase.dueAt) {
    const message = 'Give a day after the one on which the decision is due.'
    throw new Problem('invalid-fields', message, {
      errors: [{ pointer: '/until', code: 'too-early', message }],
    })
  }
  const [delayed] = await tx
    .update(cases)
    .set({ delayedFor: sql`${cases.dueAt}`, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, theCase.id), inArray(cases.state, DECIDING)))
    .returning({ version: cases.version })
  if (!delayed) {
    throw new Problem('transition-not-allowed', `No decision is due on case ${theCase.reference} now.`)
  }
  await record(tx, theCase.id, delayed.version, {
    event: CASE_DELAYED,
    at,
    actor,
    details: { dueAt: theCase.dueAt?.toISOString() ?? null, newDueAt: newDueAt.toISOString() },
    words: { reason },
  })
}
