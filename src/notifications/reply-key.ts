import { eq } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import type { Db } from '../kernel/database.ts'
import { replyKeys } from './tables.ts'

// One key for all processes, made by whichever comes first.
const ID = 1

/** The key with which the addresses that people answer to are signed. It stays as long as the database does. */
export async function replyKey(db: Db): Promise<Buffer> {
  await db
    .insert(replyKeys)
    .values({ id: ID, key: randomBytes(32) })
    .onConflictDoNothing()
  const [row] = await db.select({ key: replyKeys.key }).from(replyKeys).where(eq(replyKeys.id, ID))
  if (!row) throw new Error('The key of the reply addresses is gone.')
  return row.key
}
