// Work that events call for: claimed under a lease and a fence, settled in the transaction that does it.
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import type { Chance } from '../kernel/reference.ts'
import { GIVE_UP_HOURS, hadQuickRetries, retryDelaySeconds } from '../kernel/retry-delay.ts'
import type { Topic } from './define-event.ts'
import { OFFICE_STREAM } from './record.ts'
import { outbox } from './tables.ts'

/** How long a worker may hold a row before another may take it over. */
const LEASE_SECONDS = 30
/** How many rows may be on their way through the queues at once, so that none waits there past its lease. */
const MOST_CLAIMED = 400

export interface WorkClaim {
  id: number
  fence: number
  topic: Topic
}

/**
 * Takes rows that are due, or whose lease ran out, in the order in which they are due. Rows commit out of order, so what
 * is open is asked by state, never by "id greater than the last". Moments are kept to the millisecond: one of just now may
 * have been rounded up.
 */
export async function claimWork(db: Db, limit: number): Promise<WorkClaim[]> {
  const { rows } = await db.execute<{ id: string; fence: string; topic: Topic }>(sql`
    with room as (
      select greatest(0, least(${limit}::int, ${MOST_CLAIMED}::int - count(*)::int)) as free
      from outbox where state = 'claimed' and lease_until > now()
    ),
    due as (
      select id from outbox where state in ('pending', 'retry') and due_at <= now() + interval '1 ms'
      order by due_at limit (select free from room) for update skip locked
    ),
    abandoned as (
      select id from outbox where state = 'claimed' and lease_until <= now()
      order by lease_until limit ${limit} for update skip locked
    )
    update outbox set state = 'claimed', fence = fence + 1, attempts = attempts + 1,
      lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    from (select id from due union all select id from abandoned) as taken where outbox.id = taken.id
    returning outbox.id, outbox.fence, outbox.topic`)
  return rows.map(({ id, fence, topic }) => ({ id: Number(id), fence: Number(fence), topic }))
}

/** Gives rows back that could not be handed to a queue; no attempt is counted. */
export async function releaseWork(db: Db, claims: readonly WorkClaim[]): Promise<void> {
  const ids = claims.map(claim => claim.id)
  const fences = claims.map(claim => claim.fence)
  await db.execute(sql`
    update outbox set state = 'retry', attempts = attempts - 1, lease_until = null, due_at = now() + interval '1 second'
    from unnest(${sql.param(ids)}::bigint[], ${sql.param(fences)}::bigint[]) as given(id, fence)
    where outbox.id = given.id and outbox.fence = given.fence and state = 'claimed'`)
}

/**
 * Does a claimed row's work and settles it, in one transaction: both happen or neither. A row that is not ours any more is
 * left alone. When the work fails, the row is due again later; the error is thrown on.
 */
export async function doWork(
  db: Db,
  chance: Chance,
  claim: { id: number; fence: number },
  work: (tx: Tx, event: { eventId: string; stream: string }) => Promise<void>,
): Promise<void> {
  const ours = and(eq(outbox.id, claim.id), eq(outbox.fence, claim.fence), eq(outbox.state, 'claimed'))
  try {
    await db.transaction(async tx => {
      const [event] = await tx
        .update(outbox)
        .set({ state: 'done', leaseUntil: null, lastError: null })
        .where(ours)
        .returning({ eventId: outbox.eventId, stream: outbox.stream })
      // Claimed rows carry a fence: a slow worker must not do again what another took over.
      if (event) await work(tx, event)
    })
  } catch (error) {
    await postpone(db, chance, ours, error)
    throw error
  }
}

/** Calls for work that no event stands behind: the worker is told the id. */
export async function callForWork(tx: Tx, topic: Topic, id: string): Promise<void> {
  await tx.insert(outbox).values({ topic, eventId: id, stream: OFFICE_STREAM })
}

const FORGOTTEN_AT_ONCE = 5000

/** Deletes rows that were done a week ago or earlier. */
export async function forgetDoneWork(db: Db): Promise<void> {
  for (;;) {
    const old = db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.state, 'done'), sql`${outbox.createdAt} < now() - interval '7 days'`))
      .orderBy(asc(outbox.id))
      .limit(FORGOTTEN_AT_ONCE)
    const { rowCount } = await db.delete(outbox).where(inArray(outbox.id, old))
    if ((rowCount ?? 0) < FORGOTTEN_AT_ONCE) return
  }
}

async function postpone(db: Db, chance: Chance, ours: SQL | undefined, error: unknown): Promise<void> {
  const [row] = await db.select({ attempts: outbox.attempts }).from(outbox).where(ours)
  if (!row) return
  // What waited out a long outage has not failed often: it is tried again like any other.
  const old = sql`${outbox.createdAt} < now() - make_interval(hours => ${GIVE_UP_HOURS}) and ${hadQuickRetries(row.attempts)}`
  await db
    .update(outbox)
    .set({
      state: sql`case when ${old} then 'dead' else 'retry' end`,
      dueAt: sql`now() + make_interval(secs => ${retryDelaySeconds(row.attempts, chance)})`,
      leaseUntil: null,
      lastError: error instanceof Error ? error.constructor.name : typeof error,
    })
    .where(ours)
}
