// What the passing of time does to cases: due soon, overdue, a term that is over soon, escalated, announced as late, a reminder, a lapse. Each once, however late we look.
import { and, eq, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import type { Actor, EventDefinition } from '../events/define-event.ts'
import { record } from '../events/record.ts'
import { CASE_DUE_SOON, CASE_ESCALATED, CASE_OVERDUE, HOLD_REMINDED, STATUS_ENDING } from './events.ts'
import { forEachDue, notYet, overdue, statesDue, type ClockLog } from './due-cases.ts'
import { foreseeDelays } from './foresee-delays.ts'
import { statusNotice, type ServiceStandard } from './service-standard.ts'
import type { StandardAt } from './standards.ts'
import { cases } from './tables.ts'
import { moveCase } from './transition.ts'
import { addWorkingDays, dayOf, endOfDay, isoDate } from './working-days.ts'

const CLOCK: Actor = { kind: 'system', id: 'clock' }

interface Watch {
  event: EventDefinition
  /** Which cases it is time for. */
  when: SQL | undefined
  /** What marks a case as done, so that the event is recorded once. */
  mark: Partial<typeof cases.$inferInsert> | Record<string, SQL>
}

/**
 * Records what has come due by `now`, each case in a transaction of its own.
 * Returns how many events were recorded. Safe to run anywhere at any time, also twice at once.
 */
export async function watchClock(db: Db, now: Date, standard: StandardAt, log?: ClockLog): Promise<number> {
  let recorded = 0
  for (const watch of watches(now, standard(now))) {
    recorded += await forEachDue(db, watch.when, log, (tx, id) => recordOne(tx, id, watch, now))
  }
  recorded += await foreseeDelays(db, now, standard, log)
  return recorded + (await lapseAll(db, now, standard, log))
}

function watches(now: Date, standard: ServiceStandard): Watch[] {
  const ours = inArray(cases.state, statesDue('first-look', 'decision', 'next-step', 'term', 'deferred-to'))
  const soon = addWorkingDays(now, standard.dueSoonDays, standard)
  return [
    {
      event: CASE_DUE_SOON,
      when: and(
        ours,
        lte(cases.dueAt, soon),
        sql`${cases.dueAt} > ${now.toISOString()}`,
        notYet(cases.dueSoonFor),
      ),
      mark: { dueSoonFor: sql`${cases.dueAt}` },
    },
    {
      event: CASE_OVERDUE,
      when: and(ours, overdue(now), notYet(cases.overdueFor)),
      mark: { overdueFor: sql`${cases.dueAt}` },
    },
    {
      event: CASE_ESCALATED,
      when: and(ours, escalatable(now, standard), isNotNull(cases.overdueFor), notYet(cases.escalatedFor)),
      mark: { escalatedFor: sql`${cases.dueAt}` },
    },
    {
      // Also once the term is over: who was not asked in time still is.
      event: STATUS_ENDING,
      when: and(
        eq(cases.state, 'active'),
        lte(cases.dueAt, addWorkingDays(now, statusNotice(standard), standard)),
        notYet(cases.statusEndingFor),
      ),
      mark: { statusEndingFor: sql`${cases.dueAt}` },
    },
    {
      event: HOLD_REMINDED,
      when: and(
        inArray(cases.state, statesDue('hold')),
        isNull(cases.remindedAt),
        lte(cases.remindAt, now),
        sql`${cases.dueAt} > ${now.toISOString()}`,
      ),
      mark: { remindedAt: now },
    },
  ]
}

async function recordOne(tx: Tx, id: string, watch: Watch, now: Date): Promise<number> {
  const [marked] = await tx
    .update(cases)
    .set({ ...watch.mark, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, id), watch.when))
    .returning({ version: cases.version, dueAt: cases.dueAt })
  if (!marked) return 0
  const details = { dueAt: marked.dueAt?.toISOString() ?? null }
  await record(tx, id, marked.version, { event: watch.event, at: now, actor: CLOCK, details })
  return 1
}

async function lapseAll(db: Db, now: Date, standard: StandardAt, log?: ClockLog): Promise<number> {
  const unanswered = and(inArray(cases.state, statesDue('hold')), overdue(now))
  return forEachDue(db, unanswered, log, async (tx, id) => {
    // An answer may arrive in this very moment: whoever has the row first is right.
    const [still] = await tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.id, id), unanswered))
      .for('no key update')
    if (!still) return 0
    await moveCase(tx, { caseId: id, name: 'lapse', actor: CLOCK, at: now, body: {}, standard })
    return 1
  })
}

// Counted back from now, so that one date serves every case: the last day whose missed dates are that many working days old.
function escalatable(now: Date, standard: ServiceStandard): SQL {
  let day = dayOf(now, standard)
  const missed = () => endOfDay(isoDate(day), standard)
  while (addWorkingDays(missed(), standard.escalateDays, standard) >= now) day -= 1
  return sql`${cases.dueAt} <= ${missed().toISOString()}`
}
