import { isNull, sql } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { documents } from './tables.ts'

/** A thousand of the largest files. */
const MOST_UNCLAIMED = 10 * 1024 ** 3

/**
 * Files of drafts, and those that no form has named yet, can be brought by anybody: together they may not fill the store.
 * Throws `temporarily-unavailable`; the sweep makes room.
 */
export async function requireRoom(db: Db): Promise<void> {
  const [held] = await db
    .select({ bytes: sql<number>`coalesce(sum(${documents.size}), 0)::float8` })
    .from(documents)
    .where(isNull(documents.caseId))
  if ((held?.bytes ?? 0) < MOST_UNCLAIMED) return
  throw new Problem(
    'temporarily-unavailable',
    'There is no room for more files just now. Send the form without them, or try again later.',
    { retryAfterSeconds: 3600 },
  )
}
