import { lt } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { idempotencyKeys } from './tables.ts'

/** Deletes the keys that were used before the moment: from then on they count as new. */
export async function forgetIdempotencyKeys(db: Db, before: Date): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before))
}
