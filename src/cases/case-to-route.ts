import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { OPEN_STATES } from './states.ts'
import { cases } from './tables.ts'

/** The case, if it still waits for a reviewer and not for a look at whether it is spam; nobody else moves it until the transaction ends. */
export async function caseToRoute(tx: Tx, caseId: string): Promise<typeof cases.$inferSelect | undefined> {
  const [theCase] = await tx
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.id, caseId),
        isNull(cases.assigneeId),
        isNull(cases.quarantine),
        inArray(cases.state, OPEN_STATES),
      ),
    )
    .for('no key update')
  return theCase
}
