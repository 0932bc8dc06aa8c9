import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { settle, type Around } from './settle.ts'
import { deliveries } from './tables.ts'

const BATCH = 100

/**
 * Gives back what a worker held when it died. Before the message began to go out that is a retry at once; after, nobody
 * knows whether it arrived. Returns how many leases had run out.
 */
export async function expireLeases(db: Db, around: Around): Promise<number> {
  const ranOut = and(
    inArray(deliveries.state, ['claimed', 'data-started']),
    sql`${deliveries.leaseUntil} < now()`,
  )
  const expired = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(ranOut)
    .orderBy(asc(deliveries.leaseUntil))
    .limit(BATCH)
  let count = 0
  for (const { id } of expired) {
    count += await db.transaction(async tx => {
      const [row] = await tx
        .select({ id: deliveries.id, fence: deliveries.fence, state: deliveries.state })
        .from(deliveries)
        .where(and(eq(deliveries.id, id), ranOut))
        .for('update', { skipLocked: true })
      if (!row) return 0
      if (row.state === 'data-started') {
        await settle(
          tx,
          row,
          { kind: 'uncertain', message: 'The worker ended while the message went out.' },
          around,
        )
        return 1
      }
      await tx
        .update(deliveries)
        .set({
          state: 'retry',
          leaseUntil: null,
          dueAt: sql`now()`,
          lastError: 'The worker ended before the message went out.',
        })
        .where(eq(deliveries.id, row.id))
      return 1
    })
  }
  return count
}
