import { and, isNotNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { cases } from './tables.ts'

/** How many open cases each person has, by staff id. Whoever has none is left out. */
export async function openCasesByAssignee(db: Db | Tx): Promise<Map<string, number>> {
  const rows = await db
    .select({ assigneeId: cases.assigneeId, open: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .where(and(isNotNull(cases.assigneeId), isNotNull(cases.dueAt)))
    .groupBy(cases.assigneeId)
  return new Map(rows.map(row => [row.assigneeId as string, row.open]))
}
