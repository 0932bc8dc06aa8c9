// Who works here: invited by mail, given roles, suspended with all ways in, let in again; and by whom.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../src/staff/roles.ts'
import { browserFor, signedInBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())
beforeEach(() => service.pool.query('delete from throttles'))

const PEOPLE = '/desk/settings/people'
async function signedIn(...roles: Role[]) {
  const person = await service.person(roles)
  return { ...person, browser: await signedInBrowser(service, person.id) }
}
const staffRow = async (where: string) =>
  (await service.pool.query(`select * from staff where ${where}`)).rows[0]
const latest = async () =>
  (
    await service.pool.query(
      `select type, actor, details from events where stream = '00000000-0000-4000-8000-000000000000' order by position desc limit 1`,
    )
  ).rows[0]

test('an invitation makes the account, arrives in the person’s language and signs them in, once', async () => {
  const { browser } = await signedIn('administrator')
  const form = { name: 'Fatou Ba', email: ' Fatou@Staff.Example', language: 'fr', roles: 'reviewer' }
  expect((await browser.post(PEOPLE, form)).headers['location']).toBe(`${PEOPLE}?done=invited`)
  expect((await browser.get(PEOPLE)).body).toContain('not yet here')
  await service.settled()
  const [mail] = await service.inboxOf('fatou@staff.example')
  expect(mail?.subject).toBe('Vous êtes invité(e) au bureau Justice')
  const path = /https:\/\/intake\.example(\/sign-in\/link\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
  const { rows } = await service.pool.query(
    `select expires_at > now() + interval '71 hours' as long from sign_in_links where purpose = 'invitation'`,
  )
  expect(rows).toEqual([{ long: true }])
  const theirs = browserFor(service.app)
  expect((await theirs.get(path)).body).toContain('Welcome to the justice desk')
  const entered = await theirs.post('/sign-in/link', { secret: path.split('/').at(-1) ?? '' }, path)
  expect(entered.headers['location']).toBe('/desk/account')
  expect((await theirs.get('/desk/account')).body).toContain('fatou@staff.example')
  expect((await theirs.get(path)).statusCode).toBe(404)
})

test('what is wrong with an invitation is said beside what was typed', async () => {
  const { browser } = await signedIn('administrator')
  const wrong = await browser.post(PEOPLE, { name: 'Olga', email: 'nobody', language: 'fr', roles: 'queen' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('value="Olga"')
  expect(wrong.body).toContain('<a href="#email">Enter an email address')
  expect(wrong.body).toContain('<a href="#roles">Choose at least one role')
  const taken = { name: 'Olga', email: 'lead@support-unit.example', language: 'fr', roles: 'reviewer' }
  const response = await browser.post(PEOPLE, taken)
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('already works here')
})

test('who is suspended has no way in from that moment: no session, token or mailed link', async () => {
  const { browser, id: me } = await signedIn('administrator')
  const person = await signedIn('lead')
  const { email } = await staffRow(`id = '${person.id}'`)
  await browserFor(service.app).post('/sign-in', { email })
  await service.settled()
  const path = /(\/sign-in\/link\/[\w-]+)/.exec((await service.inboxOf(email))[0]?.text ?? '')?.[1] ?? ''
  const at = `${PEOPLE}/${person.id}`
  expect((await browser.post(`${at}/suspension`, {}, at)).statusCode).toBe(303)
  expect(await latest()).toMatchObject({
    type: 'staff.suspended',
    actor: { kind: 'staff', id: me },
    details: { staffId: person.id, ended: { sessions: 1, tokens: 1 } },
  })
  const waysIn = async () =>
    Promise.all([
      person.browser.get('/api/v1/me', { accept: '*/*' }),
      service.app.inject({ url: '/api/v1/me', headers: person.headers }),
    ])
  expect((await waysIn()).map(({ statusCode }) => statusCode)).toEqual([401, 401])
  expect((await browserFor(service.app).get(path)).statusCode).toBe(404)
  // Let in again, they begin anew.
  expect((await browser.post(`${at}/reinstatement`, {}, at)).statusCode).toBe(303)
  expect((await waysIn()).map(({ statusCode }) => statusCode)).toEqual([401, 401])
  expect((await browserFor(service.app).get(path)).statusCode).toBe(404)
})

const NEVER_THEIRS = { country: 'KE', organisation: 'Ministry of Justice' }

test('an invitation can say on whose cases they never work', async () => {
  const { browser } = await signedIn('administrator')
  const form = { name: 'Wanjiru', email: 'wanjiru@staff.example', language: 'en', roles: 'reviewer' }
  const wrong = await browser.post(PEOPLE, { ...form, country: 'Kenya', organisation: 'M' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('<a href="#country">Choose one of the countries')
  expect(wrong.body).toContain('<a href="#organisation">Enter the name')
  expect((await browser.post(PEOPLE, { ...form, ...NEVER_THEIRS })).statusCode).toBe(303)
  const person = await staffRow(`email = 'wanjiru@staff.example'`)
  expect(person).toMatchObject(NEVER_THEIRS)
  const { details } = await latest()
  expect(details).toEqual({ staffId: person.id, roles: ['reviewer'], country: 'KE', organisation: 'set' })
})

test('it can be said of somebody who already works here, and counts at once; never by themselves', async () => {
  const { browser, id: me } = await signedIn('administrator', 'lead')
  const person = await signedIn('coordinator')
  const at = `${PEOPLE}/${person.id}`
  const { reference } = (
    await service.submitObserver({ country: 'KE', organisationName: 'Kenyan Paralegals' })
  ).json()
  const sees = async () => (await person.browser.get(`/desk/cases/${reference}`)).statusCode === 200
  expect(await sees()).toBe(true)
  expect((await browser.post(`${at}/affiliation`, NEVER_THEIRS, at)).statusCode).toBe(303)
  expect(await latest()).toMatchObject({
    type: 'staff.affiliation-changed',
    actor: { kind: 'staff', id: me },
    details: { staffId: person.id, country: { from: null, to: 'KE' }, organisation: 'set' },
  })
  expect(JSON.stringify(await latest())).not.toContain('Ministry')
  expect(await sees()).toBe(false)
  const page = (await browser.get(at)).body
  expect(page).toContain('<option value="KE" selected>Kenya</option>')
  expect(page).toContain('value="Ministry of Justice"')
  const wrong = await browser.post(`${at}/affiliation`, { country: 'XX', organisation: 'Typed' }, at)
  expect([wrong.statusCode, wrong.body.includes('value="Typed"')]).toEqual([422, true])
  expect((await browser.post(`${at}/affiliation`, { country: '', organisation: '' }, at)).statusCode).toBe(
    303,
  )
  expect(await staffRow(`id = '${person.id}'`)).toMatchObject({ country: null, organisation: null })
  const own = await browser.post(`${PEOPLE}/${me}/affiliation`, { country: '', organisation: '' }, PEOPLE)
  expect(own.statusCode).toBe(403)
})

test('new roles count from the next sign-in, and what was open with the old ones ends', async () => {
  const { browser } = await signedIn('administrator')
  const person = await signedIn('reviewer')
  const at = `${PEOPLE}/${person.id}`
  expect((await person.browser.get(PEOPLE)).statusCode).toBe(403)
  await browser.post(`${at}/roles`, { roles: 'lead' }, at)
  expect(await latest()).toMatchObject({
    type: 'staff.roles-changed',
    details: { staffId: person.id, from: ['reviewer'], to: ['lead'], ended: { sessions: 1 } },
  })
  expect((await person.browser.get(PEOPLE)).headers['location']).toContain('/sign-in?')
  const again = await signedInBrowser(service, person.id)
  expect((await again.get(PEOPLE)).statusCode).toBe(200)
})

test('nobody changes their own roles or suspends themselves', async () => {
  const { browser, id } = await signedIn('administrator')
  for (const change of ['roles', 'suspension', 'second-factor-removal']) {
    const response = await browser.post(`${PEOPLE}/${id}/${change}`, { roles: 'lead' }, PEOPLE)
    expect(response.statusCode).toBe(403)
  }
})

describe('a lead', () => {
  test('makes nobody an administrator, and does nothing to one', async () => {
    const { browser } = await signedIn('lead')
    const administrator = await signedIn('administrator')
    const reviewer = await signedIn('reviewer')
    const form = { name: 'Olga', email: 'olga@staff.example', language: 'en', roles: 'administrator' }
    expect((await browser.post(PEOPLE, form)).statusCode).toBe(403)
    expect(await staffRow(`email = 'olga@staff.example'`)).toBeUndefined()
    const changes: [string, string][] = [
      [reviewer.id, 'roles'],
      [administrator.id, 'affiliation'],
      [administrator.id, 'roles'],
      [administrator.id, 'suspension'],
      [administrator.id, 'second-factor-removal'],
      [administrator.id, 'invitation'],
    ]
    for (const [id, change] of changes) {
      const roles = id === reviewer.id ? 'administrator' : 'reviewer'
      const response = await browser.post(`${PEOPLE}/${id}/${change}`, { roles }, PEOPLE)
      expect([change, response.statusCode]).toEqual([change, 403])
    }
  })

  test('manages everybody else', async () => {
    const { browser } = await signedIn('lead')
    const reviewer = await signedIn('reviewer')
    const at = `${PEOPLE}/${reviewer.id}`
    expect((await browser.post(`${at}/roles`, { roles: 'coordinator' }, at)).statusCode).toBe(303)
  })
})

test('the last two administrators cannot take the role from each other at once', async () => {
  await service.pool.query(`update staff set roles = '{lead}' where 'administrator' = any(roles)`)
  const [one, other] = [await signedIn('administrator'), await signedIn('administrator')]
  const answers = await Promise.all([
    one.browser.post(`${PEOPLE}/${other.id}/roles`, { roles: 'lead' }, PEOPLE),
    other.browser.post(`${PEOPLE}/${one.id}/roles`, { roles: 'lead' }, PEOPLE),
  ])
  // Refused, or signed out where the other was done before it began.
  expect(answers.filter(({ headers }) => headers['location'] === `${PEOPLE}?done=changed`)).toHaveLength(1)
  const { rows } = await service.pool.query(
    `select count(*)::int as n from staff where active and 'administrator' = any(roles)`,
  )
  expect(rows[0].n).toBe(1)
})

test.each(['coordinator', 'reviewer', 'auditor'] as const)('a %s does not see the people', async role => {
  const { browser } = await signedIn(role)
  expect((await browser.get(PEOPLE)).statusCode).toBe(403)
  expect((await browser.get('/desk/account')).body).not.toContain(PEOPLE)
})

test('changes ask again who it is after ten minutes', async () => {
  const { browser, id } = await signedIn('lead')
  const reviewer = await signedIn('reviewer')
  await service.pool.query(
    `update sessions set authenticated_at = now() - interval '11 minutes' where staff_id = $1`,
    [id],
  )
  const refused = await browser.post(
    `${PEOPLE}/${reviewer.id}/roles`,
    { roles: 'coordinator' },
    '/desk/account',
  )
  expect(refused.headers['location']).toBe('/desk/confirm')
  expect(await staffRow(`id = '${reviewer.id}'`)).toMatchObject({ roles: ['reviewer'] })
  // Without password or app a link confirms, in this browser only.
  await browser.post('/desk/confirm', { next: PEOPLE })
  await service.settled()
  const [mail] = await service.inboxOf(`${id}@staff.example`)
  expect(mail?.subject).toBe('Confirm that it is you')
  const path = /(\/sign-in\/link\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
  const secret = path.split('/').at(-1) ?? ''
  const stranger = browserFor(service.app)
  expect((await stranger.post('/sign-in/link', { secret }, path)).statusCode).toBe(403)
  expect((await browser.post('/sign-in/link', { secret }, path)).headers['location']).toBe(PEOPLE)
  const at = `${PEOPLE}/${reviewer.id}`
  expect((await browser.post(`${at}/roles`, { roles: 'coordinator' }, at)).statusCode).toBe(303)
})
