import { eq } from 'drizzle-orm'
import type { Tx } from '../../kernel/database.ts'
import type { CaseRow } from '../define-step.ts'
import { cases } from '../tables.ts'

/** The case with this reference, held until the transaction ends: what an applicant says meanwhile waits its turn. */
export async function addressedCase(tx: Tx, reference: string): Promise<CaseRow | undefined> {
  const [theCase] = await tx.select().from(cases).where(eq(cases.reference, reference)).for('update')
  return theCase
}
