import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { claimDeliveries, releaseDeliveries } from '../../src/notifications/claim.ts'
import { deliveries } from '../../src/notifications/tables.ts'
import { LEASE, leaseRunsOut, only, queue, usePostOffice } from './post-office.ts'

const office = usePostOffice()

describe('deliveries are claimed', () => {
  test('at most two for a domain, so that a slow one keeps nobody else waiting', async () => {
    await queue(
      office,
      ...Array.from({ length: 30 }, (_, at) => `person-${at}@slow.test`),
      'a@quick.test',
      'b@swift.test',
    )
    const first = await claimed(LEASE)
    expect(count(first, 'slow.test')).toBe(2)
    expect(count(first, 'quick.test')).toBe(1)
    expect(count(first, 'swift.test')).toBe(1)
    expect(await claimed(LEASE)).toEqual([])
  })

  test('by many at once without taking one twice or overfilling a domain', async () => {
    await queue(office, ...Array.from({ length: 40 }, (_, at) => `person-${at}@domain-${at % 4}.test`))
    const claims = (
      await Promise.all(Array.from({ length: 8 }, () => claimDeliveries(office.db, { ...LEASE, limit: 3 })))
    ).flat()
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length)
    expect(claims).toHaveLength(8)
  })

  test('not before they are due, and the longest due first', async () => {
    await queue(office, 'later@one.test', 'sooner@two.test', 'not-yet@three.test')
    await office.db.execute(
      sql`update deliveries set due_at = now() + interval '1 minute' where domain = 'three.test'`,
    )
    await office.db.execute(
      sql`update deliveries set due_at = now() - interval '1 minute' where domain = 'two.test'`,
    )
    expect(await claimed({ ...LEASE, limit: 1 })).toEqual(['two.test'])
    expect(await claimed(LEASE)).toEqual(['one.test'])
  })

  test('a claim that is given back was never an attempt', async () => {
    await queue(office, 'a@one.test')
    const claims = await claimDeliveries(office.db, LEASE)
    await releaseDeliveries(office.db, claims)
    expect(await only(office)).toMatchObject({ state: 'pending', attempts: 0, leaseUntil: null })
    const [again] = await claimDeliveries(office.db, LEASE)
    expect(again?.fence).toBe(2)
    await releaseDeliveries(office.db, claims)
    expect((await only(office)).state).toBe('claimed')
  })

  test('a worker that died before the text began leaves a retry', async () => {
    await queue(office, 'a@one.test')
    await claimDeliveries(office.db, LEASE)
    await leaseRunsOut(office)
    const [again] = await claimDeliveries(office.db, LEASE)
    expect(again).toMatchObject({ fence: 2 })
    expect(await only(office)).toMatchObject({ state: 'claimed', attempts: 2, resends: 0 })
  })
})

async function claimed(claiming: typeof LEASE): Promise<string[]> {
  const claims = await claimDeliveries(office.db, claiming)
  const rows = await office.db.select({ id: deliveries.id, domain: deliveries.domain }).from(deliveries)
  return claims.map(({ id }) => rows.find(row => row.id === id)?.domain ?? '')
}

const count = (domains: string[], domain: string) => domains.filter(one => one === domain).length
