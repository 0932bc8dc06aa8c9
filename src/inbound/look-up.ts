// Gathers what is known about a message, for `judge.ts`.
import { and, count, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { addressedCase } from '../cases/applicant/addressed-case.ts'
import { addressChanges, ownEarlierAddresses } from '../cases/applicant/addresses.ts'
import type { CaseRow } from '../cases/define-step.ts'
import type { Tx } from '../kernel/database.ts'
import { referenceIn, type Replies } from '../notifications/reply-address.ts'
import { sentEmails, type SentEmail } from '../notifications/sent-emails.ts'
import type { Known } from './judge.ts'
import type { Incoming } from './reading/incoming.ts'
import { inboundMail } from './tables.ts'

export type StoredMail = typeof inboundMail.$inferSelect

export interface LookedUp {
  known: Known
  theCase: CaseRow | undefined
  answered: SentEmail[]
}

/** Holds the case that the message is for until the transaction ends. */
export async function lookUp(
  tx: Tx,
  stored: Omit<StoredMail, 'raw'>,
  mail: Incoming,
  replies: Replies,
  forms: number,
): Promise<LookedUp> {
  const named = mail.recipients
    .map(address => referenceIn(replies, address))
    .filter(name => name !== undefined)
  const references = [...new Set(named)]
  const [reference] = references
  const theCase =
    references.length === 1 && typeof reference === 'string' ? await addressedCase(tx, reference) : undefined
  const answered = await sentEmails(tx, mail.answers)
  const own = mail.messageId === null ? [] : await sentEmails(tx, [mail.messageId])
  return {
    theCase,
    answered,
    known: {
      isCut: stored.isCut,
      forms,
      earlier: await earlier(tx, stored),
      fromAuthor: mail.from === null ? 0 : await fromAuthor(tx, stored, mail.from.address),
      named: references,
      theCase: theCase && {
        id: theCase.id,
        state: theCase.state,
        contactEmail: theCase.contactEmail,
        earlierEmails: ownEarlierAddresses(await addressChanges(tx, theCase.id)),
        isErased: theCase.erasedAt !== null,
      },
      answered,
      isOwnEmail: own.length > 0,
    },
  }
}

// Two of them at once wait for each other, so that the second sees what became of the first.
async function earlier(tx: Tx, { id, idHash, bodyHash }: Omit<StoredMail, 'raw'>): Promise<Known['earlier']> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('inbound mail'), hashtext(${idHash.toString('hex')}))`,
  )
  const others = await tx
    .select({ bodyHash: inboundMail.bodyHash })
    .from(inboundMail)
    .where(
      and(
        eq(inboundMail.idHash, idHash),
        ne(inboundMail.id, id),
        isNotNull(inboundMail.settledAt),
        ne(inboundMail.state, 'duplicate'),
      ),
    )
  if (others.length === 0) return undefined
  return others.some(other => other.bodyHash.equals(bodyHash)) ? 'same' : 'other'
}

async function fromAuthor(
  tx: Tx,
  { id, receivedAt }: Omit<StoredMail, 'raw'>,
  address: string,
): Promise<number> {
  const [row] = await tx
    .select({ found: count() })
    .from(inboundMail)
    .where(
      and(
        eq(inboundMail.sender, address),
        ne(inboundMail.id, id),
        inArray(inboundMail.state, ['answer', 'message', 'form', 'quarantined', 'attached']),
        sql`${inboundMail.receivedAt} between ${receivedAt.toISOString()}::timestamptz - interval '1 hour' and ${receivedAt.toISOString()}::timestamptz`,
      ),
    )
  return (row?.found ?? 0) + 1
}
