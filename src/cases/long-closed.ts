import { and, eq, inArray, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { CLOSED_STATES } from './states.ts'
import { cases } from './tables.ts'

/** The condition under which what has this case’s id belongs to a case that is closed just now: what to look through. */
export const isOfClosed = (caseId: AnyColumn): SQL =>
  sql`exists (select from ${cases} where ${cases.id} = ${caseId} and ${cases.dueAt} is null)`

/** Whether the case is closed and nothing has moved it since then. Holds its row until the transaction ends. */
export async function isLongClosed(tx: Tx, caseId: string, since: Date): Promise<boolean> {
  const [found] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.id, caseId),
        inArray(cases.state, CLOSED_STATES),
        sql`not exists (select from events where stream = ${cases.id} and type like 'case.%' and at > ${since.toISOString()}::timestamptz)`,
      ),
    )
    .for('no key update')
  return found !== undefined
}
