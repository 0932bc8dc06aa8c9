import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { claimDeliveries } from '../../src/notifications/claim.ts'
import { deliveries, suppressions } from '../../src/notifications/tables.ts'
import { fan, happen, hire, LEASE, only, usePostOffice } from './post-office.ts'
import { NOW, receive } from './received.ts'

const office = usePostOffice()

describe('an event becomes emails', () => {
  test('a support request is confirmed to its applicant and told to the point of contact, once', async () => {
    const received = await receive(office, { kind: 'support' })
    expect(await fan(office, received.eventId)).toBe(2)
    expect(await fan(office, received.eventId)).toBe(0)
    const rows = await office.db.select().from(deliveries).orderBy(deliveries.notification)
    expect(rows.map(row => [row.notification, row.address, row.state, row.domain])).toEqual([
      ['receipt', 'applicant@one.test', 'pending', 'one.test'],
      ['request-made', 'ogp.poc@government.example.org', 'pending', 'government.example.org'],
    ])
    for (const row of rows) {
      expect(row.messageId).toBe(`${row.id}@justice.example.org`)
      expect(row.subject).toContain(received.reference)
    }
    expect(rows[1]?.text).not.toContain('court figures')
  })

  test('nothing goes to a suppressed address, and that is seen', async () => {
    await office.db
      .insert(suppressions)
      .values({ address: 'applicant@one.test', reason: 'refused-550', deliveryId: randomUUID(), at: NOW })
    const { eventId } = await receive(office, { email: 'Applicant@one.test' })
    await fan(office, eventId)
    expect(await only(office)).toMatchObject({ state: 'cancelled', lastError: 'suppressed' })
    expect(await claimDeliveries(office.db, LEASE)).toEqual([])
  })

  test('a person of the case’s own country hears nothing of it; where no coordinator is left, the leads do', async () => {
    await hire(office, 'coordinator', { country: 'SL', email: 'own-country@staff.test' })
    await hire(office, 'lead', { email: 'lead@staff.test', language: 'fr' })
    const { caseId } = await receive(office)
    const eventId = await happen(office, caseId, 'case.unroutable')
    await fan(office, eventId)
    const row = await only(office)
    expect(row).toMatchObject({ notification: 'unroutable', address: 'lead@staff.test', language: 'fr' })
    expect(row.text).toContain('Personne n’a pu')
  })

  test('who did something is not told of it', async () => {
    const lead = await hire(office, 'lead', { email: 'deciding@staff.test' })
    await hire(office, 'lead', { email: 'other@staff.test' })
    const { caseId } = await receive(office)
    await fan(
      office,
      await happen(office, caseId, 'case.recommend', { details: { recommendation: 'accept' }, by: lead }),
    )
    expect((await only(office)).address).toBe('other@staff.test')
  })

  test('where the only lead did it, the coordinators are told, for else nobody would be', async () => {
    const lead = await hire(office, 'lead', { email: 'only-lead@staff.test' })
    await hire(office, 'coordinator', { email: 'coordinator@staff.test' })
    const { caseId } = await receive(office)
    await fan(
      office,
      await happen(office, caseId, 'case.recommend', { details: { recommendation: 'accept' }, by: lead }),
    )
    expect((await only(office)).address).toBe('coordinator@staff.test')
  })
})
