import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { cases } from './tables.ts'

/** What was said of the case when it was opened; none where there is no such case. */
export async function openedCase(
  db: Db | Tx,
  caseId: string,
): Promise<{ reference: string; receivedAt: Date } | undefined> {
  const [opened] = await db
    .select({ reference: cases.reference, receivedAt: cases.receivedAt })
    .from(cases)
    .where(eq(cases.id, caseId))
  return opened
}

/** The case that has the reference; none where there is no such case. */
export async function caseIdOf(db: Db | Tx, reference: string): Promise<string | undefined> {
  const [found] = await db.select({ id: cases.id }).from(cases).where(eq(cases.reference, reference))
  return found?.id
}
