import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { OPEN_STATES } from './states.ts'
import { cases } from './tables.ts'

/**
 * The case, if it still waits for a reviewer. Holds the router's lock until the transaction ends: two cases that were
 * routed at once would both see the same lightest load.
 */
export async function caseToRoute(tx: Tx, caseId: string): Promise<typeof cases.$inferSelect | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cases.router'))`)
  const [theCase] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), isNull(cases.assigneeId), inArray(cases.state, OPEN_STATES)))
    .for('update')
  return theCase
}
