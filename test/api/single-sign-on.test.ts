// Single sign-on with a real identity provider: it shows who somebody is, and never makes an account.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { browserFor, type TestBrowser } from '../support/browser-session.ts'
import { startIdentityProvider } from '../support/identity-provider.ts'
import { testService, type TestService } from '../support/service.ts'

const START = '/sign-in/single-sign-on'
const RETURN = `https://intake.example${START}/return`
let provider: Awaited<ReturnType<typeof startIdentityProvider>>
let service: TestService
beforeAll(async () => {
  provider = await startIdentityProvider(RETURN)
  service = await testService({
    workers: false,
    access: { oidc: provider.settings, secondFactorRoles: ['administrator'] },
  })
})
afterAll(async () => {
  await service.close()
  await provider.close()
})
beforeEach(() => service.pool.query('delete from throttles'))

const pathOf = (url: string) => url.slice('https://intake.example'.length)
const isSignedIn = async (browser: TestBrowser) =>
  (await browser.get('/api/v1/me', { accept: '*/*' })).statusCode === 200
async function sentOff(browser: TestBrowser, next = '/desk/account'): Promise<string> {
  const { headers } = await browser.get(`${START}?next=${encodeURIComponent(next)}`)
  return String(headers['location'])
}
/** The whole way there and back; `back` is what our page answers then. */
async function throughProvider(account: Parameters<typeof provider.become>[0]) {
  provider.become(account)
  const browser = browserFor(service.app)
  const url = await provider.through(await sentOff(browser))
  return { browser, url, back: await browser.get(pathOf(url), { 'sec-fetch-site': 'cross-site' }) }
}
const someone = async (roles: Parameters<TestService['person']>[0] = ['lead']) => {
  const { id } = await service.person(roles)
  return { id, subject: `subject-${id}`, email: `${id}@staff.example` }
}

test('the page to sign in offers it, and the way there carries state, nonce and a PKCE challenge', async () => {
  const browser = browserFor(service.app)
  expect((await browser.get('/sign-in')).body).toContain('Sign in with your organisation')
  const { searchParams } = new URL(await sentOff(browser))
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: 'justice-desk',
    response_type: 'code',
    redirect_uri: RETURN,
    scope: 'openid email',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  })
})

test('an invited person comes in, is linked once by their verified address, and known by the provider’s name for them from then on', async () => {
  const person = await someone()
  const { browser, back } = await throughProvider(person)
  expect(back.headers['location']).toBe('/desk/account')
  expect(await isSignedIn(browser)).toBe(true)
  const { rows } = await service.pool.query(
    'select issuer, subject from oidc_identities where staff_id = $1',
    [person.id],
  )
  expect(rows).toEqual([{ issuer: provider.settings.issuer, subject: person.subject }])
  // Another address at the provider changes nothing; another person who was given the address does not get in.
  expect(
    (await throughProvider({ ...person, email: 'new@elsewhere.example' })).back.headers['location'],
  ).toBe('/desk/account')
  expect((await throughProvider({ ...person, subject: 'somebody else' })).back.statusCode).toBe(403)
})

test.each([
  ['an address that is not verified', async () => ({ ...(await someone()), verified: false })],
  ['nobody who was invited', async () => ({ subject: 'stranger', email: 'stranger@staff.example' })],
])('%s does not get in, and no account is made', async (_, account) => {
  const who = await account()
  const count = async () => (await service.pool.query('select count(*)::int as n from staff')).rows[0].n
  const before = await count()
  const { browser, back } = await throughProvider(who)
  expect(back.statusCode).toBe(403)
  expect(back.body).toContain('Nobody works here')
  expect(await isSignedIn(browser)).toBe(false)
  expect(await count()).toBe(before)
})

test('suspended is suspended, whatever the provider says', async () => {
  const person = await someone()
  expect((await throughProvider(person)).back.statusCode).toBe(303)
  await service.pool.query('update staff set active = false where id = $1', [person.id])
  expect((await throughProvider(person)).back.statusCode).toBe(403)
})

test('a second factor is asked for all the same, unless the provider says that it asked for several', async () => {
  const person = await someone(['administrator'])
  const { browser, back } = await throughProvider(person)
  expect(back.headers['location']).toBe('/sign-in/set-up?next=%2Fdesk%2Faccount')
  expect(await isSignedIn(browser)).toBe(false)
  const again = await throughProvider({ ...person, multiFactor: true })
  expect(again.back.headers['location']).toBe('/desk/account')
  expect(await isSignedIn(again.browser)).toBe(true)
})

test('the way back works once, and only in the browser that left', async () => {
  const person = await someone()
  const { browser, url } = await throughProvider(person)
  expect((await browser.get(pathOf(url))).statusCode).toBe(403)
  provider.become(person)
  const left = browserFor(service.app)
  const back = await provider.through(await sentOff(left))
  const other = browserFor(service.app)
  await other.get('/sign-in')
  expect((await other.get(pathOf(back))).statusCode).toBe(403)
  expect(await isSignedIn(other)).toBe(false)
  expect((await left.get(pathOf(back).replace(/code=[^&]+/, 'code=forged'))).statusCode).toBe(403)
})

test('what was to come next stays a page of the desk', async () => {
  provider.become(await someone())
  const browser = browserFor(service.app)
  const url = await provider.through(await sentOff(browser, 'https://evil.example/desk'))
  expect((await browser.get(pathOf(url))).headers['location']).toBe('/desk')
})

test('a provider that is away is said so, and nobody else is held up', async () => {
  const away = await testService({
    workers: false,
    access: { oidc: { ...provider.settings, issuer: 'http://127.0.0.1:9' } },
  })
  try {
    const browser = browserFor(away.app)
    const answer = await browser.get(START)
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('does not answer')])
    expect((await browser.get('/sign-in')).statusCode).toBe(200)
  } finally {
    await away.close()
  }
})

test('without one there is no button and no such page', async () => {
  const plain = await testService({ workers: false })
  try {
    const browser = browserFor(plain.app)
    expect((await browser.get('/sign-in')).body).not.toContain('organisation')
    expect((await browser.get(START)).statusCode).toBe(404)
  } finally {
    await plain.close()
  }
})
