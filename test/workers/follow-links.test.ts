// The link in an email to an applicant: in the mailbox alone, until it ends or is stopped.
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import {
  confirmBy,
  forgetApplicantLinks,
  linksTo,
  lookAtApplicantLink,
  stopOneLink,
  stopLinks,
} from '../../src/cases/applicant/links.ts'
import { applicantLinks } from '../../src/cases/applicant/tables.ts'
import { deliveries } from '../../src/notifications/tables.ts'
import { replayDelivery } from '../../src/notifications/replay.ts'
import { fan, happen, sendAll, usePostOffice } from './post-office.ts'
import { receive } from './received.ts'

const office = usePostOffice()

const secretsIn = () =>
  office.server.received.map(({ raw }) => {
    // Quoted-printable breaks long lines.
    const text = raw.toString().replaceAll('=\r\n', '')
    return /https:\/\/justice\.example\.org\/\w\w\/follow\/([\w-]{43})\s/.exec(text)?.[1] ?? ''
  })

async function followed(type = 'submission.received'): Promise<{ caseId: string; secret: string }> {
  const { caseId, eventId } = await receive(office)
  await fan(office, type === 'submission.received' ? eventId : await happen(office, caseId, type))
  await sendAll(office)
  return { caseId, secret: secretsIn().at(-1) ?? '' }
}

describe('the link in an email', () => {
  test('leads to the case, and its secret stands nowhere but in the email', async () => {
    const { caseId, secret } = await followed()
    expect(await lookAtApplicantLink(office.db, secret)).toMatchObject({
      caseId,
      purpose: 'follow',
      usable: true,
    })
    const dump = await office.db.execute<{ row: string }>(
      sql`select row_to_json(d)::text as row from deliveries d union all select row_to_json(l)::text from applicant_links l`,
    )
    expect(dump.rows.filter(({ row }) => row.includes(secret))).toEqual([])
  })

  test('is another one in each email, and none goes to the staff or to an address that is refused', async () => {
    const { caseId, secret } = await followed()
    const second = await (async () => {
      await fan(office, await happen(office, caseId, 'message.sent'))
      await sendAll(office)
      return secretsIn().at(-1) ?? ''
    })()
    expect(second).not.toBe(secret)
    expect(await linksTo(office.db, caseId)).toMatchObject({ usable: 2 })
    await office.db.execute(
      sql`insert into suppressions select lower(address), 'refused-550', id, now() from deliveries limit 1`,
    )
    await fan(office, await happen(office, caseId, 'message.sent'))
    expect(await linksTo(office.db, caseId)).toMatchObject({ usable: 2 })
  })

  test('goes to nobody who is the applicant no longer', async () => {
    await office.server.behave('permanent')
    const { caseId } = await followed()
    await office.server.behave('accept')
    await office.db.execute(
      sql`update cases set contact_email = 'right@one.test', version = version where id = ${caseId}`,
    )
    const [row] = await office.db.select().from(deliveries)
    await expect(replayDelivery(office.db, row?.id ?? '', 30)).rejects.toThrow('another address by now')
    await sendAll(office)
    expect(office.server.received).toEqual([])
  })

  test('of an email that is sent again is a new one', async () => {
    await office.server.behave('permanent')
    const { caseId } = await followed()
    const [row] = await office.db.select().from(deliveries)
    expect(row).toMatchObject({ state: 'refused', linkSecret: null })
    await office.server.behave('accept')
    await replayDelivery(office.db, row?.id ?? '', 30)
    await sendAll(office)
    const secret = secretsIn().at(-1) ?? ''
    expect(await lookAtApplicantLink(office.db, secret)).toMatchObject({ caseId, usable: true })
  })

  test('can be stopped alone or with all others, runs out, and is forgotten a year later', async () => {
    const { caseId, secret } = await followed()
    await fan(office, await happen(office, caseId, 'message.sent'))
    await sendAll(office)
    const second = secretsIn().at(-1) ?? ''
    await office.db.transaction(tx => stopOneLink(tx, secret, caseId, new Date('2026-11-24T09:00:00Z')))
    expect(await lookAtApplicantLink(office.db, secret)).toMatchObject({ usable: false })
    expect(await lookAtApplicantLink(office.db, second)).toMatchObject({ usable: true })
    expect(await office.db.transaction(tx => stopLinks(tx, caseId, second))).toBe(0)
    expect(await office.db.transaction(tx => stopLinks(tx, caseId))).toBe(1)
    expect(await lookAtApplicantLink(office.db, second)).toMatchObject({ usable: false })
    await office.db.update(applicantLinks).set({ expiresAt: sql`now() - interval '366 days'` })
    await forgetApplicantLinks(office.db)
    expect(await lookAtApplicantLink(office.db, second)).toBeUndefined()
  })

  test('that confirms something does so once, and is a link to follow the case from then on', async () => {
    const { caseId, secret } = await followed()
    await office.db.update(applicantLinks).set({ purpose: 'confirm-erasure' })
    const confirmed = () => office.db.transaction(tx => confirmBy(tx, secret, 'confirm-erasure', 180))
    const both = await Promise.all([confirmed(), confirmed()])
    expect(both.filter(Boolean)).toMatchObject([{ caseId }])
    expect(await lookAtApplicantLink(office.db, secret)).toMatchObject({ purpose: 'follow', usable: true })
  })
})
