import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { KEPT, type KeptDocument } from './documents.ts'
import { FileRefused } from './file-refused.ts'
import { MOST_FILES } from '../forms/file-question.ts'
import { documents } from './tables.ts'

/** Writes the row of a file whose bytes are stored. Throws `FileRefused` when its draft has enough of them. */
export const addRow = (db: Db, row: typeof documents.$inferInsert): Promise<KeptDocument> =>
  db.transaction(async tx => {
    const { draftId } = row
    if (draftId) {
      // Two tabs that each bring the fifth file: one of them is the sixth.
      await tx.execute(sql`select pg_advisory_xact_lock(7246210, hashtext(${draftId}))`)
      const [found] = await tx
        .select({ files: count() })
        .from(documents)
        .where(and(eq(documents.draftId, draftId), isNull(documents.removedAt)))
      if ((found?.files ?? 0) >= MOST_FILES) throw new FileRefused('too-many-files')
    }
    const [added] = await tx.insert(documents).values(row).returning(KEPT)
    return added as KeptDocument
  })
