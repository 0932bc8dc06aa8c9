// Every route × every role × own, others' and absent cases: made from the list of routes, so that none can be left out.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Policy } from '../../src/staff/guard.ts'
import { may, ROLES, type Role } from '../../src/staff/roles.ts'
import { browserFor, signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

const ABSENT = 'OBS-00000'
let service: TestService
let people: Record<Role, Awaited<ReturnType<typeof signedIn>>>
let reference: string
beforeAll(async () => {
  service = await testService({ workers: false })
  people = Object.fromEntries(
    await Promise.all(ROLES.map(async role => [role, await signedIn(role)] as const)),
  ) as typeof people
  reference = (await service.submitObserver({ country: 'KE' })).json().reference
})
afterAll(() => service.close())

async function signedIn(role: Role) {
  const { id, headers } = await service.person([role])
  const browser = await signedInBrowser(service, id)
  const { rows } = await service.pool.query('select csrf from sessions where staff_id = $1', [id])
  return { browser, csrf: rows[0].csrf as string, headers }
}

interface Route {
  name: string
  method: string
  path: string
  policy: Policy
}
const routes = (): Route[] =>
  [...service.app.policies].map(([name, policy]) => {
    const [method = '', path = ''] = name.split(' ')
    return { name, method, path, policy }
  })
/** All that a browser's session opens. */
const guarded = () => routes().filter(({ policy, method }) => policy !== 'public' && method !== 'HEAD')
const changing = () => guarded().filter(({ method }) => method !== 'GET')
const ofCases = () => guarded().filter(({ path }) => path.includes(':reference'))

const addressOf = (path: string, theCase = ABSENT) =>
  path
    .replace(':reference', theCase)
    .replaceAll(/:\w+/g, () => randomUUID())
    .replaceAll('*', 'none')

function send({ method, path }: Route, who: TestBrowser, headers: object = {}, theCase = ABSENT) {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return service.app.inject({
    method: method as 'GET',
    url: addressOf(path, theCase),
    headers: { accept: 'text/html', cookie, 'sec-fetch-site': 'same-origin', ...headers },
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: {} }),
  })
}

test('the list has the desk and the API, and what is not signed in reaches none of it', async () => {
  expect(guarded().filter(({ path }) => path.startsWith('/desk')).length).toBeGreaterThan(40)
  expect(guarded().filter(({ path }) => path.startsWith('/api/v1')).length).toBeGreaterThan(40)
  for (const route of guarded()) {
    const { statusCode, headers } = await send(route, browserFor(service.app))
    const isSentToSignIn = statusCode === 303 && String(headers.location).startsWith('/sign-in')
    expect(isSentToSignIn || statusCode === 401, `${route.name}: ${statusCode}`).toBe(true)
  }
})

test.each(ROLES)('no page and no route answers the role %s without the permission', async role => {
  const { browser, csrf } = people[role]
  for (const route of guarded()) {
    if (route.policy === 'public' || route.policy === 'signed-in') continue
    const { statusCode } = await send(route, browser, { 'x-csrf-token': csrf })
    const isOpen = may([role], route.policy.permission)
    // The board of queues, which is not ours, refuses some things itself.
    if (isOpen && route.path.startsWith('/operations/queues')) continue
    expect(statusCode === 403, `${role} ${route.name}: ${statusCode}`).toBe(!isOpen)
    expect(statusCode, `${role} ${route.name}`).toBeLessThan(500)
  }
})

test('nothing is changed from another site, or without the token of the session, or with another’s', async () => {
  const { browser, csrf } = people.lead
  const holders = (policy: Policy) =>
    ROLES.filter(role => typeof policy !== 'object' || may([role], policy.permission))
  for (const route of changing()) {
    const [role = 'lead'] = holders(route.policy)
    const own = people[role]
    const other = own.browser === browser ? people.auditor : people.lead
    for (const headers of [
      { 'x-csrf-token': own.csrf, 'sec-fetch-site': 'cross-site' },
      { 'x-csrf-token': own.csrf, 'sec-fetch-site': 'same-site' },
      {},
      { 'x-csrf-token': other.csrf },
    ]) {
      const { statusCode } = await send(route, own.browser, headers)
      expect(statusCode, `${route.name} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
  expect(csrf).not.toBe(people.auditor.csrf)
})

test('a case of others is answered as one that there is not, by every route; one’s own is not', async () => {
  const reviewer = people.reviewer
  const headers = (csrf: string) => ({ 'x-csrf-token': csrf })
  expect(ofCases().length).toBeGreaterThan(30)
  for (const route of ofCases()) {
    const others = await send(route, reviewer.browser, headers(reviewer.csrf), reference)
    const absent = await send(route, reviewer.browser, headers(reviewer.csrf), ABSENT)
    expect(others.statusCode, route.name).toBe(absent.statusCode)
    expect(others.statusCode, route.name).toBeGreaterThanOrEqual(400)
    const bare = (body: string) =>
      body.replaceAll(reference, ABSENT).replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '')
    expect(bare(others.body), route.name).toBe(bare(absent.body))
  }
  const { browser } = people.lead
  for (const [theCase, status] of [
    [reference, 200],
    [ABSENT, 404],
  ] as const) {
    const page = await browser.get(`/desk/cases/${theCase}`)
    expect(page.statusCode, theCase).toBe(status)
  }
})
