import { and, eq, sql } from 'drizzle-orm'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock, type Clock } from '../kernel/clock.ts'
import { isConnectionLoss, isCrowded } from '../kernel/connection-loss.ts'
import type { Db } from '../kernel/database.ts'
import type { Log } from '../kernel/log.ts'
import type { Mailer } from '../kernel/mailer.ts'
import { emailAttempts, emailResends } from '../kernel/metrics.ts'
import { systemChance, type Chance } from '../kernel/reference.ts'
import { SMTP_LIMITS } from '../kernel/smtp-limits.ts'
import type { SendOutcome } from '../kernel/smtp-outcome.ts'
import type { DeliveryClaim } from './claim.ts'
import { withSecret } from './link-in-email.ts'
import type { Replies } from './reply-address.ts'
import { cancelSuppressed, settle, settleAccepted } from './settle.ts'
import { deliveries, suppressions, type DeliveryState } from './tables.ts'

export interface Sending {
  db: Db
  mailer: Mailer
  log: Pick<Log, 'info' | 'warn'>
  /** Where answers go: an address that people read. */
  contactEmail?: string
  /** Where what cannot be delivered comes back to: read by the service where answers are. */
  replies?: Pick<Replies, 'address'> | undefined
  clock?: Clock
  chance?: Chance
}

type Row = typeof deliveries.$inferSelect

class LostClaim extends Error {}

// What is left of the conversation once the text begins, and then some: the lease must not run out under it.
const TEXT_SECONDS = (SMTP_LIMITS.data + SMTP_LIMITS.answer) / 1000 + 60
// While Postgres restarts, or is very busy, the mail server's answer would be lost, and a sent email be called uncertain.
const SETTLE_AGAIN_MS = [200, 500, 1000, 2000, 4000, 8000]

/**
 * Sends a claimed delivery and settles it; does nothing when somebody else has it by now.
 * Throws when the database stays away; the lease then runs out, and the delivery is found again.
 */
export async function sendDelivery(sending: Sending, id: string, fence: number): Promise<void> {
  const { log } = sending
  const row = await sendable(sending, { id, fence })
  if (!row) return
  try {
    const outcome = await attempt(sending, row)
    const state = await settled(sending, { id, fence }, outcome)
    count(outcome, state)
    log.info(
      { delivery: id, attempt: row.attempts, outcome: outcome.kind, state: state ?? 'lost' },
      'email settled',
    )
  } catch (error) {
    if (!(error instanceof LostClaim)) throw error
    log.info({ delivery: id }, 'email taken over by another worker')
  }
}

function count({ kind }: SendOutcome, state: DeliveryState | undefined): void {
  emailAttempts.inc({ outcome: kind })
  if (kind === 'uncertain' && state === 'retry') emailResends.inc()
}

// None where the claim is lost, and where the address was refused since: that delivery ends here. Nothing is locked: whoever
// takes the delivery away meanwhile is noticed before the text begins (`startData`).
async function sendable(
  { db, clock = systemClock }: Sending,
  { id, fence }: DeliveryClaim,
): Promise<Row | undefined> {
  const [found] = await db
    .select({ row: deliveries, suppressed: sql<boolean>`${suppressions.address} is not null` })
    .from(deliveries)
    .leftJoin(suppressions, eq(suppressions.address, sql`lower(${deliveries.address})`))
    .where(and(eq(deliveries.id, id), eq(deliveries.fence, fence), eq(deliveries.state, 'claimed')))
  if (!found?.suppressed) return found?.row
  await db.transaction(tx => cancelSuppressed(tx, { id, fence }, clock.now()))
  return undefined
}

async function attempt({ mailer, db, contactEmail, replies, log }: Sending, row: Row): Promise<SendOutcome> {
  const { address, name, subject, messageId, language, linkSecret } = row
  const replyTo = row.replyTo ?? contactEmail
  const returnPath = row.replyTo ?? replies?.address
  const message = {
    to: { name, address },
    ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
    ...(returnPath !== undefined && { returnPath }),
    subject,
    text: withSecret(row.text, linkSecret),
    html: withSecret(row.html, linkSecret),
    messageId,
    headers: {},
    language,
    date: row.createdAt,
  }
  try {
    return await mailer.send(message, () => startData(db, row))
  } catch (error) {
    if (error instanceof LostClaim) throw error
    // All trouble with the server is an outcome: so this is ours, and nothing has gone out.
    log.warn({ delivery: row.id, err: error }, 'email not sent')
    return { kind: 'retry', phase: 'data', message: 'The email could not be handed to the mail server.' }
  }
}

async function startData(db: Db, { id, fence }: Row): Promise<void> {
  const started = await db
    .update(deliveries)
    .set({
      state: 'data-started',
      dataStartedAt: sql`now()`,
      leaseUntil: sql`greatest(${deliveries.leaseUntil}, now() + make_interval(secs => ${TEXT_SECONDS}::double precision))`,
    })
    .where(and(eq(deliveries.id, id), eq(deliveries.fence, fence), eq(deliveries.state, 'claimed')))
    .returning({ id: deliveries.id })
  if (started.length === 0) throw new LostClaim('Another worker has this delivery.')
}

async function settled(
  { db, clock = systemClock, chance = systemChance, log }: Sending,
  claim: DeliveryClaim,
  outcome: SendOutcome,
): Promise<DeliveryState | undefined> {
  const write = () =>
    outcome.kind === 'accepted'
      ? settleAccepted(db, claim, outcome.response)
      : db.transaction(tx => settle(tx, claim, outcome, { at: clock.now(), chance }))
  for (const wait of SETTLE_AGAIN_MS) {
    try {
      return await write()
    } catch (error) {
      if (!isConnectionLoss(error) && !isCrowded(error)) throw error
      log.warn({ delivery: claim.id, err: error }, 'email not settled yet')
      await pause(wait)
    }
  }
  return write()
}
