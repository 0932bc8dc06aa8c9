// Who works on a stored message: one process at a time, for as long as its lease lasts.
import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { retryDelaySeconds } from '../kernel/retry-delay.ts'
import type { Chance } from '../kernel/reference.ts'
import { inboundMail } from './tables.ts'

// Whoever takes longer does what another then does, too: one of them settles the message.
const LEASE_SECONDS = 120

export interface ClaimedMail {
  id: string
  /** This one counted. */
  attempts: number
  raw: Buffer
}

/** The message that has waited longest, if one is due. Whoever dies with it has counted as an attempt. */
export async function claimMail(db: Db): Promise<ClaimedMail | undefined> {
  const next = db
    .select({ id: inboundMail.id })
    .from(inboundMail)
    .where(and(eq(inboundMail.state, 'waiting'), lte(inboundMail.dueAt, sql`now()`)))
    .orderBy(asc(inboundMail.dueAt))
    .limit(1)
    .for('update', { skipLocked: true })
  const [claimed] = await db
    .update(inboundMail)
    .set({
      attempts: sql`${inboundMail.attempts} + 1`,
      dueAt: sql`now() + make_interval(secs => ${LEASE_SECONDS})`,
    })
    .where(eq(inboundMail.id, sql`(${next})`))
    .returning({ id: inboundMail.id, attempts: inboundMail.attempts, raw: inboundMail.raw })
  return claimed && claimed.raw !== null ? { ...claimed, raw: claimed.raw } : undefined
}

/** The message is due again later. */
export async function postponeMail(
  db: Db,
  { id, attempts }: Pick<ClaimedMail, 'id' | 'attempts'>,
  { chance, error }: { chance: Chance; error: unknown },
): Promise<void> {
  await db
    .update(inboundMail)
    .set({
      dueAt: sql`now() + make_interval(secs => ${retryDelaySeconds(attempts, chance)})`,
      lastError: error instanceof Error ? error.constructor.name : typeof error,
    })
    .where(and(eq(inboundMail.id, id), eq(inboundMail.state, 'waiting')))
}
