// The links by which applicants follow their case. Whoever has one may see and do what the applicant may, so each ends by
// itself, can be stopped, and is known to nobody but the email in which it stands. Expiry is the database's clock's.
import { and, count, eq, gt, isNull, lt, max, ne, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import type { Actor } from '../../events/define-event.ts'
import { hashOf } from '../../staff/secret.ts'
import { appendToCase } from '../append-event.ts'
import { LINKS_STOPPED } from '../events.ts'
import { applicantLinks, type ApplicantLinkPurpose } from './tables.ts'

/** What is to be confirmed is confirmed soon, or asked for again. */
const CONFIRM_DAYS = 3

export interface NewLink {
  secret: string
  caseId: string
  purpose: ApplicantLinkPurpose
  /** The event of which the email tells. */
  eventId: string
  /** How long a link to follow a case is good. */
  days: number
}

/** Keeps the link whose secret is being written into an email, in the caller's transaction. */
export async function keepLink(tx: Tx, { secret, purpose, days, ...link }: NewLink): Promise<void> {
  await tx.insert(applicantLinks).values({
    ...link,
    purpose,
    secretHash: hashOf(secret),
    expiresAt: inDays(purpose === 'follow' ? days : CONFIRM_DAYS),
  })
}

export interface FoundLink {
  caseId: string
  purpose: ApplicantLinkPurpose
  eventId: string
  /** Neither run out nor stopped. */
  usable: boolean
}

/** The link with this secret. Looking changes nothing but when it was last used: mail scanners open links. */
export async function lookAtApplicantLink(db: Db, secret: string): Promise<FoundLink | undefined> {
  const { caseId, purpose, eventId, lastUsedAt } = applicantLinks
  const [found] = await db
    .select({
      caseId,
      purpose,
      eventId,
      usable: sql<boolean>`${usable}`,
      stale: sql<boolean>`coalesce(${lastUsedAt} < now() - interval '1 hour', true)`,
    })
    .from(applicantLinks)
    .where(eq(applicantLinks.secretHash, hashOf(secret)))
  if (!found) return undefined
  const { stale, ...link } = found
  if (link.usable && stale) {
    await db
      .update(applicantLinks)
      .set({ lastUsedAt: sql`now()` })
      .where(eq(applicantLinks.secretHash, hashOf(secret)))
  }
  return link
}

/**
 * Uses up a link that confirms: of two who do so at once, one gets the event that is confirmed. From now on it is a link to follow
 * the case.
 */
export async function confirmBy(
  tx: Tx,
  secret: string,
  purpose: Exclude<ApplicantLinkPurpose, 'follow'>,
  days: number,
): Promise<{ caseId: string; eventId: string } | undefined> {
  const [confirmed] = await tx
    .update(applicantLinks)
    .set({ purpose: 'follow', expiresAt: inDays(days) })
    .where(and(eq(applicantLinks.secretHash, hashOf(secret)), eq(applicantLinks.purpose, purpose), usable))
    .returning({ caseId: applicantLinks.caseId, eventId: applicantLinks.eventId })
  return confirmed
}

/** The applicant stops the link that they came by. */
export async function stopOneLink(tx: Tx, secret: string, caseId: string, at: Date): Promise<void> {
  await tx
    .update(applicantLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(applicantLinks.secretHash, hashOf(secret)), isNull(applicantLinks.revokedAt)))
  const actor = { kind: 'applicant' } as const
  await appendToCase(tx, caseId, { event: LINKS_STOPPED, at, actor, details: { links: 1 } })
}

/** Stops all links to a case, save the one with this secret. Returns how many were good until now. */
export async function stopLinks(tx: Tx, caseId: string, save = ''): Promise<number> {
  const stopped = await tx
    .update(applicantLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(applicantLinks.caseId, caseId), ne(applicantLinks.secretHash, hashOf(save)), usable))
    .returning({ secretHash: applicantLinks.secretHash })
  return stopped.length
}

/** Stops all links to the case and records who did that. */
export async function stopAllLinks(
  tx: Tx,
  caseId: string,
  { actor, at, reason }: { actor: Actor; at: Date; reason?: string | undefined },
): Promise<void> {
  const links = await stopLinks(tx, caseId)
  const words = reason === undefined ? undefined : { reason }
  await appendToCase(tx, caseId, { event: LINKS_STOPPED, at, actor, details: { links }, words })
}

/** How many links to the case are good now, and when one of them was last used. */
export async function linksTo(
  db: Db | Tx,
  caseId: string,
): Promise<{ usable: number; lastUsedAt: Date | null }> {
  const [links] = await db
    .select({
      usable: count(sql`case when ${usable} then 1 end`),
      lastUsedAt: max(applicantLinks.lastUsedAt),
    })
    .from(applicantLinks)
    .where(eq(applicantLinks.caseId, caseId))
  return links ?? { usable: 0, lastUsedAt: null }
}

/** Makes as if no link had ever led to the case. */
export async function eraseLinks(tx: Tx, caseId: string): Promise<void> {
  await tx.delete(applicantLinks).where(eq(applicantLinks.caseId, caseId))
}

/** Deletes what ran out a year ago or earlier; until then a link that has ended can still mail a new one. */
export async function forgetApplicantLinks(db: Db): Promise<void> {
  await db.delete(applicantLinks).where(lt(applicantLinks.expiresAt, sql`now() - interval '1 year'`))
}

const inDays = (days: number) => sql`now() + make_interval(days => ${days}::int)`
const usable = and(isNull(applicantLinks.revokedAt), gt(applicantLinks.expiresAt, sql`now()`))
