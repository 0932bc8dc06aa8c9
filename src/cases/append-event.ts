import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { NewEvent } from '../events/define-event.ts'
import { record } from '../events/record.ts'
import { cases } from './tables.ts'

/**
 * Records an event that does not move the case. Takes the case's row until the transaction ends, so that events queue up in order.
 * Returns the event's id. Throws `not-found`.
 */
export async function appendToCase(tx: Tx, caseId: string, newEvent: NewEvent): Promise<string> {
  const [moved] = await tx
    .update(cases)
    .set({ version: sql`${cases.version} + 1` })
    .where(eq(cases.id, caseId))
    .returning({ version: cases.version })
  if (!moved) throw new Problem('not-found', 'There is no such case.')
  return record(tx, caseId, moved.version, newEvent)
}
