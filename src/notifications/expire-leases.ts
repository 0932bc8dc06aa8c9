import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { isConnectionLoss } from '../kernel/connection-loss.ts'
import type { Db, Tx } from '../kernel/database.ts'
import type { Log } from '../kernel/log.ts'
import { settle, type Around } from './settle.ts'
import { deliveries } from './tables.ts'

const BATCH = 100
const ranOut = and(
  inArray(deliveries.state, ['claimed', 'data-started']),
  sql`${deliveries.leaseUntil} < now()`,
)

/**
 * Gives back what a worker held when it died. Before the message began to go out that is a retry at once; after, nobody
 * knows whether it arrived. Each in a transaction of its own: one that cannot be settled is logged and stops no other.
 */
export async function expireLeases(db: Db, around: Around, log?: Pick<Log, 'error'>): Promise<void> {
  const expired = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(ranOut)
    .orderBy(asc(deliveries.leaseUntil))
    .limit(BATCH)
  for (const { id } of expired) {
    try {
      await db.transaction(tx => expireLease(tx, id, around))
    } catch (error) {
      if (isConnectionLoss(error)) throw error
      log?.error({ delivery: id, err: error }, 'delivery of a dead worker cannot be settled')
    }
  }
}

async function expireLease(tx: Tx, id: string, around: Around): Promise<void> {
  const [row] = await tx
    .select({ id: deliveries.id, fence: deliveries.fence, state: deliveries.state })
    .from(deliveries)
    .where(and(eq(deliveries.id, id), ranOut))
    .for('update', { skipLocked: true })
  if (!row) return
  if (row.state === 'data-started') {
    await settle(
      tx,
      row,
      { kind: 'uncertain', message: 'The worker ended while the message went out.' },
      around,
    )
    return
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
}
