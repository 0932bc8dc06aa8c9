import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Mailer } from '../../src/kernel/mailer.ts'
import { claimDeliveries } from '../../src/notifications/claim.ts'
import { deliveries, suppressions } from '../../src/notifications/tables.ts'
import { fan, hire, LEASE, leaseRunsOut, only, queue, send, sendAll, usePostOffice } from './post-office.ts'
import { latestEvent, receive } from './received.ts'

const office = usePostOffice()

describe('a delivery is sent', () => {
  test('and accepted, in one message that names its event’s delivery', async () => {
    await fan(office, (await receive(office)).eventId)
    await sendAll(office)
    const row = await only(office)
    expect(row).toMatchObject({ state: 'accepted', attempts: 1, leaseUntil: null, lastError: null })
    expect(row.dataStartedAt).not.toBeNull()
    expect(row.settledAt).not.toBeNull()
    expect(office.server.received.map(mail => [mail.to, mail.messageId])).toEqual([
      [['applicant@one.test'], `<${row.messageId}>`],
    ])
    const raw = office.server.received[0]?.raw.toString() ?? ''
    expect(raw).toMatch(/^Reply-To: unit@justice\.example\.org/m)
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m)
  })

  test('a late worker sends nothing and settles nothing', async () => {
    await queue(office, 'a@one.test')
    const [late] = await claimDeliveries(office.db, LEASE)
    await leaseRunsOut(office)
    await claimDeliveries(office.db, LEASE)
    await send(office, late)
    expect(office.server.received).toEqual([])
    expect(await only(office)).toMatchObject({ state: 'claimed', fence: 2 })
  })

  test('a worker that lost its claim while it connected lets no text go out', async () => {
    await queue(office, 'a@one.test')
    const [claim] = await claimDeliveries(office.db, LEASE)
    const losing: Mailer = {
      ...office.mailer,
      send: async (message, onDataStarted) => {
        await leaseRunsOut(office)
        await claimDeliveries(office.db, LEASE)
        return office.mailer.send(message, onDataStarted)
      },
    }
    await send(office, claim, losing)
    expect(office.server.received).toEqual([])
    expect(await only(office)).toMatchObject({ state: 'claimed', fence: 2 })
  })

  test('a worker whose lease ran out under the text cannot settle what another found uncertain', async () => {
    await fan(office, (await receive(office)).eventId)
    const [claim] = await claimDeliveries(office.db, LEASE)
    const slow: Mailer = {
      ...office.mailer,
      send: async (message, onDataStarted) => {
        const outcome = await office.mailer.send(message, onDataStarted)
        await leaseRunsOut(office)
        await claimDeliveries(office.db, LEASE)
        return outcome
      },
    }
    await send(office, claim, slow)
    expect(await only(office)).toMatchObject({ state: 'retry', resends: 1 })
  })

  test('a server that says later is asked again after a minute, then five, fifteen, sixty, sixty', async () => {
    await office.server.behave('temporary')
    await queue(office, 'a@one.test')
    const waits: number[] = []
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await sendAll(office)
      const row = await only(office)
      expect(row).toMatchObject({ state: 'retry', attempts: attempt })
      waits.push(Math.round(await secondsUntilDue()))
      await office.db.update(deliveries).set({ dueAt: sql`now()` })
    }
    const steps = [60, 300, 900, 3600, 3600]
    steps.forEach((least, at) => {
      expect(waits[at]).toBeGreaterThanOrEqual(least - 2)
      expect(waits[at]).toBeLessThanOrEqual(least * 1.2 + 2)
    })
  })

  test('after 48 hours of that it is given up: staff are told, the address stays open', async () => {
    await hire(office, 'coordinator', { email: 'coordinator@staff.test' })
    await office.server.behave('temporary', { domain: 'one.test' })
    const { eventId, caseId } = await receive(office)
    await fan(office, eventId)
    await office.db.execute(
      sql`update deliveries set created_at = now() - interval '47 hours 30 minutes', attempts = 40`,
    )
    await sendAll(office)
    expect(await only(office)).toMatchObject({ state: 'refused', lastError: 'gave-up' })
    expect(await office.db.select().from(suppressions)).toEqual([])
    await fan(office, (await latestEvent(office, caseId, 'delivery.refused')).id)
    const [bounce] = await office.db.select().from(deliveries).where(eq(deliveries.notification, 'bounce'))
    expect(bounce).toMatchObject({ address: 'coordinator@staff.test', state: 'pending' })
  })

  test('one that waited out a long outage still gets its quick retries', async () => {
    await office.server.behave('temporary')
    await queue(office, 'a@one.test')
    await office.db.execute(sql`update deliveries set created_at = now() - interval '5 days'`)
    await sendAll(office)
    expect((await only(office)).state).toBe('retry')
  })
})

async function secondsUntilDue(): Promise<number> {
  const seconds = sql<number>`extract(epoch from due_at - now())`.mapWith(Number)
  const [row] = await office.db.select({ seconds }).from(deliveries)
  return row?.seconds ?? Number.NaN
}
