// The second factor: asked for whatever the first was, once for each code, and a duty where a role says so.
import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '../../src/staff/sign-in/password-hash.ts'
import { printedLink } from '../../src/staff/sign-in/links.ts'
import { browserFor, signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false, access: { secondFactorRoles: ['administrator'] } })
})
afterAll(() => service.close())
beforeEach(() => service.pool.query('delete from throttles'))

const SECOND_FACTOR = '/desk/account/second-factor'
const keyIn = (body: string) => /<code>([A-Z2-7]{32})<\/code>/.exec(body)?.[1] ?? ''
const codesIn = (body: string) =>
  [...body.matchAll(/<code>([\da-z-]{19})<\/code>/g)].map(match => match[1] ?? '')
const codeOf = (key: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({
    timestamp: service.clock.now().getTime() + steps * 30_000,
  })

/** A person whose second factor is set up, with its key and recovery codes. */
async function withApp() {
  const { id } = await service.person(['lead'])
  const browser = await signedInBrowser(service, id)
  const key = keyIn((await browser.get(SECOND_FACTOR)).body)
  const codes = codesIn((await browser.post(SECOND_FACTOR, { code: codeOf(key) })).body)
  service.clock.advance(60_000)
  return { id, browser, key, codes }
}
async function throughLink(id: string): Promise<{ browser: TestBrowser; location: unknown }> {
  const path = await service.db.transaction(tx => printedLink(tx, id))
  const browser = browserFor(service.app)
  const entered = await browser.post('/sign-in/link', { secret: path.split('/').at(-1) ?? '' }, path)
  return { browser, location: entered.headers['location'] }
}
const isSignedIn = async (browser: TestBrowser) =>
  (await browser.get('/api/v1/me', { accept: '*/*' })).statusCode === 200

test('setting up gives ten recovery codes, of which the database knows none', async () => {
  const { id, codes } = await withApp()
  expect(new Set(codes).size).toBe(10)
  const { rows } = await service.pool.query('select * from recovery_codes where staff_id = $1', [id])
  expect(rows).toHaveLength(10)
  expect(JSON.stringify(rows)).not.toContain(codes[0]?.replaceAll('-', ''))
})

test('a link does not get past the second factor; a code does, and the session gets a new secret', async () => {
  const { id, key } = await withApp()
  const { browser, location } = await throughLink(id)
  expect(location).toBe('/sign-in/code?next=%2Fdesk')
  expect(await isSignedIn(browser)).toBe(false)
  expect((await browser.get('/desk/account')).headers['location']).toContain('/sign-in?')
  const before = browser.cookies.get('__Host-session')
  expect((await browser.post('/sign-in/code', { code: codeOf(key), next: '/desk' })).statusCode).toBe(303)
  expect(browser.cookies.get('__Host-session')).not.toBe(before)
  expect(await isSignedIn(browser)).toBe(true)
  const old = browserFor(service.app)
  old.cookies.set('__Host-session', before ?? '')
  expect(await isSignedIn(old)).toBe(false)
})

test('neither does a password', async () => {
  const { id } = await withApp()
  const email = `${id}@staff.example`
  const password = 'four quiet herons at dusk'
  await service.pool.query('insert into passwords values ($1, $2, now())', [id, await hashPassword(password)])
  const browser = browserFor(service.app)
  const entered = await browser.post('/sign-in/password', { email, password })
  expect(entered.headers['location']).toBe('/sign-in/code?next=%2Fdesk')
  expect(await isSignedIn(browser)).toBe(false)
})

test('a code opens once, and no older one after it', async () => {
  const { id, key } = await withApp()
  const tried = async (code: string) => {
    const { browser } = await throughLink(id)
    return (await browser.post('/sign-in/code', { code })).statusCode
  }
  expect(await tried(codeOf(key))).toBe(303)
  expect(await tried(codeOf(key))).toBe(422)
  expect(await tried(codeOf(key, -1))).toBe(422)
  expect(await tried(codeOf(key, 1))).toBe(303)
})

test.each([
  ['two steps old', -2, 422],
  ['one step old', -1, 303],
  ['one step early', 1, 303],
  ['two steps early', 2, 422],
])('a code that is %s is answered %#', async (_, steps, status) => {
  const { id, key } = await withApp()
  service.clock.advance(300_000)
  const { browser } = await throughLink(id)
  expect((await browser.post('/sign-in/code', { code: codeOf(key, steps) })).statusCode).toBe(status)
})

test('a recovery code opens once, however it is typed', async () => {
  const { id, codes } = await withApp()
  const typed = ` ${(codes[0] ?? '').toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O')} `
  const first = await throughLink(id)
  expect((await first.browser.post('/sign-in/code', { code: typed })).statusCode).toBe(303)
  const second = await throughLink(id)
  expect((await second.browser.post('/sign-in/code', { code: codes[0] ?? '' })).statusCode).toBe(422)
})

test('guessing is slowed down, for the account and not for a session', async () => {
  const { id } = await withApp()
  await service.pool.query('delete from throttles')
  const statuses = []
  for (let at = 0; at < 6; at += 1) {
    const { browser } = await throughLink(id)
    statuses.push((await browser.post('/sign-in/code', { code: '000000' })).statusCode)
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
})

test('whose role requires it sets it up on the way in, and cannot remove it', async () => {
  const { id } = await service.person(['administrator'])
  const { browser, location } = await throughLink(id)
  expect(location).toBe('/sign-in/set-up?next=%2Fdesk')
  expect(await isSignedIn(browser)).toBe(false)
  const key = keyIn((await browser.get('/sign-in/set-up')).body)
  expect((await browser.post('/sign-in/set-up', { code: '123' })).statusCode).toBe(422)
  const done = await browser.post('/sign-in/set-up', { code: codeOf(key) })
  expect(codesIn(done.body)).toHaveLength(10)
  expect(await isSignedIn(browser)).toBe(true)
  const removal = await browser.post(`${SECOND_FACTOR}/removal`, {}, SECOND_FACTOR)
  expect(removal.statusCode).toBe(403)
})

test('who opened the set-up page once does not know what is confirmed in another session', async () => {
  const { id } = await service.person(['administrator'])
  const [stranger, owner] = [await throughLink(id), await throughLink(id)]
  const seen = keyIn((await stranger.browser.get('/sign-in/set-up')).body)
  const key = keyIn((await owner.browser.get('/sign-in/set-up')).body)
  expect(key).not.toBe(seen)
  expect(keyIn((await owner.browser.get('/sign-in/set-up')).body)).toBe(key)
  const ofStranger = await owner.browser.post('/sign-in/set-up', { code: codeOf(seen) })
  expect(ofStranger.statusCode).toBe(422)
  expect((await owner.browser.post('/sign-in/set-up', { code: codeOf(key) })).statusCode).toBe(200)
})

test('what was shown to be scanned can be confirmed for half an hour', async () => {
  const { id } = await service.person(['lead'])
  const browser = await signedInBrowser(service, id)
  const { body } = await browser.get(SECOND_FACTOR)
  await service.pool.query(`update authenticators set pending_until = now() where staff_id = $1`, [id])
  const late = await browser.postAs(SECOND_FACTOR, {
    _csrf: /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '',
    code: codeOf(keyIn(body)),
  })
  expect(late.statusCode).toBe(422)
  expect(keyIn(late.body)).not.toBe(keyIn(body))
})

test.each(['/sign-in/set-up', '/sign-in/set-up/passkey'])(
  'a set-up that was left open replaces no second factor that is there by now: %s',
  async path => {
    const { id } = await service.person(['administrator'])
    const [stale, owner] = [await throughLink(id), await throughLink(id)]
    const { body } = await stale.browser.get('/sign-in/set-up')
    const _csrf = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? ''
    const key = keyIn((await owner.browser.get('/sign-in/set-up')).body)
    expect((await owner.browser.post('/sign-in/set-up', { code: codeOf(key) })).statusCode).toBe(200)
    const refused = await stale.browser.postAs(path, {
      _csrf,
      code: codeOf(keyIn(body)),
      response: '{}',
      name: 'Mine',
    })
    expect(refused.statusCode).toBe(403)
    expect(refused.body).toContain('Sign in again')
    expect(await isSignedIn(stale.browser)).toBe(false)
    service.clock.advance(60_000)
    const { browser } = await throughLink(id)
    expect((await browser.post('/sign-in/code', { code: codeOf(key) })).statusCode).toBe(303)
    expect((await stale.browser.get('/sign-in/set-up')).headers['location']).toBe('/sign-in')
  },
)

test('a session from before the role required it is not enough any more', async () => {
  const { id } = await service.person(['lead'])
  const browser = await signedInBrowser(service, id)
  expect(await isSignedIn(browser)).toBe(true)
  await service.pool.query(`update staff set roles = '{administrator}' where id = $1`, [id])
  expect(await isSignedIn(browser)).toBe(false)
  expect((await browser.get('/desk/account')).headers['location']).toContain('/sign-in?')
  expect((await browser.get('/sign-in')).statusCode).toBe(200)
})

test('another app takes over only with its first right code', async () => {
  const { id, browser, key } = await withApp()
  const next = keyIn((await browser.get(SECOND_FACTOR)).body)
  expect(next).not.toBe(key)
  expect((await browser.post(SECOND_FACTOR, { code: '000000' })).statusCode).toBe(422)
  const old = await throughLink(id)
  expect((await old.browser.post('/sign-in/code', { code: codeOf(key) })).statusCode).toBe(303)
  expect(codesIn((await browser.post(SECOND_FACTOR, { code: codeOf(next) })).body)).toHaveLength(10)
})

test('what is delicate asks again after ten minutes, for a code where there is one', async () => {
  const { id, browser, key } = await withApp()
  // The database's clock decides whether a token is in force.
  service.clock.set(new Date())
  await service.pool.query(
    `update sessions set authenticated_at = now() - interval '11 minutes' where staff_id = $1`,
    [id],
  )
  expect((await browser.get('/desk/account/tokens')).headers['location']).toBe(
    '/desk/confirm?next=%2Fdesk%2Faccount%2Ftokens',
  )
  const { rows } = await service.pool.query('select csrf from sessions where staff_id = $1', [id])
  const byApi = await service.app.inject({
    method: 'POST',
    url: '/api/v1/tokens',
    headers: {
      cookie: `__Host-session=${browser.cookies.get('__Host-session')}`,
      'sec-fetch-site': 'same-origin',
      'x-csrf-token': rows[0].csrf,
    },
    payload: { name: 'mine', roles: ['lead'] },
  })
  expect(byApi.statusCode).toBe(403)
  expect(
    (await browser.post('/desk/confirm', { proof: '000000', next: '/desk/account/tokens' })).statusCode,
  ).toBe(422)
  const before = browser.cookies.get('__Host-session')
  const confirmed = await browser.post('/desk/confirm', { proof: codeOf(key), next: '/desk/account/tokens' })
  expect(confirmed.headers['location']).toBe('/desk/account/tokens')
  expect(browser.cookies.get('__Host-session')).not.toBe(before)
  const made = await browser.post('/desk/account/tokens', { name: 'mine', roles: 'lead', days: '30' })
  const token = /ogpj_[\w-]{43}/.exec(made.body)?.[0]
  const me = await service.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })
  expect(me.json()).toMatchObject({ id, roles: ['lead'] })
})
