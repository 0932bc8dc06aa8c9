// Nobody else's page can make a signed-in browser change anything here.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserFor, signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
let browser: TestBrowser
let token: string
beforeAll(async () => {
  service = await testService({ workers: false })
  const { id } = await service.person(['lead', 'administrator'])
  browser = await signedInBrowser(service, id)
  const { rows } = await service.pool.query('select csrf from sessions where staff_id = $1', [id])
  token = rows[0].csrf
})
afterAll(() => service.close())

const change = (headers: Record<string, string | undefined>) =>
  service.app.inject({
    method: 'POST',
    url: '/api/v1/tokens',
    headers: {
      cookie: `__Host-session=${browser.cookies.get('__Host-session')}`,
      ...(Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >),
    },
    payload: { name: 'mine', roles: ['lead'] },
  })

describe('a change by cookie', () => {
  test.each([
    ['from our page with its token', { 'sec-fetch-site': 'same-origin' }, 201],
    ['from our page, told by Origin', { origin: 'https://intake.example' }, 201],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }, 403],
    [
      'from another site that claims our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'https://intake.example' },
      403,
    ],
    ['from another origin', { origin: 'https://evil.example' }, 403],
    ['from our origin without TLS', { origin: 'http://intake.example' }, 403],
    ['from a sandbox', { origin: 'null' }, 403],
    ['from the name in its Host header', { origin: 'https://evil.example', host: 'evil.example' }, 403],
    ['from nowhere', {}, 403],
  ])('%s is answered %#', async (_, headers, status) => {
    expect((await change({ 'x-csrf-token': token, ...headers })).statusCode).toBe(status)
  })

  test.each([
    ['without the token', undefined],
    ['with an empty one', ''],
    ['with another one', 'a'.repeat(43)],
  ])('%s is refused', async (_, given) => {
    const response = await change({ 'sec-fetch-site': 'same-origin', 'x-csrf-token': given })
    expect(response.statusCode).toBe(403)
  })

  test('with somebody else’s token is refused', async () => {
    const { id } = await service.person(['lead'])
    await signedInBrowser(service, id)
    const { rows } = await service.pool.query('select csrf from sessions where staff_id = $1', [id])
    const response = await change({ 'sec-fetch-site': 'same-origin', 'x-csrf-token': rows[0].csrf })
    expect(response.statusCode).toBe(403)
  })
})

test('a change by API token needs neither, and takes no cookie beside it', async () => {
  const { headers } = await service.person(['lead'])
  expect((await change(headers)).statusCode).toBe(201)
  expect(
    (
      await change({
        authorization: 'Bearer ogpj_wrong',
        'sec-fetch-site': 'same-origin',
        'x-csrf-token': token,
      })
    ).statusCode,
  ).toBe(401)
})

test.each([
  '/desk/account/password',
  '/desk/account/password/removal',
  '/desk/account/second-factor/removal',
  '/desk/account/recovery-codes',
  '/desk/account/tokens',
  '/desk/settings/people',
])('an API token cannot become more than a token: POST %s', async url => {
  const { headers } = await service.person(['lead', 'administrator'])
  const payload = { password: 'four quiet herons at dusk', name: 'x', roles: 'lead', days: '1' }
  expect((await service.app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(403)
})

test.each(['/sign-in', '/sign-in/password', '/sign-in/link', '/sign-in/code', '/sign-in/set-up'])(
  'POST %s without a body is refused and breaks nothing',
  async url => {
    const stranger = browserFor(service.app)
    await stranger.get('/sign-in')
    const response = await service.app.inject({
      method: 'POST',
      url,
      headers: {
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        'x-csrf-token': stranger.cookies.get('__Host-form') ?? '',
        cookie: `__Host-form=${stranger.cookies.get('__Host-form')}`,
      },
    })
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
    expect(response.statusCode).toBeLessThan(500)
  },
)

describe('the form to sign in', () => {
  test.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from nowhere', { 'sec-fetch-site': '' }],
  ])('%s is refused', async (_, headers) => {
    const stranger = browserFor(service.app)
    const response = await stranger.post(
      '/sign-in',
      { email: 'lead@support-unit.example' },
      '/sign-in',
      headers,
    )
    expect(response.statusCode).toBe(403)
  })

  test('without the cookie or with another token is refused', async () => {
    const stranger = browserFor(service.app)
    expect(
      (await stranger.postAs('/sign-in', { _csrf: 'a'.repeat(43), email: 'a@b.example' })).statusCode,
    ).toBe(403)
    await stranger.get('/sign-in')
    expect(
      (await stranger.postAs('/sign-in', { _csrf: 'a'.repeat(43), email: 'a@b.example' })).statusCode,
    ).toBe(403)
    expect((await stranger.postAs('/sign-in', { email: 'a@b.example' })).statusCode).toBe(403)
  })
})
