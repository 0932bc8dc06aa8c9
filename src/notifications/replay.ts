import { and, eq, inArray, sql } from 'drizzle-orm'
import { keepLink } from '../cases/applicant/links.ts'
import { cases } from '../cases/tables.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { newSecret } from '../staff/secret.ts'
import { NOTIFICATIONS } from './index.ts'
import { linkIn } from './link-in-email.ts'
import { deliveries, suppressions } from './tables.ts'

/**
 * Sends a delivery again that was refused, cancelled or left uncertain, as an operator's decision; its address may be
 * written to again. Its link is a new one, good for so many days: the one before is known to nobody any more. Throws `not-found`, and `transition-not-allowed` for one that is on its way, has arrived or was erased, or was for
 * an applicant whose address is another one by now.
 */
export async function replayDelivery(db: Db, id: string, linkDays: number): Promise<void> {
  await db.transaction(async tx => {
    const [before] = await tx
      .select({ state: deliveries.state, text: deliveries.text })
      .from(deliveries)
      .where(eq(deliveries.id, id))
      .for('update')
    if (!before) throw new Problem('not-found', 'There is no such delivery.')
    if (before.text === '') {
      throw new Problem(
        'transition-not-allowed',
        'What this delivery said was erased: it cannot be sent again. New emails reach its address after `npm run write-again -- ADDRESS`.',
      )
    }
    const [replayed] = await tx
      .update(deliveries)
      .set({
        state: 'pending',
        attempts: 0,
        dueAt: sql`now()`,
        settledAt: null,
        dataStartedAt: null,
        // The earlier one may have arrived, and then this is its duplicate.
        resends: sql`${deliveries.resends} + (${deliveries.state} = 'uncertain')::int`,
      })
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, ['refused', 'uncertain', 'cancelled'])))
      .returning()
    if (!replayed) {
      throw new Problem(
        'transition-not-allowed',
        `This delivery is ${before.state}: only a refused, uncertain or cancelled one can be sent again.`,
      )
    }
    if (await isForEarlierAddress(tx, replayed)) {
      const remedy =
        'They find what it says on their own page: ask for a link to it, or write to them from the case.'
      throw new Problem('transition-not-allowed', `The applicant has another address by now. ${remedy}`)
    }
    await tx.delete(suppressions).where(eq(suppressions.address, replayed.address.toLowerCase()))
    await renewLink(tx, replayed, linkDays)
  })
}

async function isForEarlierAddress(
  tx: Tx,
  { stream: caseId, notification: name, address }: typeof deliveries.$inferSelect,
): Promise<boolean> {
  const to = NOTIFICATIONS.find(one => one.name === name)?.to
  if (caseId === null || (to !== 'applicant' && to !== 'applicant-address')) return false
  const [theCase] = await tx.select({ address: cases.contactEmail }).from(cases).where(eq(cases.id, caseId))
  return theCase !== undefined && theCase.address.toLowerCase() !== address.toLowerCase()
}

// Not for an address that is the applicant's no longer: what it gets then leads to where a link can be asked for.
async function renewLink(
  tx: Tx,
  { id, stream: caseId, eventId, notification: name, address }: typeof deliveries.$inferSelect,
  days: number,
): Promise<void> {
  const notification = NOTIFICATIONS.find(one => one.name === name)
  const purpose = notification && linkIn(notification)
  if (purpose === undefined || caseId === null) return
  const [theCase] = await tx.select({ address: cases.contactEmail }).from(cases).where(eq(cases.id, caseId))
  if (purpose !== 'confirm-address' && theCase?.address.toLowerCase() !== address.toLowerCase()) return
  const secret = newSecret()
  await keepLink(tx, { secret, caseId, purpose, eventId, days })
  await tx.update(deliveries).set({ linkSecret: secret }).where(eq(deliveries.id, id))
}
