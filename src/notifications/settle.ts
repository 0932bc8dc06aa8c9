// What became of an attempt, written once. Every statement is guarded by the fence: who lost their claim settles nothing.
import { and, eq, inArray, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import { appendToCase } from '../cases/append-event.ts'
import type { EventDefinition } from '../events/define-event.ts'
import { recordOfficeEvent } from '../events/record.ts'
import type { Db, Tx } from '../kernel/database.ts'
import type { Chance } from '../kernel/reference.ts'
import type { SendOutcome } from '../kernel/smtp-outcome.ts'
import type { DeliveryClaim } from './claim.ts'
import { DELIVERY_REFUSED, DELIVERY_UNCERTAIN } from './events.ts'
import { GIVE_UP_HOURS, hadQuickRetries, retryDelaySeconds } from '../kernel/retry-delay.ts'
import { deliveries, suppressions, type DeliveryState } from './tables.ts'

export interface Around {
  chance: Chance
  /** When the event is recorded, if there is one. */
  at: Date
}

type Row = typeof deliveries.$inferSelect
type Changes = { [Column in keyof Row]?: Row[Column] | SQL }

// Getting one of these twice does no harm, so an uncertain one goes out once more; so does anything to staff.
const HARMLESS_TWICE = [
  'receipt',
  'request-made',
  'in-review',
  'answer-received',
  'message-received',
  'hold-reminder',
]

/**
 * Settles the claimed delivery in the caller's transaction, with the event that tells staff where they have to know.
 * Returns its new state, or none when the claim was lost.
 */
export async function settle(
  tx: Tx,
  claim: DeliveryClaim,
  outcome: Exclude<SendOutcome, { kind: 'accepted' }>,
  around: Around,
): Promise<DeliveryState | undefined> {
  const [row] = await tx.select().from(deliveries).where(ours(claim)).for('update')
  if (!row) return undefined
  switch (outcome.kind) {
    case 'retry':
      return retryOrGiveUp(tx, row, outcome, around)
    case 'refused':
      return refuse(tx, row, outcome, around)
    case 'uncertain':
      return doubt(tx, row, outcome.message, around)
  }
}

/** Settles a claimed delivery that the mail server took. Returns its new state, or none when the claim was lost. */
export async function settleAccepted(
  db: Db | Tx,
  claim: DeliveryClaim,
  response: string,
): Promise<DeliveryState | undefined> {
  const [settled] = await db
    .update(deliveries)
    .set({
      state: 'accepted',
      settledAt: sql`now()`,
      leaseUntil: null,
      response,
      lastError: null,
      linkSecret: null,
      ...withoutSecrets,
    })
    .where(ours(claim))
    .returning({ state: deliveries.state })
  return settled?.state
}

/** Ends a claimed delivery to an address that nothing is sent to any more, and tells staff; one that is somebody else's by now is left alone. */
export async function cancelSuppressed(tx: Tx, claim: DeliveryClaim, at: Date): Promise<void> {
  const [row] = await tx.select().from(deliveries).where(ours(claim)).for('update')
  if (!row) return
  await end(tx, row, 'cancelled', { lastError: 'suppressed' })
  await tellSuppressed(tx, row, at)
}

/**
 * Whether a refusal with this status (RFC 3463, RFC 7505) says that there is no such address: nobody there, no such host, not
 * an address, moved, takes no mail, closed. All else is about us, the message, or the moment: that will pass.
 */
export const isAboutAddress = (status: string): boolean => /^5\.(?:1\.(?:1|2|3|6|10)|2\.1)$/.test(status)
// What RFC 5321 has for a mailbox, where the server gives no status.
const NO_MAILBOX = [550, 551, 553]

/** From now on nothing is sent to the email's address. */
export async function suppress(tx: Tx, row: Row, reason: string, at: Date): Promise<void> {
  await tx
    .insert(suppressions)
    .values({ address: row.address.toLowerCase(), reason, deliveryId: row.id, at })
    .onConflictDoNothing()
}

const ours = ({ id, fence }: DeliveryClaim) =>
  and(
    eq(deliveries.id, id),
    eq(deliveries.fence, fence),
    inArray(deliveries.state, ['claimed', 'data-started']),
  )

async function retryOrGiveUp(
  tx: Tx,
  row: Row,
  { code, message, phase }: Extract<SendOutcome, { kind: 'retry' }>,
  { chance, at }: Around,
): Promise<DeliveryState> {
  const seconds = retryDelaySeconds(row.attempts, chance)
  const tooLate = sql<boolean>`created_at + make_interval(hours => ${GIVE_UP_HOURS}) < now() + make_interval(secs => ${seconds}::double precision)`
  const [{ late } = { late: false }] = await tx
    .select({ late: tooLate })
    .from(deliveries)
    .where(eq(deliveries.id, row.id))
  if (late && hadQuickRetries(row.attempts)) {
    await end(tx, row, 'refused', { lastError: 'gave-up', response: message })
    await tell(tx, row, DELIVERY_REFUSED, at, { cause: 'gave-up', phase, code, suppressed: false })
    return 'refused'
  }
  return tryAgain(tx, row, seconds, { lastError: message })
}

async function refuse(
  tx: Tx,
  row: Row,
  { code, message, phase, status }: Extract<SendOutcome, { kind: 'refused' }>,
  { at }: Around,
): Promise<DeliveryState> {
  // Only an answer to the recipient is about the address.
  const suppressed = phase === 'recipient' && (status ? isAboutAddress(status) : NO_MAILBOX.includes(code))
  await end(tx, row, 'refused', { lastError: `refused-${code}`, response: message })
  if (suppressed) await suppress(tx, row, `refused-${code}`, at)
  await tell(tx, row, DELIVERY_REFUSED, at, { cause: 'refused', phase, code, status, suppressed })
  return 'refused'
}

async function doubt(tx: Tx, row: Row, message: string, { chance, at }: Around): Promise<DeliveryState> {
  const harmless = row.audience === 'staff' || HARMLESS_TWICE.includes(row.notification)
  if (harmless && row.resends === 0) {
    return tryAgain(tx, row, retryDelaySeconds(row.attempts, chance), { lastError: message, resends: 1 })
  }
  await end(tx, row, 'uncertain', { lastError: message })
  await tell(tx, row, DELIVERY_UNCERTAIN, at, { cause: 'no-answer' })
  return 'uncertain'
}

// An email about somebody's own account holds a way in: nobody keeps a copy of that.
const keptUnlessOwn = (column: AnyColumn) =>
  sql`case when ${deliveries.stream} is null then '' else ${column} end`
const withoutSecrets = { text: keptUnlessOwn(deliveries.text), html: keptUnlessOwn(deliveries.html) }

async function end(tx: Tx, row: Row, state: DeliveryState, set: Changes): Promise<DeliveryState> {
  await update(tx, row, { ...set, ...withoutSecrets, linkSecret: null, state, settledAt: sql`now()` })
  return state
}

async function tryAgain(tx: Tx, row: Row, seconds: number, set: Changes): Promise<DeliveryState> {
  await update(tx, row, {
    ...set,
    state: 'retry',
    dueAt: sql`now() + make_interval(secs => ${seconds}::double precision)`,
  })
  return 'retry'
}

async function update(tx: Tx, row: Row, set: Changes): Promise<void> {
  await tx
    .update(deliveries)
    .set({ ...set, leaseUntil: null })
    .where(ours(row))
}

/** Records that an email was not sent for its address: else nobody would know that it was not read. */
export const tellSuppressed = (tx: Tx, row: Told, at: Date): Promise<void> =>
  tell(tx, row, DELIVERY_REFUSED, at, { cause: 'suppressed', suppressed: true })

type Told = Pick<Row, 'id' | 'notification' | 'audience' | 'stream'>

/** Records what became of the email where staff hear of it. */
export async function tell(
  tx: Tx,
  row: Told,
  event: EventDefinition,
  at: Date,
  details: Record<string, unknown>,
): Promise<void> {
  const { id, notification, audience, stream } = row
  const actor = { kind: 'system', id: 'mail' } as const
  const told = { at, actor, details: { deliveryId: id, notification, audience, ...details } }
  if (stream === null) await recordOfficeEvent(tx, { ...told, type: event.type })
  else await appendToCase(tx, stream, { ...told, event })
}
