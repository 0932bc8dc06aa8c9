// A password beside the link, for who wants one.
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import type { By } from '../by.ts'
import { endSessions } from '../sessions.ts'
import { passwords, staff } from '../tables.ts'
import { isPassword } from './password-hash.ts'

/** The active person with this address and this password. Takes as long when there is no such account or no password. */
export async function personWithPassword(
  db: Db,
  address: string,
  password: string,
): Promise<string | undefined> {
  const [found] = await db
    .select({ staffId: staff.id, hash: passwords.hash })
    .from(staff)
    .leftJoin(passwords, eq(passwords.staffId, staff.id))
    .where(and(eq(staff.email, address), eq(staff.active, true)))
  return (await isPassword(password, found?.hash ?? undefined)) ? found?.staffId : undefined
}

/** Whether this is the password of the person. */
export async function isPasswordOf(db: Db, staffId: string, password: string): Promise<boolean> {
  const [found] = await db
    .select({ hash: passwords.hash })
    .from(passwords)
    .where(eq(passwords.staffId, staffId))
  return isPassword(password, found?.hash)
}

export async function hasPassword(db: Db, staffId: string): Promise<boolean> {
  const [found] = await db
    .select({ staffId: passwords.staffId })
    .from(passwords)
    .where(eq(passwords.staffId, staffId))
  return found !== undefined
}

/** Sets a new password; whoever is signed in elsewhere has to sign in anew. `hash`: of `hashPassword`, made before. */
export async function setPassword(
  tx: Tx,
  { staffId, hash, sessionId, by }: { staffId: string; hash: string; sessionId: string | undefined; by: By },
): Promise<void> {
  await tx
    .insert(passwords)
    .values({ staffId, hash, changedAt: by.at })
    .onConflictDoUpdate({ target: passwords.staffId, set: { hash, changedAt: by.at } })
  const ended = await endSessions(tx, staffId, sessionId)
  await recordOfficeEvent(tx, { type: 'password.set', ...by, details: { staffId, ended } })
}

/** From now on only links sign the person in. */
export async function removePassword(tx: Tx, staffId: string, by: By): Promise<void> {
  await tx.delete(passwords).where(eq(passwords.staffId, staffId))
  await recordOfficeEvent(tx, { type: 'password.removed', ...by, details: { staffId } })
}
