import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { claimDeliveries } from '../../src/notifications/claim.ts'
import { replayDelivery } from '../../src/notifications/replay.ts'
import { deliveries, suppressions } from '../../src/notifications/tables.ts'
import { writeAgain } from '../../src/notifications/write-again.ts'
import { fan, happen, hire, LEASE, leaseRunsOut, only, queue, sendAll, usePostOffice } from './post-office.ts'
import { latestEvent, NOW, receive } from './received.ts'

const office = usePostOffice()

describe('a refusal for good', () => {
  test('suppresses the address and tells staff, whose own bounces call forth no more', async () => {
    await hire(office, 'coordinator', { email: 'coordinator@staff.test' })
    await office.server.behave('permanent')
    const { eventId, caseId } = await receive(office)
    await fan(office, eventId)
    await sendAll(office)
    expect(await only(office)).toMatchObject({ state: 'refused' })
    expect(await office.db.select({ address: suppressions.address }).from(suppressions)).toEqual([
      { address: 'applicant@one.test' },
    ])
    const refused = await latestEvent(office, caseId, 'delivery.refused')
    expect(JSON.stringify(refused.details)).not.toContain('@')
    expect(await fan(office, refused.id)).toBe(1)
    await sendAll(office)
    expect(await fan(office, (await latestEvent(office, caseId, 'delivery.refused')).id)).toBe(0)
  })

  test('stops what is waiting for the same address', async () => {
    await queue(office, 'a@one.test', 'A@one.test')
    await office.db
      .insert(suppressions)
      .values({ address: 'a@one.test', reason: 'refused-550', deliveryId: randomUUID(), at: NOW })
    await sendAll(office)
    const rows = await office.db.select().from(deliveries)
    expect(rows.map(({ state, lastError }) => [state, lastError])).toEqual([
      ['cancelled', 'suppressed'],
      ['cancelled', 'suppressed'],
    ])
    expect(office.server.received).toEqual([])
  })

  test('can be undone by hand', async () => {
    await office.server.behave('permanent')
    await fan(office, (await receive(office)).eventId)
    await sendAll(office)
    await office.server.behave('accept')
    await replayDelivery(office.db, (await only(office)).id, 180)
    expect(await office.db.select().from(suppressions)).toEqual([])
    await sendAll(office)
    const row = await only(office)
    expect(row).toMatchObject({ state: 'accepted', attempts: 1, resends: 0 })
    await expect(replayDelivery(office.db, row.id, 180)).rejects.toMatchObject({
      code: 'transition-not-allowed',
    })
    await expect(replayDelivery(office.db, randomUUID(), 180)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('an address that nothing is sent to', () => {
  const suppressed = (address: string) =>
    office.db
      .insert(suppressions)
      .values({ address, reason: 'refused-550', deliveryId: randomUUID(), at: NOW })
  const told = async (caseId: string) => (await latestEvent(office, caseId, 'delivery.refused')).details

  test.each(['before the email is written', 'while it waits'])('staff hear of it: refused %s', async when => {
    await hire(office, 'coordinator', { email: 'coordinator@staff.test' })
    if (when !== 'while it waits') await suppressed('applicant@one.test')
    const { caseId, eventId } = await receive(office)
    await fan(office, eventId)
    if (when === 'while it waits') await suppressed('applicant@one.test')
    await sendAll(office)
    expect(await only(office)).toMatchObject({ state: 'cancelled', lastError: 'suppressed' })
    expect(await told(caseId)).toMatchObject({ cause: 'suppressed', notification: 'receipt' })
    await fan(office, (await latestEvent(office, caseId, 'delivery.refused')).id)
    const [bounce] = await office.db.select().from(deliveries).where(eq(deliveries.notification, 'bounce'))
    expect(bounce).toMatchObject({ address: 'coordinator@staff.test', state: 'pending' })
  })

  test('an operator lets it be written to again', async () => {
    await suppressed('applicant@one.test')
    const by = { actor: { kind: 'system', id: 'operator' } as const, at: NOW }
    const again = () => office.db.transaction(tx => writeAgain(tx, 'Applicant@one.test', by))
    expect([await again(), await again()]).toEqual([true, false])
    await fan(office, (await receive(office)).eventId)
    await sendAll(office)
    expect(await only(office)).toMatchObject({ state: 'accepted' })
  })

  test.each([
    ['550 5.1.1 no such user', true],
    ['550 no such user', true],
    ['550 5.1.8 sender address rejected: domain not found', false],
    ['550 5.4.5 daily quota exceeded', false],
    ['550 5.7.1 relaying denied', false],
    ['554 transaction failed', false],
  ])('“%s” is about the address: %s', async (answer, isAboutIt) => {
    await office.server.behave('permanent', { answer })
    await queue(office, 'a@one.test')
    await sendAll(office)
    expect(await only(office)).toMatchObject({ state: 'refused' })
    expect(await office.db.select().from(suppressions)).toHaveLength(isAboutIt ? 1 : 0)
  })
})

describe('when the server hangs up after the final dot', () => {
  test('a receipt goes out once more, with the same Message-ID, and that is counted', async () => {
    await office.server.behave('drop-after-final-dot')
    await fan(office, (await receive(office)).eventId)
    await sendAll(office)
    expect(await only(office)).toMatchObject({ state: 'retry', resends: 1 })
    await office.server.behave('accept')
    await office.db.update(deliveries).set({ dueAt: sql`now() - interval '1 second'` })
    await sendAll(office)
    expect(await only(office)).toMatchObject({ state: 'accepted', resends: 1 })
    const [first, second] = office.server.received
    expect(first?.messageId).toBe(second?.messageId)
  })

  test('a receipt that hangs twice is left to a person', async () => {
    await office.server.behave('drop-after-final-dot')
    await fan(office, (await receive(office)).eventId)
    await sendAll(office)
    await office.db.update(deliveries).set({ dueAt: sql`now() - interval '1 second'` })
    await sendAll(office)
    expect(await only(office)).toMatchObject({ state: 'uncertain', resends: 1 })
  })

  test('a decision waits for a person, who is told and may send it again', async () => {
    await hire(office, 'coordinator', { email: 'coordinator@staff.test' })
    await office.server.behave('drop-after-final-dot', { domain: 'one.test' })
    const { caseId } = await receive(office)
    await fan(
      office,
      await happen(office, caseId, 'case.decided', {
        details: { outcome: 'decline', reasonCode: 'criteria-not-met' },
      }),
    )
    await sendAll(office)
    const row = await only(office)
    expect(row).toMatchObject({ notification: 'decision', state: 'uncertain', resends: 0 })
    expect(await claimDeliveries(office.db, LEASE)).toEqual([])
    expect(await fan(office, (await latestEvent(office, caseId, 'delivery.uncertain')).id)).toBe(1)
    await office.server.behave('accept', { domain: 'one.test' })
    await replayDelivery(office.db, row.id, 180)
    await sendAll(office)
    const [sent] = await office.db.select().from(deliveries).where(eq(deliveries.id, row.id))
    expect(sent).toMatchObject({ state: 'accepted', resends: 1 })
  })

  test('so does one whose worker died while the text went out', async () => {
    const { caseId } = await receive(office)
    await fan(
      office,
      await happen(office, caseId, 'case.decided', {
        details: { outcome: 'accept', reasonCode: 'meets-criteria' },
      }),
    )
    const [claim] = await claimDeliveries(office.db, LEASE)
    await office.db
      .update(deliveries)
      .set({ state: 'data-started', dataStartedAt: sql`now()` })
      .where(eq(deliveries.id, claim?.id ?? ''))
    await leaseRunsOut(office)
    await claimDeliveries(office.db, LEASE)
    expect(await only(office)).toMatchObject({ state: 'uncertain', resends: 0 })
    expect(await latestEvent(office, caseId, 'delivery.uncertain')).toBeDefined()
  })
})
