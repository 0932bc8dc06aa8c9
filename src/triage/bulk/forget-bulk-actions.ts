import { lt } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { bulkActions } from '../tables.ts'

const KEPT_DAYS = 30

/** Removes what was chosen or done a month ago or earlier: on each case the event stays. */
export async function forgetBulkActions(db: Db, now: Date): Promise<void> {
  await db
    .delete(bulkActions)
    .where(lt(bulkActions.createdAt, new Date(now.getTime() - KEPT_DAYS * 86_400_000)))
}
