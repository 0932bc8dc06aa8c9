// How we reach the applicant is corrected: by themselves, or a mistyped address by staff. What they sent stays as it was sent: the events have the new words beside them, and the
// case, whose facts were copied from the answers, follows.
import { eq, sql } from 'drizzle-orm'
import type { Actor, EventDefinition } from '../../events/define-event.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import type { Language } from '../../kernel/languages.ts'
import { Problem } from '../../kernel/problem.ts'
import { allHappened, happened } from '../../events/happened.ts'
import { record } from '../../events/record.ts'
import { appendToCase } from '../append-event.ts'
import { addressToConfirm } from './addresses.ts'
import { ADDRESS_CHANGED, ADDRESS_CORRECTED, ADDRESS_GIVEN, CONTACT_CORRECTED } from '../events.ts'
import { cases } from '../tables.ts'
import { confirmBy, stopLinks } from './links.ts'
import { APPLICANT } from './said.ts'

/** Only what is another than before; an empty telephone number is one that was taken out. */
export interface Correction {
  name?: string
  phone?: string
  language?: Language
}

interface When {
  caseId: string
  at: Date
}

/** Corrects name, telephone and language; they are used from now on. Throws `not-found`, also for an erased case. */
export async function correctContact(
  tx: Tx,
  { caseId, at, name, phone, language }: When & Correction,
): Promise<void> {
  const words = { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) }
  const fields = [...Object.keys(words), ...(language === undefined ? [] : ['language'])]
  if (fields.length === 0) return
  const [corrected] = await tx
    .update(cases)
    .set({
      ...(name !== undefined && { contactName: name }),
      ...(language !== undefined && { language }),
      version: sql`${cases.version} + 1`,
    })
    .where(sql`${cases.id} = ${caseId} and ${cases.erasedAt} is null`)
    .returning({ version: cases.version })
  if (!corrected) throw new Problem('not-found', 'There is no such case.')
  await record(tx, caseId, corrected.version, {
    event: CONTACT_CORRECTED,
    at,
    actor: APPLICANT,
    details: { fields, ...(language && { language }) },
    words: Object.keys(words).length > 0 ? words : undefined,
  })
}

/** Takes a new address down. Nothing is sent to it but the link that confirms it, until it is confirmed. */
export const giveAddress = async (tx: Tx, { caseId, at, email }: When & { email: string }): Promise<void> => {
  await appendToCase(tx, caseId, {
    event: ADDRESS_GIVEN,
    at,
    actor: APPLICANT,
    details: {},
    words: { email },
  })
}

/**
 * Whoever reads the new address has confirmed it by the link that went there: from now on it is the applicant's. The address before
 * is told, and all links that went to it end. Returns the case; none where the link is used, has run out or was erased. Throws
 * `changed-meanwhile` where another address was given, or became the applicant's, since.
 */
export async function confirmAddress(
  tx: Tx,
  { secret, at, linkDays }: { secret: string; at: Date; linkDays: number },
): Promise<string | undefined> {
  const confirmed = await confirmBy(tx, secret, 'confirm-address', linkDays)
  if (!confirmed) return undefined
  const { caseId } = confirmed
  await holdCase(tx, caseId)
  const awaited = addressToConfirm(await allHappened(tx, caseId))
  if (awaited?.eventId !== confirmed.eventId) {
    throw new Problem('changed-meanwhile', 'Another address was given since. Use the link that went there.')
  }
  const { email } = awaited
  await changeAddress(tx, { caseId, email, event: ADDRESS_CHANGED, at, actor: APPLICANT, keptLink: secret })
  return caseId
}

/**
 * Staff correct an address that was mistyped: whoever got it wrong cannot confirm another one by a link that never came. From now
 * on the new one is the applicant's; they are told there, with a new link, and all links before it end. Throws
 * `transition-not-allowed` for spam, which is not answered, and for an erased case; `invalid-fields` for the address that it is.
 */
export async function correctAddress(
  tx: Tx,
  { id, reference, state, erasedAt, contactEmail }: typeof cases.$inferSelect,
  { email, reason, actor, at }: { email: string; reason: string; actor: Actor; at: Date },
): Promise<void> {
  if (state === 'spam' || erasedAt !== null) {
    throw new Problem(
      'transition-not-allowed',
      `The applicant of case ${reference} can no longer be written to.`,
    )
  }
  if (email.toLowerCase() === contactEmail.toLowerCase()) {
    const message = 'This is the address that we have. Enter another one.'
    throw new Problem('invalid-fields', message, {
      errors: [{ pointer: '/email', code: 'same-address', message }],
    })
  }
  await changeAddress(tx, { caseId: id, email, event: ADDRESS_CORRECTED, at, actor, reason })
}

interface Change extends When {
  email: string
  event: EventDefinition
  actor: Actor
  /** Why, where it is not the applicant's own doing. */
  reason?: string
  /** The secret of the one link that goes on. */
  keptLink?: string
}

// The addresses are words: what is kept for ever names neither.
async function changeAddress(tx: Tx, change: Change): Promise<void> {
  const { caseId, email, event, at, actor, reason, keptLink } = change
  const before = await holdCase(tx, caseId)
  const version = before.version + 1
  const contactDomain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  await tx.update(cases).set({ contactEmail: email, contactDomain, version }).where(eq(cases.id, caseId))
  await stopLinks(tx, caseId, keptLink)
  const words = { email, emailBefore: before.email, ...(reason !== undefined && { reason }) }
  await record(tx, caseId, version, { event, at, actor, details: {}, words })
}

async function holdCase(tx: Tx, caseId: string): Promise<{ email: string; version: number }> {
  const [held] = await tx
    .select({ email: cases.contactEmail, version: cases.version })
    .from(cases)
    .where(eq(cases.id, caseId))
    .for('no key update')
  if (!held) throw new Problem('not-found', 'There is no such case.')
  return held
}

/** The telephone number that the applicant gave last, if they corrected it. */
export async function correctedPhone(db: Db | Tx, caseId: string): Promise<string | undefined> {
  const corrections = await happened(db, caseId, CONTACT_CORRECTED.type)
  return corrections.findLast(({ words }) => words?.['phone'] !== undefined)?.words?.['phone']
}
