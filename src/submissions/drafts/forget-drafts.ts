import { inArray, lte } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { removeDocuments } from '../../documents/remove.ts'
import { drafts } from './tables.ts'

const AT_ONCE = 200

/** Deletes the drafts whose month is over, with their keys; their files are marked for removal. Returns how many. */
export async function forgetDrafts(db: Db, now: Date): Promise<number> {
  let forgotten = 0
  for (;;) {
    const some = await db.transaction(async tx => {
      const due = await tx
        .select({ id: drafts.id })
        .from(drafts)
        .where(lte(drafts.expiresAt, now))
        .limit(AT_ONCE)
        .for('update', { skipLocked: true })
      const ids = due.map(({ id }) => id)
      for (const draftId of ids) await removeDocuments(tx, { draftId }, now)
      if (ids.length > 0) await tx.delete(drafts).where(inArray(drafts.id, ids))
      return ids.length
    })
    forgotten += some
    if (some < AT_ONCE) return forgotten
  }
}
