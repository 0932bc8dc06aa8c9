// Dates that are going to be missed: the applicant hears it from us first, in the last hours of the day, once for each date
// that they were told.
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import type { Actor } from '../events/define-event.ts'
import { announce, promiseInForce, type Delay } from './announce-delay.ts'
import { decisionClock } from './due-date.ts'
import { forEachDue, notYet, overdue, statesDue, type ClockLog } from './due-cases.ts'
import type { StandardAt } from './standards.ts'
import { STATE } from './states.ts'
import { cases } from './tables.ts'
import { addWorkingDays } from './working-days.ts'

const CLOCK: Actor = { kind: 'system', id: 'clock' }
const LAST_HOURS_MS = 6 * 3_600_000

/** Announces what will be late, each case in a transaction of its own. Returns how many were announced. */
export async function foreseeDelays(
  db: Db,
  now: Date,
  standard: StandardAt,
  log?: ClockLog,
): Promise<number> {
  const soonOver = new Date(now.getTime() + LAST_HOURS_MS)
  const late = and(
    or(
      inArray(cases.state, statesDue('decision')),
      // Whom signs of spam hold was promised no more than that somebody looks.
      and(inArray(cases.state, statesDue('first-look')), isNull(cases.quarantine)),
    ),
    overdue(soonOver),
    or(notYet(cases.delayedFor), sql`${cases.promisedAt} < ${soonOver.toISOString()}`),
  )
  return forEachDue(db, late, log, async (tx, id) => {
    const [theCase] = await tx
      .select()
      .from(cases)
      .where(and(eq(cases.id, id), late))
      .for('no key update')
    if (!theCase) return 0
    await announce(tx, theCase, { ...nextPromise(theCase, now, standard), actor: CLOCK, at: now })
    return 1
  })
}

/** Which date will be missed, and the one that we name instead. */
function nextPromise(
  theCase: typeof cases.$inferSelect,
  now: Date,
  standardAt: StandardAt,
): Pick<Delay, 'missed' | 'because' | 'dueAt' | 'newDueAt'> {
  const standard = standardAt(now)
  const told = promiseInForce(theCase)
  // Who hears it again is named a date that is further off, so that they need not hear it every other day.
  const days = told === null ? standard.firstLookDays : standard.decisionDays[theCase.kind]
  const newDueAt = addWorkingDays(now, Math.max(days, 1), standard)
  const unseen = STATE[theCase.state].due === 'first-look'
  const because = unseen ? 'not-looked-at' : 'still-reviewing'
  const answerBy = unseen ? decisionClock(theCase, now, standardAt).dueAt : theCase.dueAt
  if (unseen && answerBy !== null && newDueAt <= answerBy) {
    return { missed: 'first-look', because, dueAt: told ?? theCase.dueAt, newDueAt }
  }
  // Who looks so late cannot answer in time either.
  const toldLater = told !== null && answerBy !== null && told > answerBy
  return { missed: 'decision', because, dueAt: toldLater ? told : answerBy, newDueAt }
}
