import { and, eq } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { idempotencyKeys } from './tables.ts'

/** The id of the case that was opened under the key within the last 48 hours, if there is one. */
export async function openedUnderKey(db: Db, form: string, key: string): Promise<string | undefined> {
  const [opened] = await db
    .select({ caseId: idempotencyKeys.caseId })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.form, form), eq(idempotencyKeys.key, key)))
  return opened?.caseId
}
