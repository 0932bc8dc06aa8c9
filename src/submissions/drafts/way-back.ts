// The way back to a draft by mail: asked for, written into an email, opened in any browser. Nobody but the email knows the secret.
import { and, count, eq, gt, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../../kernel/database.ts'
import type { Language } from '../../kernel/languages.ts'
import { callForWork } from '../../events/outbox.ts'
import { hashOf, newSecret } from '../../staff/secret.ts'
import { addDraft, giveKey, type Beginning, type Draft } from './drafts.ts'
import { draftKeys, drafts, type MailedKey } from './tables.ts'

const DAY_MS = 86_400_000
/** So many days before a draft is forgotten its owner is reminded. */
const REMINDER_DAYS = 5
/** Emails to whoever is typed in, from one draft within a day. */
const MOST_LETTERS = 5

/** Asks for the link by mail. Returns false when enough were asked for today. */
export async function askForWayBack(
  tx: Tx,
  { draftId, email, now }: { draftId: string; email: string; now: Date },
): Promise<boolean> {
  const [asked] = await tx
    .select({ letters: count() })
    .from(draftKeys)
    .where(
      and(
        eq(draftKeys.draftId, draftId),
        eq(draftKeys.purpose, 'way-back'),
        gt(draftKeys.createdAt, new Date(now.getTime() - DAY_MS)),
      ),
    )
  if ((asked?.letters ?? 0) >= MOST_LETTERS) return false
  await endOtherLinks(tx, draftId, email)
  await tx.update(drafts).set({ email }).where(eq(drafts.id, draftId))
  await callForLetter(tx, draftId, 'way-back', now)
  return true
}

// The address before was mistyped, or is another's: what was mailed there opens nothing any more, and confirms no address.
async function endOtherLinks(tx: Tx, draftId: string, email: string): Promise<void> {
  const [draft] = await tx
    .select({ email: drafts.email })
    .from(drafts)
    .where(eq(drafts.id, draftId))
    .for('update')
  if (draft?.email === email) return
  await tx
    .update(draftKeys)
    .set({ secretHash: null })
    .where(and(eq(draftKeys.draftId, draftId), ne(draftKeys.purpose, 'browser')))
}

/** Begins a draft with answers that came by mail: the link to it goes to whoever sent them. Returns its id. */
export async function beginByMail(tx: Tx, beginning: Beginning, email: string): Promise<string> {
  const { now } = beginning
  const { id } = await addDraft(tx, beginning)
  await tx.update(drafts).set({ email }).where(eq(drafts.id, id))
  await callForLetter(tx, id, 'offline-form', now)
  return id
}

/** Reminds the owners of drafts that are about to be forgotten, once for each change. Returns how many. */
export async function remindOfDrafts(db: Db, now: Date): Promise<number> {
  return db.transaction(async tx => {
    const due = await tx
      .update(drafts)
      .set({ remindedAt: now })
      .where(
        and(
          isNull(drafts.remindedAt),
          isNull(drafts.caseId),
          isNotNull(drafts.email),
          gt(drafts.expiresAt, now),
          lte(drafts.expiresAt, new Date(now.getTime() + REMINDER_DAYS * DAY_MS)),
        ),
      )
      .returning({ id: drafts.id })
    for (const { id } of due) await callForLetter(tx, id, 'reminder', now)
    return due.length
  })
}

async function callForLetter(tx: Tx, draftId: string, purpose: MailedKey, now: Date): Promise<void> {
  const id = randomUUID()
  await tx.insert(draftKeys).values({ id, draftId, purpose, createdAt: now })
  await callForWork(tx, 'mail-link', id)
}

export interface IssuedWayBack {
  draftId: string
  form: string
  address: string
  language: Language
  purpose: MailedKey
  expiresAt: Date
  /** Of the service, without its beginning. */
  path: string
}

/** Gives the link its secret, for the email that is being written. None where the id is no such link's, or the draft is gone. */
export async function issueWayBack(tx: Tx, keyId: string): Promise<IssuedWayBack | undefined> {
  const secret = newSecret()
  const [key] = await tx
    .update(draftKeys)
    .set({ secretHash: hashOf(secret) })
    .from(drafts)
    .where(
      and(
        eq(draftKeys.id, keyId),
        ne(draftKeys.purpose, 'browser'),
        eq(drafts.id, draftKeys.draftId),
        isNull(drafts.caseId),
        isNotNull(drafts.email),
      ),
    )
    .returning({
      draftId: drafts.id,
      form: drafts.form,
      address: drafts.email,
      language: drafts.language,
      purpose: draftKeys.purpose,
      expiresAt: drafts.expiresAt,
    })
  if (!key?.address || key.purpose === 'browser') return undefined
  const { address, purpose } = key
  return { ...key, address, purpose, path: `/${key.language}/return/${secret}` }
}

/** The draft that a mailed link leads to. Looking changes nothing: mail scanners open links. */
export async function draftBehind(
  db: Db | Tx,
  secret: string,
  now: Date,
): Promise<(Pick<Draft, 'id' | 'form' | 'expiresAt'> & { purpose: MailedKey }) | undefined> {
  const [found] = await db
    .select({
      id: drafts.id,
      form: drafts.form,
      expiresAt: drafts.expiresAt,
      purpose: sql<MailedKey>`${draftKeys.purpose}`,
    })
    .from(draftKeys)
    .innerJoin(drafts, eq(drafts.id, draftKeys.draftId))
    .where(
      and(
        eq(draftKeys.secretHash, hashOf(secret)),
        ne(draftKeys.purpose, 'browser'),
        gt(drafts.expiresAt, now),
      ),
    )
  return found
}

/** Opens the draft in another browser, and notes that its address is read by somebody: the secret for its cookie. None where the link leads nowhere any more. */
export const openByLink = (
  db: Db,
  secret: string,
  now: Date,
): Promise<{ id: string; form: string; purpose: MailedKey; secret: string } | undefined> =>
  db.transaction(async tx => {
    const found = await draftBehind(tx, secret, now)
    if (found) {
      await tx
        .update(drafts)
        .set({ confirmedEmail: drafts.email })
        .where(and(eq(drafts.id, found.id), isNull(drafts.caseId)))
    }
    return found && { ...found, secret: await giveKey(tx, found.id, now) }
  })
