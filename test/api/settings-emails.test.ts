// The catalogue of emails on the desk: what is sent when, and an email in other words as it arrives.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { DRAFT_LETTER_NAMES } from '../../src/notifications/applicant/draft-letters.ts'
import { CONDITIONS, TRIGGERS } from '../../src/notifications/catalogue/triggers.ts'
import { EMAILS } from '../../src/notifications/catalogue/emails.ts'
import { NOTIFICATIONS } from '../../src/notifications/index.ts'
import { DAILY_DIGEST } from '../../src/notifications/staff/daily-digest.ts'
import { TO_BE_SORTED } from '../../src/notifications/staff/to-be-sorted.ts'
import { LINK_PURPOSES } from '../../src/staff/sign-in/words.ts'
import { observerApplication } from '../support/applications.ts'
import { signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

const RECEIPT = '/desk/settings/emails/receipt/fr'
let service: TestService
let lead: TestBrowser
let other: TestBrowser
let coordinator: TestBrowser

beforeAll(async () => {
  service = await testService()
  const browserOf = async (role: 'lead' | 'coordinator') =>
    signedInBrowser(service, (await service.person([role])).id)
  lead = await browserOf('lead')
  other = await browserOf('lead')
  coordinator = await browserOf('coordinator')
})
afterAll(() => service.close())

const seenIn = (body: string) => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? ''
const fieldsIn = (body: string) =>
  [...body.matchAll(/<textarea id="(sentence-\d+)"[^>]*>\n([^<]*)/g)].map(([, name = '', words = '']) => ({
    name,
    words: words.replaceAll('&#39;', '’'),
  }))

test('the catalogue says of every email when it is sent, to whom, and where that depends on more', async () => {
  const on = NOTIFICATIONS.flatMap(notification => notification.on)
  expect(on.filter(type => TRIGGERS[type] === undefined)).toEqual([])
  const conditional = NOTIFICATIONS.filter(({ when }) => when).map(({ name }) => name)
  expect(Object.keys(CONDITIONS).toSorted()).toEqual(conditional.toSorted())
  const list = await coordinator.get('/desk/settings/emails')
  expect(list.statusCode, list.body).toBe(200)
  for (const { name } of EMAILS) expect(list.body).toContain(`/desk/settings/emails/${name}/es"`)
})

test('no email goes out past the catalogue: what is sent was written down, and in two places only', () => {
  const files = globSync(['src/**/*.ts', 'workers/**/*.ts'])
  const holding = (words: RegExp) => files.filter(path => words.test(readFileSync(path, 'utf8'))).toSorted()
  expect(holding(/\bmailer\.send\(/)).toEqual(['src/notifications/send.ts'])
  // The one writes those of THE LIST, the other only what its type names.
  expect(holding(/\.insert\(deliveries\)/)).toEqual([
    'src/notifications/fan-out.ts',
    'src/notifications/keep-office-letter.ts',
  ])
  const beside = [...LINK_PURPOSES, ...DRAFT_LETTER_NAMES, TO_BE_SORTED, DAILY_DIGEST]
  expect(EMAILS.map(({ name }) => name).toSorted()).toEqual(
    [...NOTIFICATIONS.map(({ name }) => name), ...beside].toSorted(),
  )
})

test('every email can be looked at in every language, with nothing left open in it', async () => {
  for (const { name } of EMAILS) {
    for (const language of LANGUAGES) {
      const { statusCode, body } = await coordinator.get(`/desk/settings/emails/${name}/${language}`)
      expect(statusCode, `${name} ${language}`).toBe(200)
      const letters = [...body.matchAll(/<pre class="letter"[^>]*>([^<]*)</g)].map(([, text]) => text)
      expect(letters.length).toBeGreaterThan(0)
      expect(letters.join('\n')).not.toMatch(/[{}]|undefined/)
      expect(body).not.toContain('Put these words in force')
    }
  }
  expect((await coordinator.get('/desk/settings/emails/nothing/fr')).statusCode).toBe(404)
})

test('other words are looked at, put in force, and stand in the next email in French', async () => {
  const before = (await lead.get(RECEIPT)).body
  const [first] = fieldsIn(before).filter(({ words }) => words.startsWith('Merci.'))
  if (!first) throw new Error('The receipt does not say thank you.')
  const words = 'Soyez remercié : {yourRequest}, reçue le {received}, porte la référence {reference}.'
  const lacking = await lead.post(
    `${RECEIPT}/preview`,
    { seen: '0', [first.name]: 'Merci {prénom}.' },
    RECEIPT,
  )
  expect([lacking.statusCode, lacking.body.includes(`href="#${first.name}"`)]).toEqual([422, true])
  expect(lacking.body).toContain('{prénom}')
  const preview = await lead.post(`${RECEIPT}/preview`, { seen: '0', [first.name]: words }, RECEIPT)
  expect(preview.body).toContain('How it would read in the new words')
  expect(preview.body).toMatch(/<pre[^>]*>[^<]*Soyez remercié/)
  expect((await lead.get(RECEIPT)).body).not.toContain('Soyez remercié')

  const put = await lead.post(RECEIPT, { seen: '0', [first.name]: words }, RECEIPT)
  expect(put.headers.location).toBe(`${RECEIPT}?done=worded`)
  const late = await other.post(RECEIPT, { seen: '0', [first.name]: `Mille mercis. ${words}` }, RECEIPT)
  expect([late.statusCode, late.body.includes('Mille mercis.')]).toEqual([409, true])

  const email = 'fatmata@legal-aid.example'
  const contact = { ...(observerApplication()['contact'] as object), email, language: 'fr' }
  const received = await service.submitObserver({ contact })
  expect(received.statusCode, received.body).toBe(201)
  await service.settled()
  const mails = await service.inboxOf(email)
  expect(mails.map(({ text }) => text?.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/Soyez remercié : votre demande .* porte la référence OBS-/),
  ])
  expect(mails[0]?.html).toContain('Soyez remercié')
  const { rows } = await service.pool.query(
    `select wording_version from deliveries where notification = 'receipt' and address = $1`,
    [email],
  )
  expect(rows).toEqual([{ wording_version: 1 }])

  const reset = await lead.post(`${RECEIPT}/reset`, { seen: seenIn(late.body) }, RECEIPT)
  expect(reset.headers.location).toBe(`${RECEIPT}?done=reset`)
  const after = (await lead.get(RECEIPT)).body
  expect(after).toContain('As they came with the service')
  expect(after).toMatch(/Version 2.*Version 1/s)
})

test('an email is shown with its layout too, in a frame that runs nothing and may have those styles only', async () => {
  const page = await coordinator.get(RECEIPT)
  const [, frame = ''] = /<iframe class="letter" sandbox srcdoc="([^"]*)"/.exec(page.body) ?? []
  const letter = frame.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
  expect(letter).toMatch(/^<!doctype html>/)
  const policy = String(page.headers['content-security-policy'])
  expect(policy).not.toContain('unsafe-inline')
  const styles = [...letter.matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style)
  expect(styles.length).toBeGreaterThan(5)
  for (const style of styles) {
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  }
  const other = await coordinator.get('/desk/settings/emails')
  expect(other.headers['content-security-policy']).not.toContain('unsafe')
})
