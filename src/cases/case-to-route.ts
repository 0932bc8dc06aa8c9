import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { OPEN_STATES } from './states.ts'
import { cases } from './tables.ts'
import { unfitFor } from './unfit.ts'

export interface CaseToRoute {
  theCase: typeof cases.$inferSelect
  /** Why it does not stay with the assignee that it has; none where it has none. */
  unfit: Awaited<ReturnType<typeof unfitFor>>
}

/**
 * The case, if it still waits for a reviewer and not for a look at whether it is spam; nobody else moves it until the transaction
 * ends. Whoever has left or must keep away is nobody.
 */
export async function caseToRoute(tx: Tx, caseId: string): Promise<CaseToRoute | undefined> {
  const [theCase] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), isNull(cases.quarantine), inArray(cases.state, OPEN_STATES)))
    .for('no key update')
  if (!theCase) return undefined
  if (theCase.assigneeId === null) return { theCase, unfit: undefined }
  const unfit = await unfitFor(tx, theCase, theCase.assigneeId)
  return unfit && { theCase, unfit }
}
