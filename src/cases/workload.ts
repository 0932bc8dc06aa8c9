import { and, isNotNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { cases } from './tables.ts'

/**
 * The workload for somebody who is about to add to it: one at a time, until the transaction ends, because two cases that
 * were routed at once would both see the same lightest load.
 */
export async function heldWorkload(tx: Tx): Promise<Map<string, number>> {
  // The second is sent right behind the first, and is a statement of its own: it sees what others committed before the lock was ours.
  const held = tx.execute(sql`select pg_advisory_xact_lock(hashtext('cases.router'))`).execute()
  const [, workload] = await Promise.all([held, openCasesByAssignee(tx)])
  return workload
}

/** How many open cases each person has, by staff id. Whoever has none is left out. */
export async function openCasesByAssignee(db: Db | Tx): Promise<Map<string, number>> {
  const rows = await db
    .select({ assigneeId: cases.assigneeId, open: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .where(and(isNotNull(cases.assigneeId), isNotNull(cases.dueAt)))
    .groupBy(cases.assigneeId)
  return new Map(rows.map(row => [row.assigneeId as string, row.open]))
}
