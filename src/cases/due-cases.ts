// Which cases it is time for, the longest due first: what the clock looks through.
import { and, asc, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db } from '../kernel/database.ts'
import { STATE, STATES, type DueRule } from './states.ts'
import { cases } from './tables.ts'

/** So many at a time. */
export const BATCH = 100

/** The ids of at most `BATCH` open cases. */
export const dueCases = (db: Db, when: SQL | undefined) =>
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
