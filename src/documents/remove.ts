// Taking files away. The rows are marked in the caller's transaction; `sweep.ts` removes the bytes, then the rows.
import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { belongsTo, type Owner } from './documents.ts'
import { documents } from './tables.ts'

/** Takes one file away from its draft, unless a case has it by now. Returns whether that was done. */
export async function removeDocument(db: Db | Tx, draftId: string, id: string, at: Date): Promise<boolean> {
  const removed = await db
    .update(documents)
    .set({ removedAt: at, name: '' })
    .where(
      and(
        eq(documents.id, id),
        eq(documents.draftId, draftId),
        isNull(documents.caseId),
        isNull(documents.removedAt),
      ),
    )
    .returning({ id: documents.id })
  return removed.length > 0
}

/** Takes all files of the case, or those of the draft that no case has, away with their names. Returns how many there were. */
export async function removeDocuments(tx: Tx, owner: Owner, at: Date): Promise<number> {
  const removed = await tx
    .update(documents)
    .set({ removedAt: at, name: '' })
    .where(
      and(
        belongsTo(owner),
        isNull(documents.removedAt),
        'draftId' in owner ? isNull(documents.caseId) : undefined,
      ),
    )
    .returning({ id: documents.id })
  return removed.length
}
