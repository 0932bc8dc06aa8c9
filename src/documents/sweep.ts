// Files that are nobody's, or were taken away: first the bytes go, then the row. Either may have been done before.
import { and, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../kernel/database.ts'
import type { FileStore } from '../kernel/file-store.ts'
import { documents } from './tables.ts'
import { UPLOAD_HOURS } from './uploads.ts'

const HOUR_MS = 3_600_000
const BATCH = 500
/** Longer than any file can take on its way in, and than any transaction. */
const STRAY_HOURS = 24

interface Sweeping {
  db: Db
  files: FileStore
}

/** Removes what was taken away, or never named by any submission for a day, with its bytes. Returns how many files. */
export async function sweepFiles({ db, files }: Sweeping, now: Date): Promise<number> {
  const ownerless = and(
    isNull(documents.draftId),
    isNull(documents.caseId),
    lt(documents.createdAt, new Date(now.getTime() - UPLOAD_HOURS * HOUR_MS)),
  )
  // First taken away, so that no submission can claim it while its bytes go.
  await db
    .update(documents)
    .set({ removedAt: now, name: '' })
    .where(and(isNull(documents.removedAt), ownerless))
  let swept = 0
  for (;;) {
    const gone = await db
      .select({ id: documents.id })
      .from(documents)
      .where(isNotNull(documents.removedAt))
      .limit(BATCH)
    for (const { id } of gone) {
      await files.remove(id)
      await db.delete(documents).where(eq(documents.id, id))
    }
    swept += gone.length
    if (gone.length < BATCH) return swept
  }
}

/** Removes bytes that no row knows, a day after they came: what a process left that was killed. Returns how many. */
export async function sweepStrays({ db, files }: Sweeping, now: Date): Promise<number> {
  const before = new Date(now.getTime() - STRAY_HOURS * HOUR_MS)
  let swept = await forgetSpool(files.spool, before)
  let keys: string[] = []
  const sweepBatch = async () => {
    const known = await db.select({ id: documents.id }).from(documents).where(inArray(documents.id, keys))
    const strays = new Set(keys).difference(new Set(known.map(({ id }) => id)))
    for (const key of strays) await files.remove(key)
    swept += strays.size
    keys = []
  }
  for await (const { key, keptAt } of files.list()) {
    if (keptAt < before) keys.push(key)
    if (keys.length === BATCH) await sweepBatch()
  }
  if (keys.length > 0) await sweepBatch()
  return swept
}

async function forgetSpool(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  let forgotten = 0
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (!found || found.mtime >= before) continue
    await rm(join(folder, name), { force: true })
    forgotten += 1
  }
  return forgotten
}
