// The passkeys of a person: which there are, what they are called.
import { and, asc, count, eq } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { passkeys } from './tables.ts'

/** In the order in which they were added. */
export const passkeysOf = (db: Db | Tx, staffId: string) =>
  db
    .select({
      id: passkeys.id,
      name: passkeys.name,
      synced: passkeys.synced,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
      credentialId: passkeys.credentialId,
      transports: passkeys.transports,
    })
    .from(passkeys)
    .where(eq(passkeys.staffId, staffId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))

export async function passkeyCount(db: Db | Tx, staffId: string): Promise<number> {
  const [found] = await db.select({ count: count() }).from(passkeys).where(eq(passkeys.staffId, staffId))
  return found?.count ?? 0
}

/** Throws `not-found` when the person has no such passkey. */
export async function renamePasskey(
  tx: Tx,
  key: { id: string; staffId: string },
  name: string,
): Promise<void> {
  const renamed = await tx.update(passkeys).set({ name }).where(own(key)).returning({ id: passkeys.id })
  if (renamed.length === 0) throw new Problem('not-found', NONE)
}

/** Throws `not-found` when the person has no such passkey. */
export async function deletePasskey(tx: Tx, key: { id: string; staffId: string }): Promise<void> {
  const removed = await tx.delete(passkeys).where(own(key)).returning({ id: passkeys.id })
  if (removed.length === 0) throw new Problem('not-found', NONE)
}

const own = ({ id, staffId }: { id: string; staffId: string }) =>
  and(eq(passkeys.id, id), eq(passkeys.staffId, staffId))
const NONE = 'You have no such passkey. Load your passkeys again.'
