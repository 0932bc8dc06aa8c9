import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { deliveries, suppressions } from './tables.ts'

/**
 * Sends a delivery again that was refused, cancelled or left uncertain, as an operator's decision; its address may be
 * written to again. Throws `not-found`, and `transition-not-allowed` for one that is on its way, has arrived or was erased.
 */
export async function replayDelivery(db: Db, id: string): Promise<void> {
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
        'What this delivery said was erased: it cannot be sent again.',
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
      .returning({ address: deliveries.address })
    if (!replayed) {
      throw new Problem(
        'transition-not-allowed',
        `This delivery is ${before.state}: only a refused, uncertain or cancelled one can be sent again.`,
      )
    }
    await tx.delete(suppressions).where(eq(suppressions.address, replayed.address.toLowerCase()))
  })
}
