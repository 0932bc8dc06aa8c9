import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { keepLink } from '../cases/applicant/links.ts'
import type { StandardAt } from '../cases/standards.ts'
import type { Tx } from '../kernel/database.ts'
import type { KeptFresh } from '../kernel/keep-fresh.ts'
import type { Notification } from './define-notification.ts'
import type { Facts } from './facts.ts'
import { factsOf } from './gather-facts.ts'
import { letterTo, notificationsFor } from './letters.ts'
import { linkIn } from './link-in-email.ts'
import { recipientsOf, type Recipient } from './recipients.ts'
import { newSecret } from '../staff/secret.ts'
import { replyAddress, type Replies } from './reply-address.ts'
import { tellSuppressed } from './settle.ts'
import { deliveries } from './tables.ts'
import type { Wordings } from './wording/reword.ts'

export interface FanOut {
  eventId: string
  /** The emails' date. */
  now: Date
  /** Where the service lives: its host stands in the Message-IDs. */
  publicUrl: string
  /** Where people write to. */
  contactEmail: string
  /** How long a link to follow a case is good. */
  linkDays: number
  /** None where nobody reads what comes back. */
  replies?: Replies | undefined
  standard: StandardAt
  wordings: Pick<KeptFresh<Wordings>, 'current'>
}

/**
 * Turns an event into the emails that it calls for, rendered and ready to be sent, in the caller's transaction.
 * Again for the same event changes nothing. Returns how many deliveries are new, and the type of the event.
 */
export async function fanOut(tx: Tx, order: FanOut): Promise<{ created: number; type: string }> {
  const facts = await factsOf(tx, order.eventId, order)
  let created = 0
  for (const notification of notificationsFor(facts)) {
    for (const recipient of await recipientsOf(tx, notification.to, facts)) {
      const row = delivery(notification, recipient, facts, order)
      const purpose = linkIn(notification)
      const { eventId, linkDays: days } = order
      const [inserted] = await Promise.all([
        tx
          .insert(deliveries)
          .values(row)
          .onConflictDoNothing({ target: [deliveries.eventId, deliveries.notification, deliveries.address] })
          .returning({ id: deliveries.id }),
        purpose &&
          row.linkSecret !== null &&
          keepLink(tx, { secret: row.linkSecret, caseId: facts.theCase.id, purpose, eventId, days }),
      ])
      created += inserted.length
      if (recipient.suppressed && inserted.length > 0) await tellSuppressed(tx, row, order.now)
    }
  }
  return { created, type: facts.event.type }
}

function delivery(notification: Notification, recipient: Recipient, facts: Facts, order: FanOut) {
  const { name, audience } = notification
  const { address, language, suppressed } = recipient
  const id = randomUUID()
  return {
    id,
    eventId: order.eventId,
    stream: facts.theCase.id,
    notification: name,
    audience,
    address,
    name: recipient.name,
    language,
    domain: address.slice(address.lastIndexOf('@') + 1).toLowerCase(),
    ...letterTo(recipient, notification, facts, order),
    linkSecret: linkIn(notification) === undefined || suppressed ? null : newSecret(),
    createdAt: order.now,
    messageId: `${id}@${new URL(order.publicUrl).hostname}`,
    replyTo:
      order.replies && audience === 'applicant' ? replyAddress(order.replies, facts.theCase.reference) : null,
    ...(suppressed ? { state: 'cancelled' as const, settledAt: sql`now()`, lastError: 'suppressed' } : {}),
  }
}
