// Every route × every role × own, others' and absent cases: made from the list of routes, so that none can be left out.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Policy } from '../../src/staff/guard.ts'
import { may, ROLES, type Permission, type Role } from '../../src/staff/roles.ts'
import { browserFor, signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'
import { BODIES } from './step-bodies.ts'

const ABSENT = 'OBS-00000'
let service: TestService
let people: Record<Role, Awaited<ReturnType<typeof signedIn>>>
beforeAll(async () => {
  service = await testService({ workers: false })
  people = Object.fromEntries(
    await Promise.all(ROLES.map(async role => [role, await signedIn(role)] as const)),
  ) as typeof people
})
afterAll(() => service.close())

async function signedIn(role: Role, more: { country?: string } = {}) {
  const { id, headers } = await service.person([role], more)
  const browser = await signedInBrowser(service, id)
  const { rows } = await service.pool.query('select csrf from sessions where staff_id = $1', [id])
  return { id, browser, csrf: rows[0].csrf as string, headers }
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

/** What a route does to a case. */
const resourceOf = ({ path }: Route) =>
  path
    .replace(/\/preview$/, '')
    .split('/')
    .at(-1) ?? ''

const addressOf = (path: string, theCase = ABSENT) =>
  path
    .replace(':reference', theCase)
    .replaceAll(/:\w+/g, () => randomUUID())
    .replaceAll('*', 'none')

function send(
  { method, path }: Route,
  who: TestBrowser,
  headers: object = {},
  theCase = ABSENT,
  payload: object = {},
) {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return service.app.inject({
    method: method as 'GET',
    url: addressOf(path, theCase),
    headers: { accept: 'text/html', cookie, 'sec-fetch-site': 'same-origin', ...headers },
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload }),
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

describe.each(['coordinator', 'reviewer', 'lead'] as const)('to the role %s', role => {
  const COUNTRY = 'GH'
  let me: Awaited<ReturnType<typeof signedIn>>
  let others: string
  beforeAll(async () => {
    me = await signedIn(role, { country: COUNTRY })
    others = (await service.submitObserver({ country: COUNTRY })).json().reference
  })

  /** A case of which this person is the assignee, with no conflict of interest. */
  async function ownCase(): Promise<string> {
    const { reference } = (await service.submitObserver({ country: 'KE' })).json()
    await service.pool.query('update cases set assignee_id = $1 where reference = $2', [me.id, reference])
    expect((await service.openTo(me, reference)).statusCode).toBe(204)
    return reference
  }
  const opened = () =>
    ofCases().filter(
      ({ policy }) =>
        typeof policy === 'string' || may([role], (policy as { permission: Permission }).permission),
    )
  const ask = (route: Route, theCase: string) =>
    send(route, me.browser, { 'x-csrf-token': me.csrf }, theCase, BODIES[resourceOf(route)])
  const bare = (body: string, theCase: string) =>
    body.replaceAll(theCase, ABSENT).replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '')

  test('a case of others is answered as one that there is not, by every operation', async () => {
    expect(opened().length).toBeGreaterThan(20)
    for (const route of opened()) {
      const [theirs, absent] = [await ask(route, others), await ask(route, ABSENT)]
      expect(theirs.statusCode, route.name).toBe(404)
      expect(bare(theirs.body, others), route.name).toBe(bare(absent.body, ABSENT))
    }
  })

  test('one’s own is answered as a case, by every operation', async () => {
    for (const route of opened()) {
      const reference = await ownCase()
      const [own, absent] = [await ask(route, reference), await ask(route, ABSENT)]
      expect(absent.statusCode, route.name).toBe(404)
      expect(bare(own.body, reference), route.name).not.toBe(bare(absent.body, ABSENT))
      expect([401, 403], route.name).not.toContain(own.statusCode)
      expect(own.statusCode, `${route.name} ${own.body}`).toBeLessThan(500)
      // A part of a case, such as a document, is asked for under a number that nobody has.
      const shown = route.method === 'GET' && !route.path.includes('/:id')
      expect(shown ? own.statusCode : 200, route.name).toBe(200)
    }
  })
})
