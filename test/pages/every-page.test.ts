// Every page of the desk in every state, wide and light, narrow and dark: axe finds nothing, and nothing is wider than the window.
// The list holds every route that answers with a page; one that is missing fails the first test.
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepMail } from '../../src/inbound/keep-mail.ts'
import { openSession, type NewSession } from '../../src/staff/sessions.ts'
import { decision, working } from '../api/cases-steps.ts'
import { ACCESS } from '../support/access.ts'
import { troubles } from '../support/chromium.ts'
import { mailOf } from '../support/mail-corpus.ts'
import { deskInChromium, open, take, type Desk } from './desk.ts'

let desk: Desk
/** What stands in addresses, known once it exists. */
let ids: Record<
  | 'reference'
  | 'unread'
  | 'meeting'
  | 'cancelled'
  | 'invited'
  | 'absence'
  | 'person'
  | 'rule'
  | 'found'
  | 'nothing'
  | 'mail'
  | 'closedMail',
  string
>

beforeAll(async () => {
  desk = await deskInChromium()
  // Sent twice: the one is perhaps the other.
  const [reference, unread] = [await submitted(), await submitted()]
  const invited = await observer()
  await desk.service.submitSupport()
  await desk.service.settled()
  ids = {
    reference,
    unread,
    invited,
    meeting: await meetingWith(invited),
    cancelled: await cancelledMeeting(),
    absence: await prepared('POST', 'routing/absences', await someAbsence()),
    person: await idOf('europe'),
    rule: (await api('GET', 'routing/rules')).items[0].id,
    found: await prepared('POST', 'case-searches', { text: 'legla aid' }),
    nothing: await prepared('POST', 'case-searches', { text: 'zzyzx' }),
    mail: await mailAbout('attachments', null),
    closedMail: await mailAbout('gmail-ar', unread),
  }
})
afterAll(() => desk.close())

const submitted = async () => (await desk.service.submitObserver()).json().reference as string
const idOf = async (mailbox: string): Promise<string> => {
  const email = `${mailbox}@support-unit.example`
  return (await desk.service.pool.query('select id from staff where email = $1', [email])).rows[0].id
}
const someAbsence = async () => ({
  staffId: await idOf('africa'),
  from: '2026-03-05',
  to: '2026-03-06',
})
const MEETING = {
  title: 'Courts that explain themselves',
  startsAt: '2026-04-01T12:00:00Z',
  endsAt: '2026-04-01T14:30:00Z',
  timeZone: 'Europe/Paris',
  place: 'Palais de Justice, Paris',
  link: 'https://meet.example.org/justice/a-very-long-address-that-has-no-space-in-it-and-goes-on',
  agenda: 'Welcome\nReports of the members',
}
/** Somebody who was admitted as an observer. */
async function observer(): Promise<string> {
  const { reference } = (
    await desk.service.submitObserver({ participation: 'standing', meeting: undefined })
  ).json()
  await desk.service.settled()
  const lead = working(desk.service, await desk.service.person(['lead']))
  await lead.post(reference, 'review')
  await lead.post(reference, 'decision', decision('accept'))
  await lead.post(reference, 'admission')
  return reference
}
/** A meeting to which this observer is invited, and to which another was. */
async function meetingWith(reference: string): Promise<string> {
  const id = await prepared('POST', 'meetings', MEETING)
  const other = await observer()
  await api('POST', `meetings/${id}/invitations`, { references: [reference, other] })
  await api('POST', `meetings/${id}/invitation-withdrawals`, { reference: other })
  return id
}
async function cancelledMeeting(): Promise<string> {
  const id = await prepared('POST', 'meetings', { ...MEETING, title: 'العدالة المفتوحة', place: null })
  await api('POST', `meetings/${id}/cancellation`, { reason: 'A general strike.' })
  return id
}
async function api(method: 'GET' | 'POST', path: string, payload?: object) {
  const { headers } = await desk.service.person(['lead'])
  const answer = await desk.service.app.inject({
    method,
    url: `/api/v1/${path}`,
    headers,
    ...(payload && { payload }),
  })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.body === '' ? null : answer.json()
}
/** A message in quarantine that seems to be about this case. */
async function mailAbout(name: string, reference: string | null): Promise<string> {
  const { db, clock, pool } = desk.service
  const raw = mailOf(name, { reply: 'replies@justice.example.org', original: 'none@intake.example' })
  const webhookId = randomUUID()
  await keepMail(db, { from: { webhookId }, raw, size: raw.length, at: clock.now() })
  const { rows } = await pool.query(
    `update inbound_mail set state = 'quarantined', reason = 'other-sender', settled_at = received_at,
       sender = 'isatu@legal-aid.example.org', subject = 'Our answer', case_id = (select id from cases where reference = $2)
     where webhook_id = $1 returning id`,
    [webhookId, reference],
  )
  return rows[0].id
}
const prepared = async (...request: Parameters<typeof api>) => (await api(...request)).id as string

/** A state of a page: where it is seen, or what leads to it. */
type State = string | ((page: Page) => Promise<unknown>)

const at = (path: string) => `/desk/settings${path}`
const PAGES: Readonly<Record<string, () => State[]>> = {
  '/desk/account': () => ['/desk/account'],
  '/desk/account/availability': () => ['/desk/account/availability'],
  '/desk/account/password': () => [
    '/desk/account/password',
    async page => {
      await page.locator('[name=password]').fill('password1234')
      await press(page, 'Set the password')
    },
  ],
  '/desk/account/second-factor': () => ['/desk/account/second-factor', page => press(page, 'Set up')],
  '/desk/account/passkeys': () => ['/desk/account/passkeys'],
  '/desk/account/tokens': () => [
    '/desk/account/tokens',
    page => press(page, 'Make the token'),
    async page => {
      await page.getByLabel('What it is for').fill('Spreadsheet')
      await press(page, 'Make the token')
    },
  ],
  '/desk/confirm': () => ['/desk/confirm'],
  '/desk/audit': () => [
    '/desk/audit',
    '/desk/audit?reference=OBS-00000',
    page => press(page, 'Verify everything'),
  ],
  '/desk/cases': () => [
    '/desk/cases',
    '/desk/cases?filters=open',
    '/desk/cases?filters=country',
    '/desk/cases?choose=all',
    '/desk/cases?view=waiting',
    '/desk/cases?region=europe&language=fr',
    `/desk/cases?search=${ids.found}`,
    `/desk/cases?search=${ids.nothing}`,
    savedView,
    announced,
  ],
  '/desk/cases/bulk/:id': () => [chosen, takenWrongly, taken],
  '/desk/cases/:reference': () => [
    `/desk/cases/${ids.unread}`,
    declaredWrongly,
    page => open(page, desk.url, ids.invited),
    page => open(page, desk.url, ids.reference),
    `/desk/cases/${ids.reference}?merge=${ids.unread}`,
    letter,
    tooLate,
  ],
  '/desk/mail': () => ['/desk/mail', '/desk/mail?view=cases'],
  '/desk/mail/:id': () => [
    `/desk/mail/${ids.closedMail}`,
    `/desk/mail/${ids.mail}`,
    page => press(page, 'Put it on the case'),
  ],
  '/desk/meetings': () => ['/desk/meetings', '/desk/meetings?view=past'],
  '/desk/meetings/new': () => [
    '/desk/meetings/new',
    page => press(page, 'Plan the meeting'),
    async page => {
      await page.getByLabel('Title').fill(MEETING.title)
      await page.getByLabel('Starts').fill('2026-05-01T10:00')
      await page.getByLabel('Ends').fill('2026-05-01T12:00')
      await page.getByLabel('Place').fill(MEETING.place)
      await press(page, 'Plan the meeting')
      await page.getByText('The meeting is planned').waitFor()
    },
  ],
  '/desk/meetings/:meetingId': () => [
    `/desk/meetings/${ids.meeting}`,
    async page => {
      await page.reload()
      await page.locator('summary', { hasText: 'Cancel the meeting' }).click()
      await press(page, 'Cancel the meeting')
      await page.getByText('There is a problem').waitFor()
    },
    `/desk/meetings/${ids.cancelled}`,
  ],
  '/desk/meetings/:meetingId/change': () => [`/desk/meetings/${ids.meeting}/change`],
  '/desk/meetings/:meetingId/invitations': () => [
    `/desk/meetings/${ids.meeting}/invitations`,
    page => press(page, 'Invite the chosen'),
    `/desk/meetings/${ids.cancelled}/invitations`,
  ],
  '/desk/meetings/:meetingId/needs': () => [`/desk/meetings/${ids.meeting}/needs`],
  '/desk/reports': () => [
    '/desk/reports',
    '/desk/reports?from=2026-01-01&to=2026-03-31',
    '/desk/reports?from=2027-01-01&to=2026-01-01',
  ],
  '/desk/reports/export': () => ['/desk/reports/export'],
  '/desk/settings': () => [at('')],
  '/desk/settings/people': () => [at('/people'), page => press(page, 'Invite')],
  '/desk/settings/people/:id': () => [at(`/people/${ids.person}`)],
  '/desk/settings/tokens': () => [at('/tokens')],
  '/desk/settings/rules': () => [at('/rules')],
  '/desk/settings/rules/new': () => [
    at('/rules/new'),
    page => press(page, 'Save in the draft'),
    async page => {
      await page.getByLabel('Name of the rule').fill('Judges of Europe')
      await page.getByLabel('Team that gets the case').selectOption('europe')
      await press(page, 'Save in the draft')
    },
  ],
  '/desk/settings/rules/:id': () => [at(`/rules/${ids.rule}`)],
  '/desk/settings/rules/trial': () => [at('/rules/trial')],
  '/desk/settings/rules/publication': () => [at('/rules/publication')],
  '/desk/settings/rules/versions/:version': () => [at('/rules/versions/1')],
  '/desk/settings/teams': () => [at('/teams')],
  '/desk/settings/teams/:teamId': () => [at('/teams/europe')],
  '/desk/settings/absences': () => [at('/absences'), page => press(page, 'Save')],
  '/desk/settings/absences/:id': () => [at(`/absences/${ids.absence}`)],
  '/desk/settings/conflicts': () => [
    at('/conflicts'),
    page => press(page, 'Declare the conflict'),
    conflictDeclared,
  ],
  '/desk/settings/service-standard': () => [at('/service-standard')],
  '/desk/settings/emails': () => [at('/emails')],
  '/desk/settings/emails/:email/:language': () => [
    at('/emails/receipt/fr'),
    hasItsLayout,
    page => subject(page, '{personne}'),
    page => subject(page, 'Bien reçu : {yourRequest}'),
  ],
}
/** On the way in: nobody is signed in, or not all the way. */
const WAY_IN: Readonly<Record<string, NewSession['stage'] | undefined>> = {
  '/sign-in': undefined,
  '/sign-in/sent': undefined,
  '/sign-in/password': undefined,
  '/sign-in/link/:secret': undefined,
  '/sign-in/code': 'second-factor',
  '/sign-in/set-up': 'set-up',
}
const NO_PAGES: Readonly<Record<string, string>> = {
  '/desk': 'leads on to the first place',
  '/desk/mail/:id/original': 'the message as a file',
  '/desk/cases/news': 'a stream that the inbox reads',
  '/desk/cases/:reference/documents/:id': 'a file, handed out as an attachment',
}

test('the list holds every page of the desk and of the way in', () => {
  const routes = [...desk.service.app.policies.keys()].map(route => route.split(' '))
  const pages = routes
    .filter(([method, path = '']) => method === 'GET' && /^\/(desk|sign-in)(\/|$)/.test(path))
    .map(([, path = '']) => path)
  const listed = [PAGES, WAY_IN, NO_PAGES].flatMap(list => Object.keys(list))
  expect(pages.toSorted()).toEqual(listed.toSorted())
})

const MODES = [
  { name: 'narrow and dark', width: 320, height: 640, colorScheme: 'dark', lookOnly: false },
  { name: 'wide and light', width: 1280, height: 900, colorScheme: 'light', lookOnly: true },
] as const

test('every page of the desk can be used by everybody', { timeout: 360_000 }, async () => {
  const page = await desk.signedIn('lead@support-unit.example')
  for (const [route, states] of Object.entries(PAGES)) {
    for (const [number, state] of states().entries()) {
      if (typeof state === 'string') await page.goto(desk.url + state)
      else await state(page)
      await look(page, `${route} ${number}`)
    }
  }
  for (const path of ['/desk/cases/OBS-00000', '/desk/settings/teams/none', '/desk/nowhere']) {
    expect((await page.goto(desk.url + path))?.status()).toBe(404)
    await look(page, path)
  }
  await page.context().close()
})

test('the way in and what is refused can be read by everybody', async () => {
  const page = await desk.signedIn('coordinator@support-unit.example')
  expect((await page.goto(`${desk.url}/desk/audit`))?.status()).toBe(403)
  await look(page, 'refused')
  for (const [route, stage] of Object.entries(WAY_IN)) {
    await page.context().clearCookies()
    if (stage) await halfWay(page, stage)
    await page.goto(desk.url + route.replace(':secret', 'a'.repeat(43)))
    await look(page, route)
  }
  await page.context().close()
})

/** Looks at the page in every mode. */
async function look(page: Page, name: string): Promise<void> {
  expect(await page.content(), name).not.toContain('[object Object]')
  for (const { name: mode, width, height, colorScheme, lookOnly } of MODES) {
    await page.setViewportSize({ width, height })
    // Without motion: a colour on its way to another is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect.soft(await troubles(page, { lookOnly }), `${name}, ${mode}, ${page.url()}`).toEqual([])
    await keep(page, `${mode} ${name}`)
  }
}

/** Pictures for whoever wants to look: PICTURES names the directory. */
async function keep(page: Page, name: string): Promise<void> {
  const directory = process.env['PICTURES']
  if (directory === undefined) return
  mkdirSync(directory, { recursive: true })
  const path = `${directory}/${name.replaceAll(/[^\w]+/g, '-')}.png`
  await page.screenshot({ path, fullPage: true })
}

const press = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('button', { name }).first().click()

async function halfWay(page: Page, stage: NewSession['stage']): Promise<void> {
  const session = { staffId: await idOf('lead'), stage, factors: ['link'], userAgent: 'Test' } as const
  const { secret } = await desk.service.db.transaction(tx =>
    openSession(tx, { ...session, factors: ['link'] }, { ...ACCESS, publicUrl: desk.url }),
  )
  const cookie = { name: '__Host-session', value: secret, url: desk.url.replace('http:', 'https:') }
  await page.context().addCookies([{ ...cookie, secure: true, httpOnly: true, sameSite: 'Lax' }])
}

async function savedView(page: Page): Promise<void> {
  await page.goto(`${desk.url}/desk/cases?region=africa-middle-east&sort=newest`)
  await page.getByText('Save this view').click()
  await page.locator('#view-name').fill('Africa, the latest first')
  await page.locator('[name=shared]').check()
  await press(page, 'Save')
  await page.waitForURL('**saved=*')
}

/** A case arrives while the inbox is open. */
async function announced(page: Page): Promise<void> {
  await page.goto(`${desk.url}/desk/cases`)
  desk.service.clock.advance(60_000)
  await page.reload()
  desk.service.clock.advance(60_000)
  await submitted()
  await page.locator('.news .button').waitFor()
}

async function chosen(page: Page): Promise<void> {
  await page.goto(`${desk.url}/desk/cases?choose=all`)
  await page.locator('#action').selectOption('tag')
  await press(page, 'Continue')
}
async function takenWrongly(page: Page): Promise<void> {
  await press(page, /^Put a tag on/)
  await page.locator('#errors').waitFor()
}
async function taken(page: Page): Promise<void> {
  await page.locator('#bulk-tag').fill('to be looked at')
  await press(page, /^Put a tag on/)
  await page.getByRole('button', { name: 'Undo' }).waitFor()
}

async function declaredWrongly(page: Page): Promise<void> {
  await page.goto(`${desk.url}/desk/cases/${ids.unread}`)
  await page.locator('#conflict-yes').check()
  await press(page, 'Record my answer')
  await page.locator('#errors').waitFor()
}

/** The email before it goes out. */
async function letter(page: Page): Promise<void> {
  await open(page, desk.url, ids.reference)
  const form = page.locator('#step-messages')
  await form.locator('summary').first().click()
  await form.locator('[name=message]').fill('We have all that we need.')
  await form.locator('button').click()
  await page.locator('.letter').waitFor()
}

/** Someone else was first: what was typed is kept. */
async function tooLate(page: Page): Promise<void> {
  const reference = await submitted()
  await desk.service.settled()
  await open(page, desk.url, reference)
  const other = await page.context().newPage()
  await open(other, desk.url, reference)
  await take(other, 'spam', { reason: 'It sells something.' })
  await other.close()
  await take(page, 'question', { question: 'A long text that must not be lost.' })
  await page.getByText('Someone else was first').waitFor()
  expect(await page.locator('#kept-question').inputValue()).toBe('A long text that must not be lost.')
}

async function conflictDeclared(page: Page): Promise<void> {
  await page.goto(desk.url + at('/conflicts'))
  await page.getByLabel('Person').selectOption({ index: 1 })
  await page.getByLabel('A country').selectOption('BE')
  await press(page, 'Declare the conflict')
}

async function subject(page: Page, words: string): Promise<void> {
  await page.getByLabel('Subject').fill(words)
  await press(page, 'Look at it first')
}

/** In its frame the email has its styles: the policy of the page lets each of them through, or the browser would complain. */
async function hasItsLayout(page: Page): Promise<void> {
  const complaints: string[] = []
  page.on('console', message => complaints.push(message.text()))
  await page.reload()
  expect(complaints.filter(text => /Content Security Policy/i.test(text))).toEqual([])
}
