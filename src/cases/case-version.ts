import { eq } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { cases } from './tables.ts'

/** The position of the newest event of a case. */
export async function versionOf(tx: Tx, caseId: string): Promise<number> {
  const [theCase] = await tx.select({ version: cases.version }).from(cases).where(eq(cases.id, caseId))
  return theCase?.version ?? 0
}
