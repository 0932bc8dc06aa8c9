// Who is signed in where: the cookie, its limits, and what a browser has to bring with it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetSignIns } from '../../src/staff/forget-sign-ins.ts'
import { ownPath } from '../../src/staff/same-origin.ts'
import { networkOf } from '../../src/kernel/subnet.ts'
import { signedInBrowser, browserFor } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false })
})
afterAll(() => service.close())

const me = (browser: Awaited<ReturnType<typeof signedInBrowser>>) =>
  browser.get('/api/v1/me', { accept: '*/*' })

test('a session opens what a token opens', async () => {
  const { id } = await service.person(['reviewer'])
  const browser = await signedInBrowser(service, id)
  expect((await me(browser)).json()).toMatchObject({ id, roles: ['reviewer'] })
})

test('who is not signed in is sent to sign in and back; a program is told so', async () => {
  const browser = browserFor(service.app)
  const page = await browser.get('/desk/cases?state=received')
  expect(page.statusCode).toBe(303)
  expect(page.headers['location']).toBe('/sign-in?next=%2Fdesk%2Fcases%3Fstate%3Dreceived')
  expect((await service.app.inject('/desk/cases')).statusCode).toBe(401)
  expect((await browser.get('/api/v1/me')).statusCode).toBe(401)
})

test.each([
  ['has not been used for its idle time', `idle_until = now() - interval '1 second'`],
  ['is as old as it may get', `expires_at = now() - interval '1 second'`],
  ['has been ended', 'ended_at = now()'],
  ['still waits for a second factor', `stage = 'second-factor'`],
])('a session that %s opens nothing', async (_, change) => {
  const { id } = await service.person(['lead'])
  const browser = await signedInBrowser(service, id)
  await service.pool.query(`update sessions set ${change} where staff_id = $1`, [id])
  expect((await me(browser)).statusCode).toBe(401)
})

test('the session of a suspended person opens nothing', async () => {
  const { id } = await service.person(['lead'])
  const browser = await signedInBrowser(service, id)
  await service.pool.query('update staff set active = false where id = $1', [id])
  expect((await me(browser)).statusCode).toBe(401)
})

test('a session that is used lives on, and notes it once a minute', async () => {
  const { id } = await service.person(['lead'])
  const browser = await signedInBrowser(service, id)
  const lastSeen = async () =>
    (
      await service.pool.query<{ seen: Date; idle: boolean }>(
        `select last_seen_at as seen, idle_until > now() + interval '7 hours' as idle from sessions where staff_id = $1`,
        [id],
      )
    ).rows[0]
  const before = await lastSeen()
  await me(browser)
  expect((await lastSeen())?.seen).toEqual(before?.seen)
  await service.pool.query(
    `update sessions set last_seen_at = now() - interval '61 seconds', idle_until = now() + interval '1 hour' where staff_id = $1`,
    [id],
  )
  await me(browser)
  expect((await lastSeen())?.idle).toBe(true)
})

test('what ended long ago is deleted, but each person’s latest', async () => {
  const { id } = await service.person(['lead'])
  await signedInBrowser(service, id)
  await signedInBrowser(service, id)
  const { rows } = await service.pool.query<{ id: string }>(
    `update sessions set ended_at = now() - interval '31 days' where staff_id = $1 returning id`,
    [id],
  )
  await service.pool.query(`update sessions set created_at = now() - interval '1 day' where id = $1`, [
    rows[0]?.id,
  ])
  await forgetSignIns(service.db)
  const left = await service.pool.query('select id from sessions where staff_id = $1', [id])
  expect(left.rows).toEqual([{ id: rows[1]?.id }])
})

test('the database holds no secret that would open a session', async () => {
  const { id } = await service.person(['lead'])
  const browser = await signedInBrowser(service, id)
  const { rows } = await service.pool.query('select * from sessions where staff_id = $1', [id])
  expect(JSON.stringify(rows)).not.toContain(browser.cookies.get('__Host-session'))
})

test('an unknown, long or hostile cookie is nobody', async () => {
  for (const value of ['x', 'a'.repeat(43), 'a'.repeat(5000), "'%00", 'a'.repeat(42) + '%0']) {
    const browser = browserFor(service.app)
    browser.cookies.set('__Host-session', value)
    expect((await me(browser)).statusCode).toBe(401)
  }
})

test('signing out ends the session and takes the cookie away', async () => {
  const { id } = await service.person(['lead'])
  const browser = await signedInBrowser(service, id)
  const secret = browser.cookies.get('__Host-session') ?? ''
  const { rows } = await service.pool.query('select csrf from sessions where staff_id = $1', [id])
  const out = await browser.postAs('/sign-out', { _csrf: rows[0].csrf })
  expect(out.headers['location']).toBe('/sign-in')
  expect(browser.cookies.has('__Host-session')).toBe(false)
  browser.cookies.set('__Host-session', secret)
  expect((await me(browser)).statusCode).toBe(401)
})

test.each([
  ['/desk/cases?state=received', '/desk/cases?state=received'],
  ['/operations/queues', '/operations/queues'],
  ['/desk/../api/v1/me', '/desk'],
  ['//evil.example/desk', '/desk'],
  ['/\\evil.example/desk', '/desk'],
  ['https://evil.example/desk', '/desk'],
  ['https://desk.invalid/desk/cases', '/desk'],
  ['javascript:alert(1)', '/desk'],
  ['desk/cases', '/desk'],
  ['/deskx', '/desk'],
  [['/desk/a', '/desk/b'], '/desk'],
  [undefined, '/desk'],
])('after signing in, %s leads to %s', (wanted, path) => {
  expect(ownPath(wanted)).toBe(path)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::7', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is on the network %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network)
})

test('one ends one’s own sessions, one or all others, and nobody else’s', async () => {
  const { id } = await service.person(['lead'])
  const [here, there, elsewhere] = [
    await signedInBrowser(service, id),
    await signedInBrowser(service, id),
    await signedInBrowser(service, id),
  ]
  const other = await service.person(['lead'])
  const stranger = await signedInBrowser(service, other.id)
  const { rows } = await service.pool.query<{ id: string }>(
    'select id from sessions where staff_id = $1 order by created_at, id',
    [other.id],
  )
  await here.post(`/desk/account/sessions/${rows[0]?.id}/end`, {}, '/desk/account')
  expect((await me(stranger)).statusCode).toBe(200)
  const page = (await here.get('/desk/account')).body
  const ends = [...page.matchAll(/\/desk\/account\/sessions\/([\da-f-]{36})\/end/g)].map(match => match[1])
  expect(ends).toHaveLength(2)
  await here.post(`/desk/account/sessions/${ends[0]}/end`, {}, '/desk/account')
  const open = await Promise.all([me(there), me(elsewhere)])
  expect(open.map(({ statusCode }) => statusCode).filter(status => status === 401)).toHaveLength(1)
  await here.post('/desk/account/sessions/others/end', {}, '/desk/account')
  expect((await me(there)).statusCode).toBe(401)
  expect((await me(elsewhere)).statusCode).toBe(401)
  expect((await me(here)).statusCode).toBe(200)
})

test('one changes one’s name, language and time zone; what is wrong is said beside what was typed', async () => {
  const { id } = await service.person(['reviewer'])
  const browser = await signedInBrowser(service, id)
  const wrong = await browser.post('/desk/account', { name: ' ', language: 'fr', timeZone: 'Mars/Olympus' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('<a href="#name">Enter your name')
  expect(wrong.body).toContain('<a href="#timeZone">Choose one of the time zones')
  expect(wrong.body).toContain('<option value="fr" selected>')
  const form = { name: '<b>Awa</b>', language: 'fr', timeZone: 'Africa/Dakar' }
  expect((await browser.post('/desk/account', form)).headers['location']).toBe('/desk/account?done=profile')
  const page = (await browser.get('/desk/account?done=profile')).body
  expect(page).toContain('Your details are saved.')
  expect(page).toContain('&lt;b&gt;Awa&lt;/b&gt;')
  const { rows } = await service.pool.query('select name, language, time_zone from staff where id = $1', [id])
  expect(rows[0]).toEqual({ name: '<b>Awa</b>', language: 'fr', time_zone: 'Africa/Dakar' })
})

test('a new password signs one out everywhere else', async () => {
  const { id } = await service.person(['lead'])
  const [here, there] = [await signedInBrowser(service, id), await signedInBrowser(service, id)]
  const set = await here.post('/desk/account/password', { password: 'four quiet herons at dusk' })
  expect(set.headers['location']).toBe('/desk/account?done=password')
  expect((await me(there)).statusCode).toBe(401)
  expect((await me(here)).statusCode).toBe(200)
  expect((await here.post('/desk/account/password', { password: 'password1234' })).statusCode).toBe(422)
})
