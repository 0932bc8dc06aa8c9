// Our own emails, found again by what comes back to us.
import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { DELIVERY_REFUSED } from './events.ts'
import { isAboutAddress, suppress, tell } from './settle.ts'
import { deliveries } from './tables.ts'

export interface SentEmail {
  id: string
  messageId: string
  /** The case that it was about; none for an email about somebody's own account. */
  caseId: string | null
  /** In lower case. */
  address: string
  text: string
}

/** Those of our emails that have one of these Message-IDs (without brackets), the newest first. */
export async function sentEmails(tx: Tx, messageIds: readonly string[]): Promise<SentEmail[]> {
  if (messageIds.length === 0) return []
  const { id, messageId, stream: caseId, address, text, createdAt } = deliveries
  const rows = await tx
    .select({ id, messageId, caseId, address, text, createdAt })
    .from(deliveries)
    .where(inArray(messageId, [...messageIds]))
  return rows
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .map(row => ({ ...row, address: row.address.toLowerCase() }))
}

/** What a report can do to an email: `later` while the email is still being handed over. */
export type BounceOutcome = 'settled' | 'settled-before' | 'later'

/**
 * An email that a mail server had taken came back: it is settled as refused, its address suppressed where the report is about the
 * address, and staff are told. `status` as in RFC 3463. One that is settled as refused already, or was erased, stays as it is.
 */
export async function settleBounced(
  tx: Tx,
  id: string,
  { status, at }: { status: string; at: Date },
): Promise<BounceOutcome> {
  const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, id)).for('update')
  if (!row || ['refused', 'cancelled'].includes(row.state)) return 'settled-before'
  if (!['accepted', 'uncertain'].includes(row.state)) return 'later'
  const response = `The message came back: ${status || 'no reason given'}.`
  await tx
    .update(deliveries)
    .set({ state: 'refused', settledAt: sql`now()`, lastError: `bounced-${status || 'unknown'}`, response })
    .where(eq(deliveries.id, id))
  const suppressed = isAboutAddress(status)
  if (suppressed) await suppress(tx, row, `bounced-${status}`, at)
  await tell(tx, row, DELIVERY_REFUSED, at, { cause: 'bounced', status, suppressed })
  return 'settled'
}
