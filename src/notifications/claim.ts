import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'

/** A delivery that is one worker's for now; it is settled under this fence or not at all. */
export interface DeliveryClaim {
  id: string
  fence: number
}

interface Claiming {
  /** At most so many in one call. */
  limit: number
  /** At most so many on their way to one domain, whoever sends them. */
  perDomain?: number
  /** Longer than the longest SMTP conversation, or a worker loses what it is still sending. */
  leaseSeconds: number
}

// Any number will do, so long as nothing else in the database locks it.
const LOCK = 7_246_202

/**
 * Takes deliveries that are due, the longest due first, and no more for one domain than it has places free: so a slow
 * domain keeps nobody but itself waiting.
 */
export async function claimDeliveries(db: Db, claiming: Claiming): Promise<DeliveryClaim[]> {
  return db.transaction(async tx => {
    // One at a time, and each statement after it sees what the one before has claimed: else two would fill the same places.
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    return claimed(tx, claiming)
  })
}

/** Gives back what was claimed and not begun, as if it had never been: due at once. A claim that was lost is left alone. */
export async function releaseDeliveries(db: Db, claims: readonly DeliveryClaim[]): Promise<void> {
  const ids = claims.map(({ id }) => id)
  const fences = claims.map(({ fence }) => fence)
  await db.execute(sql`
    update deliveries
    set state = case when attempts = 1 then 'pending' else 'retry' end, attempts = attempts - 1, lease_until = null
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(fences)}::bigint[]) as claim(id, fence)
    where deliveries.id = claim.id and deliveries.fence = claim.fence and state = 'claimed'
  `)
}

async function claimed(tx: Tx, { limit, perDomain = 2, leaseSeconds }: Claiming): Promise<DeliveryClaim[]> {
  // Moments are kept to the millisecond: one of just now may have been rounded up.
  // Domains are found by leaping from one to the next along the index, so a long queue for one costs no more than a short one.
  const { rows } = await tx.execute<{ id: string; fence: string | number }>(sql`
    with recursive waiting(domain) as (
      (select min(domain) from deliveries where state in ('pending','retry'))
      union all
      select (select min(domain) from deliveries where state in ('pending','retry') and domain > waiting.domain)
      from waiting where waiting.domain is not null
    ),
    places as (
      select waiting.domain, ${perDomain}::int - count(busy.id) as free
      from waiting
      left join deliveries busy on busy.domain = waiting.domain and busy.state in ('claimed','data-started')
      where waiting.domain is not null
      group by waiting.domain
    ),
    chosen as (
      select next.id, next.due_at
      from places
      cross join lateral (
        select id, due_at from deliveries
        where domain = places.domain and state in ('pending','retry') and due_at <= now() + interval '1 ms'
        order by due_at, id limit greatest(places.free, 0)
      ) next
      order by next.due_at, next.id
      limit ${limit}
    ),
    held as (
      select id from deliveries
      where id in (select id from chosen) and state in ('pending','retry')
      for update skip locked
    )
    update deliveries
    set state = 'claimed', fence = fence + 1, attempts = attempts + 1, data_started_at = null,
      lease_until = now() + make_interval(secs => ${leaseSeconds}::double precision)
    from held where deliveries.id = held.id
    returning deliveries.id, deliveries.fence
  `)
  return rows.map(({ id, fence }) => ({ id, fence: Number(fence) }))
}
