// What an applicant corrects and asks for, and what becomes of it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askForLink } from '../../src/cases/applicant/ask-for-link.ts'
import {
  confirmAddress,
  correctContact,
  correctedPhone,
  giveAddress,
} from '../../src/cases/applicant/contact.ts'
import { lookAtApplicantLink } from '../../src/cases/applicant/links.ts'
import { askForAnotherLook, askForErasure, confirmErasure } from '../../src/cases/applicant/requests.ts'
import type { Tx } from '../../src/kernel/database.ts'
import { observerApplication } from '../support/applications.ts'
import { signedInBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'
import { working } from './cases-steps.ts'

let service: TestService
let lead: ReturnType<typeof working>
let leadId: string
let headers: Record<string, string>
beforeAll(async () => {
  service = await testService()
  const person = await service.person(['lead'], { email: 'head@office.example', language: 'en' })
  headers = person.headers
  leadId = person.id
  lead = working(service, person)
})
afterAll(() => service.close())

const at = new Date('2026-03-03T09:00:00Z')
let reference = ''
let caseId = ''
let address = ''
beforeEach(async () => {
  address = `awa-${crypto.randomUUID()}@reseau.example`
  const contact = { ...(observerApplication()['contact'] as object), email: address }
  reference = (await service.submitObserver({ contact })).json().reference
  const { rows } = await service.pool.query('select id from cases where reference = $1', [reference])
  caseId = rows[0].id
  await service.settled()
})

async function happens(what: (tx: Tx) => Promise<unknown>): Promise<void> {
  await service.db.transaction(what)
  await service.settled()
}
const mailsTo = async (to: string) =>
  (await service.inboxOf(to)).filter(mail => mail.subject?.includes(reference))
const linkIn = (text = '') => /\/en\/follow\/([\w-]{43})/.exec(text)?.[1] ?? ''
const asked = async (): Promise<string[]> =>
  (await service.app.inject({ url: '/api/v1/cases?view=asked&limit=200', headers }))
    .json<{ items: { reference: string }[] }>()
    .items.map(item => item.reference)

test('a link goes to the applicant alone, whoever asks for it', async () => {
  await askForLink(service.db, { reference, email: 'somebody@else.example' })
  await service.settled()
  expect(await mailsTo('somebody@else.example')).toEqual([])
  const before = (await mailsTo(address)).length
  await askForLink(service.db, { reference, email: address.toUpperCase() })
  await service.settled()
  const mails = await mailsTo(address)
  expect(mails).toHaveLength(before + 1)
  expect(await lookAtApplicantLink(service.db, linkIn(mails.at(-1)?.text))).toMatchObject({
    caseId,
    usable: true,
  })
})

test('corrected contact details are used from now on, and what was sent stays as it was', async () => {
  await happens(tx =>
    correctContact(tx, { caseId, at, name: 'Awa Ndiaye', phone: '+221 33 000', language: 'fr' }),
  )
  const { applicant, answers } = await lead.read(reference)
  expect(applicant).toMatchObject({ contactName: 'Awa Ndiaye', contactEmail: address, language: 'fr' })
  expect(answers.contact).toMatchObject({ email: address, language: 'en' })
  expect(await correctedPhone(service.db, caseId)).toBe('+221 33 000')
  expect((await mailsTo(address)).at(-1)?.subject).toContain('Vos coordonnées ont été corrigées')
})

test('a new address is used once it is confirmed there; the one before is told and its links end', async () => {
  const earlier = linkIn((await mailsTo(address)).at(-1)?.text)
  const email = `new-${address}`
  await happens(tx => giveAddress(tx, { caseId, at, email }))
  expect((await lead.read(reference)).applicant.contactEmail).toBe(address)
  const secret = linkIn((await mailsTo(email)).at(-1)?.text)
  expect(await lookAtApplicantLink(service.db, secret)).toMatchObject({ purpose: 'confirm-address' })
  await happens(tx => confirmAddress(tx, { secret, at, linkDays: 180 }))
  expect((await lead.read(reference)).applicant.contactEmail).toBe(email)
  expect((await mailsTo(address)).at(-1)?.subject).toContain('We now write to another address')
  expect((await mailsTo(address)).at(-1)?.text).not.toContain('/follow/')
  expect(await lookAtApplicantLink(service.db, earlier)).toMatchObject({ usable: false })
  expect(await lookAtApplicantLink(service.db, secret)).toMatchObject({ purpose: 'follow', usable: true })
  // Used once.
  expect(
    await service.db.transaction(tx => confirmAddress(tx, { secret, at, linkDays: 180 })),
  ).toBeUndefined()
})

test('a new address that was given before another one is not confirmed any more, and its link stays without power', async () => {
  const [mistyped, right] = [`typo-${address}`, `right-${address}`]
  for (const email of [mistyped, right]) await happens(tx => giveAddress(tx, { caseId, at, email }))
  const secret = linkIn((await mailsTo(mistyped)).at(-1)?.text)
  await expect(happens(tx => confirmAddress(tx, { secret, at, linkDays: 180 }))).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
  expect(await lookAtApplicantLink(service.db, secret)).toMatchObject({ purpose: 'confirm-address' })
  const next = linkIn((await mailsTo(right)).at(-1)?.text)
  await happens(tx => confirmAddress(tx, { secret: next, at, linkDays: 180 }))
  expect((await lead.read(reference)).applicant.contactEmail).toBe(right)
})

test('whoever asks for another look stands in the inbox until the case is reopened or they are told why not', async () => {
  const again = () => happens(tx => askForAnotherLook(tx, { caseId, at, why: 'The minutes were missing.' }))
  await expect(again()).rejects.toMatchObject({ code: 'transition-not-allowed' })
  await lead.post(reference, 'withdrawal', { reason: 'By telephone.' })
  await service.settled()
  await again()
  await expect(again()).rejects.toMatchObject({ code: 'transition-not-allowed' })
  expect((await lead.read(reference)).state).toBe('withdrawn')
  expect(await asked()).toContain(reference)
  expect((await mailsTo(address)).at(-1)?.subject).toContain('You asked us to look again')
  const { rows } = await service.pool.query(
    `select 1 from deliveries where stream = $1 and notification = 'another-look-asked' and state = 'accepted'`,
    [caseId],
  )
  expect(rows.length).toBeGreaterThan(0)
  const refusal = { request: 'another-look', reason: 'The minutes change nothing.' }
  expect((await lead.post(reference, 'request-refusal', refusal)).statusCode).toBe(204)
  expect((await lead.post(reference, 'request-refusal', refusal)).statusCode).toBe(409)
  await service.settled()
  expect(await asked()).not.toContain(reference)
  expect((await mailsTo(address)).at(-1)?.text).toContain('The minutes change nothing.')
  await again()
  await lead.post(reference, 'reopening', { reason: 'A second thought.' })
  expect(await asked()).not.toContain(reference)
})

test('an erasure is asked for by a link that is mailed anew, and stands in the inbox once confirmed', async () => {
  await happens(tx => askForErasure(tx, { caseId, at }))
  expect(await asked()).not.toContain(reference)
  const secret = linkIn((await mailsTo(address)).at(-1)?.text)
  expect(await lookAtApplicantLink(service.db, secret)).toMatchObject({ purpose: 'confirm-erasure' })
  await happens(tx => confirmErasure(tx, { secret, at, linkDays: 180 }))
  expect(await asked()).toContain(reference)
  expect((await mailsTo(address)).at(-1)?.subject).toContain('Your data will be erased')
})

test('staff correct a mistyped address: the applicant is told there with a new link, and all before it end', async () => {
  const right = `right-${address}`
  const before = linkIn((await mailsTo(address)).at(-1)?.text)
  const told = (await mailsTo(address)).length
  const correction = { email: ` ${right} `, reason: 'They rang us.' }
  expect((await lead.post(reference, 'address-correction', correction)).statusCode).toBe(204)
  await service.settled()
  expect((await lead.read(reference)).applicant.contactEmail).toBe(right)
  expect(await lookAtApplicantLink(service.db, before)).toMatchObject({ usable: false })
  const mails = await mailsTo(right)
  expect(mails.map(({ subject }) => subject)).toEqual([`${reference} – We have corrected your address`])
  expect(mails[0]?.text).not.toContain('They rang us')
  const link = linkIn(mails[0]?.text)
  expect(await lookAtApplicantLink(service.db, link)).toMatchObject({ usable: true, purpose: 'follow' })
  const page = (await service.app.inject({ url: `/en/follow/${link}` })).body
  expect(page).toContain('We corrected your address')
  expect(page).not.toContain('They rang us')
  // Whoever reads the other mailbox hears nothing more.
  await lead.post(reference, 'messages', { message: 'A word.' })
  await service.settled()
  expect(await mailsTo(address)).toHaveLength(told)
  expect(await mailsTo(right)).toHaveLength(2)
  // The chain, which is kept for ever, names no address.
  const corrected = (await lead.trail(reference)).find(({ type }) => type === 'contact.address-corrected')
  expect(corrected).toMatchObject({
    actor: { kind: 'staff', id: leadId },
    details: {},
    words: { email: right, emailBefore: address, reason: 'They rang us.' },
  })
  const { rows } = await service.pool.query(
    `select likenesses.address from likenesses join cases on cases.id = case_id where reference = $1`,
    [reference],
  )
  expect(rows).toEqual([{ address: right }])
})

test.each([
  ['what is no address', 'nobody'],
  ['the address that we have', ''],
])('%s is refused as a correction', async (_, email) => {
  const body = { email: email || address.toUpperCase(), reason: 'They rang us.' }
  const refused = await lead.post(reference, 'address-correction', body)
  expect(refused.statusCode).toBe(422)
  expect(refused.json().errors).toEqual([expect.objectContaining({ pointer: '/email' })])
})

test('the address of what was taken for spam is not corrected: nobody is answered', async () => {
  await lead.post(reference, 'spam', { reason: 'A robot.' })
  const refused = await lead.post(reference, 'address-correction', { email: 'a@b.example', reason: 'So.' })
  expect(refused.statusCode).toBe(409)
})

test('the case’s page has the form for it, with the email before it goes out', async () => {
  await lead.read(reference)
  const browser = await signedInBrowser(service, leadId)
  const at = `/desk/cases/${reference}`
  expect((await browser.get(at)).body).toContain(`action="${at}/address-correction`)
  const form = { email: `right-${address}`, reason: 'They rang us.' }
  const preview = await browser.post(`${at}/address-correction/preview`, form, at)
  expect(preview.body).toContain('We have corrected your address')
  expect((await lead.read(reference)).applicant.contactEmail).toBe(address)
  const typo = await browser.post(`${at}/address-correction`, { ...form, email: 'nobody' }, at)
  expect([typo.statusCode, typo.body.includes('value="nobody"')]).toEqual([422, true])
  expect((await browser.post(`${at}/address-correction`, form, at)).statusCode).toBe(303)
  expect((await lead.read(reference)).applicant.contactEmail).toBe(`right-${address}`)
})

test('staff stop all links to a case; the next email has a new one', async () => {
  const secret = linkIn((await mailsTo(address)).at(-1)?.text)
  expect((await lead.post(reference, 'link-stop')).statusCode).toBe(204)
  expect(await lookAtApplicantLink(service.db, secret)).toMatchObject({ usable: false })
  await lead.post(reference, 'messages', { message: 'A word.' })
  await service.settled()
  const next = linkIn((await mailsTo(address)).at(-1)?.text)
  expect(await lookAtApplicantLink(service.db, next)).toMatchObject({ usable: true })
})
