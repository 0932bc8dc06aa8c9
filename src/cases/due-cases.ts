// Which cases it is time for, the longest due first: what the clock looks through.
import { and, asc, isNotNull, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { isConnectionLoss } from '../kernel/connection-loss.ts'
import type { Db, Tx } from '../kernel/database.ts'
import type { Log } from '../kernel/log.ts'
import { STATE, STATES, type DueRule } from './states.ts'
import { cases } from './tables.ts'

export type ClockLog = Pick<Log, 'error'>

const BATCH = 100

/**
 * Has `act` do what it is time for, for each case in a transaction of its own. Returns the sum of what it returns. A case that fails
 * is logged and stops no other.
 */
export async function forEachDue(
  db: Db,
  when: SQL | undefined,
  log: ClockLog | undefined,
  act: (tx: Tx, id: string) => Promise<number>,
): Promise<number> {
  const failed: string[] = []
  let done = 0
  for (;;) {
    const due = await dueCases(db, and(when, notInArray(cases.id, failed)))
    for (const { id } of due) {
      try {
        done += await db.transaction(tx => act(tx, id))
      } catch (error) {
        if (isConnectionLoss(error)) throw error
        log?.error({ caseId: id, err: error }, 'the clock cannot go on with a case')
        failed.push(id)
      }
    }
    if (due.length < BATCH) return done
  }
}

const dueCases = (db: Db, when: SQL | undefined) =>
  db
    .select({ id: cases.id })
    .from(cases)
    .where(and(isNotNull(cases.dueAt), when))
    .orderBy(asc(cases.dueAt))
    .limit(BATCH)

export const statesDue = (...rules: DueRule[]) => STATES.filter(state => rules.includes(STATE[state].due))

/** Due before that moment. */
export const overdue = (now: Date) => sql`${cases.dueAt} < ${now.toISOString()}`

/** Not recorded yet for the date that is due now. */
export const notYet = (mark: PgColumn) => or(isNull(mark), sql`${mark} <> ${cases.dueAt}`)
