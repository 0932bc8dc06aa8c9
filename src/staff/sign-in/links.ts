// Links by mail: asked for, written into an email, used once. Nobody but the email knows the secret.
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../../kernel/database.ts'
import type { Language } from '../../kernel/languages.ts'
import { callForWork } from '../../events/outbox.ts'
import { hashOf, newSecret } from '../secret.ts'
import { signInLinks, staff } from '../tables.ts'
import type { LinkPurpose } from './words.ts'

const MINUTES: Readonly<Record<LinkPurpose, number>> = { 'sign-in': 10, confirm: 10, invitation: 72 * 60 }

export interface WantedLink {
  purpose: LinkPurpose
  /** None where nobody has the address: then nothing is sent, and all else is done the same. */
  staffId: string | undefined
  sessionId?: string
  /** A path of ours to go to afterwards. */
  next?: string
}

/** Asks for a link by mail, in the caller's transaction. It has a day to be written; its own time begins then. */
export async function askForLink(tx: Tx, { staffId, ...wanted }: WantedLink): Promise<void> {
  const id = randomUUID()
  await tx
    .insert(signInLinks)
    .values({ id, ...wanted, staffId: staffId ?? null, expiresAt: sql`now() + interval '1 day'` })
  await callForWork(tx, 'mail-link', id)
}

export interface IssuedLink {
  staffId: string
  name: string
  address: string
  language: Language
  purpose: LinkPurpose
  /** Of the service, without its beginning. */
  path: string
}

/**
 * Gives the link its secret, for the email that is being written; its time begins. None where there is nobody to write
 * to, or where the link was used or ran out. Again makes the secret before it worthless.
 */
export async function issueLink(tx: Tx, id: string): Promise<IssuedLink | undefined> {
  const secret = newSecret()
  const [link] = await tx
    .update(signInLinks)
    .set({
      secretHash: hashOf(secret),
      expiresAt: sql`now() + make_interval(mins => case ${signInLinks.purpose} when 'invitation' then ${MINUTES.invitation}::int else ${MINUTES['sign-in']}::int end)`,
    })
    .where(and(eq(signInLinks.id, id), usable))
    .returning({ staffId: signInLinks.staffId, purpose: signInLinks.purpose })
  if (!link?.staffId) return undefined
  const [person] = await tx
    .select({ staffId: staff.id, name: staff.name, address: staff.email, language: staff.language })
    .from(staff)
    .where(and(eq(staff.id, link.staffId), eq(staff.active, true)))
  return person && { ...person, purpose: link.purpose, path: pathOf(secret) }
}

/** A link for an operator to hand over: its path, good for ten minutes, as one that was mailed. */
export async function printedLink(tx: Tx, staffId: string): Promise<string> {
  const secret = newSecret()
  await tx.insert(signInLinks).values({
    id: randomUUID(),
    purpose: 'sign-in',
    staffId,
    secretHash: hashOf(secret),
    expiresAt: sql`now() + make_interval(mins => ${MINUTES['sign-in']})`,
  })
  return pathOf(secret)
}

/** Whose link this is, as long as it can be used. Looking changes nothing: mail scanners open links. */
export async function lookAtLink(
  db: Db,
  secret: string,
): Promise<{ name: string; purpose: LinkPurpose } | undefined> {
  const [found] = await db
    .select({ name: staff.name, purpose: signInLinks.purpose })
    .from(signInLinks)
    .innerJoin(staff, eq(staff.id, signInLinks.staffId))
    .where(and(eq(signInLinks.secretHash, hashOf(secret)), usable, eq(staff.active, true)))
  return found
}

export interface UsedLink {
  staffId: string
  purpose: LinkPurpose
  sessionId: string | null
  next: string | null
}

/** Uses the link up: of two who do so at once, one gets it. None when it was used, has run out, or its person is suspended. */
export async function useLink(tx: Tx, secret: string): Promise<UsedLink | undefined> {
  const { staffId, purpose, sessionId, next } = signInLinks
  const [used] = await tx
    .update(signInLinks)
    .set({ usedAt: sql`now()` })
    .from(staff)
    .where(
      and(
        eq(signInLinks.secretHash, hashOf(secret)),
        usable,
        eq(staff.id, signInLinks.staffId),
        eq(staff.active, true),
      ),
    )
    .returning({ staffId, purpose, sessionId, next })
  return used?.staffId ? { ...used, staffId: used.staffId } : undefined
}

/** Makes what was mailed to the person and not yet used worthless. */
export async function voidLinks(tx: Tx, staffId: string): Promise<void> {
  await tx
    .update(signInLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(signInLinks.staffId, staffId), isNull(signInLinks.usedAt)))
}

/** Deletes what ran out a week ago or earlier. */
export async function forgetLinks(db: Db): Promise<void> {
  await db.delete(signInLinks).where(lt(signInLinks.expiresAt, sql`now() - interval '7 days'`))
}

const usable = and(isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, sql`now()`))
const pathOf = (secret: string) => `/sign-in/link/${secret}`
