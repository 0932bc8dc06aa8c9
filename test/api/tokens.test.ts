// Personal API tokens: shown once, kept as a hash, never wider than their person and their maker, ended at any time.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/staff/roles.ts'
import { signedInBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false })
  // Tokens are made by the service's clock and end by the database's.
  service.clock.set(new Date())
})
afterAll(() => service.close())

interface Headers extends Record<string, string> {
  authorization: string
}
const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` })
const make = (headers: Headers, wanted: object) =>
  service.app.inject({
    method: 'POST',
    url: '/api/v1/tokens',
    headers,
    payload: { name: 'laptop', ...wanted },
  })
const list = async (headers: Headers) =>
  (await service.app.inject({ url: '/api/v1/tokens', headers })).json().items as Record<string, unknown>[]
const me = (headers: Headers) => service.app.inject({ url: '/api/v1/me', headers })
const tokenOf = async (headers: Headers, roles: Role[], more = {}) => {
  const response = await make(headers, { roles, ...more })
  expect(response.statusCode, response.body).toBe(201)
  return response.json() as { id: string; token: string }
}

test('a token is shown once, and works', async () => {
  const lead = await service.person(['lead'])
  const { id, token } = await tokenOf(lead.headers, ['lead'])
  expect(token).toMatch(/^ogpj_[\w-]{43}$/)
  expect((await me(bearer(token))).json()).toMatchObject({ id: lead.id, roles: ['lead'] })
  const listed = (await list(lead.headers)).find(entry => entry['id'] === id)
  expect(listed).toMatchObject({ name: 'laptop', roles: ['lead'] })
  expect(JSON.stringify(await list(lead.headers))).not.toContain(token.slice(5))
})

test('the database keeps a hash, and nothing from which the token could be had', async () => {
  const lead = await service.person(['lead'])
  const { id, token } = await tokenOf(lead.headers, ['lead'])
  const { rows } = await service.pool.query('select * from api_tokens where id = $1', [id])
  expect(rows[0].secret_hash).toBe(createHash('sha256').update(token).digest('hex'))
  expect(JSON.stringify(rows[0])).not.toContain(token.slice(5))
  const events = await service.pool.query(`select details from events where type = 'token.created'`)
  expect(JSON.stringify(events.rows)).toContain(id)
  expect(JSON.stringify(events.rows)).not.toContain(token.slice(5))
})

test('a token does what its roles allow, even where its person may do more', async () => {
  const person = await service.person(['lead', 'auditor'])
  const { token } = await tokenOf(person.headers, ['auditor'])
  expect((await me(bearer(token))).json().roles).toEqual(['auditor'])
  expect((await service.app.inject({ url: '/api/v1/cases', headers: bearer(token) })).statusCode).toBe(403)
})

test('a token is never wider than its person', async () => {
  const reviewer = await service.person(['reviewer'])
  const response = await make(reviewer.headers, { roles: ['reviewer', 'lead'] })
  expect(response.statusCode).toBe(403)
  expect(response.json().detail).toContain('lead')
})

test('a token is never wider than the token that made it', async () => {
  const person = await service.person(['lead', 'coordinator'])
  const { token } = await tokenOf(person.headers, ['coordinator'])
  expect((await make(bearer(token), { roles: ['lead'] })).statusCode).toBe(403)
  expect((await make(bearer(token), { roles: ['coordinator'], expiresInDays: 90 })).statusCode).toBe(201)
})

test('a token is never in force for longer than the token that made it', async () => {
  const person = await service.person(['lead'])
  const { token } = await tokenOf(person.headers, ['lead'], { expiresInDays: 30 })
  const longer = await make(bearer(token), { roles: ['lead'], expiresInDays: 31 })
  expect([longer.statusCode, longer.json().detail]).toEqual([403, expect.stringContaining('outlives it')])
  expect((await make(bearer(token), { roles: ['lead'], expiresInDays: 29 })).statusCode).toBe(201)
})

test('a token is never made for somebody else, and takes no field of ours', async () => {
  const [one, other] = [await service.person(['lead']), await service.person(['lead'])]
  const response = await make(one.headers, {
    roles: ['lead'],
    staffId: other.id,
    secretHash: 'x',
    expiresAt: '2099-01-01',
  })
  expect(response.statusCode).toBe(422)
})

test('a token ends when it is said to', async () => {
  const lead = await service.person(['lead'])
  const { id, token } = await tokenOf(lead.headers, ['lead'], { expiresInDays: 1 })
  const { rows } = await service.pool.query(
    `select expires_at - created_at = interval '1 day' as a_day from api_tokens where id = $1`,
    [id],
  )
  expect(rows[0].a_day).toBe(true)
  await service.pool.query('update api_tokens set expires_at = now() where id = $1', [id])
  expect((await me(bearer(token))).statusCode).toBe(401)
  expect((await list(lead.headers)).map(entry => entry['id'])).not.toContain(id)
})

test.each([0, -1, 367, 1.5, '30'])('a token that ends in %s days is not made', async expiresInDays => {
  const lead = await service.person(['lead'])
  expect((await make(lead.headers, { roles: ['lead'], expiresInDays })).statusCode).toBe(422)
})

test('a token is ended at once, by its own person and by nobody else', async () => {
  const [one, other] = [await service.person(['lead']), await service.person(['lead'])]
  const { id, token } = await tokenOf(one.headers, ['lead'])
  const end = (headers: Headers) =>
    service.app.inject({ method: 'DELETE', url: `/api/v1/tokens/${id}`, headers })
  expect((await end(other.headers)).statusCode).toBe(404)
  expect((await me(bearer(token))).statusCode).toBe(200)
  expect((await end(bearer(token))).statusCode).toBe(204)
  expect((await me(bearer(token))).statusCode).toBe(401)
  expect((await end(one.headers)).statusCode).toBe(404)
})

test('a person sees only their own tokens', async () => {
  const [one, other] = [await service.person(['lead']), await service.person(['lead'])]
  const { id } = await tokenOf(one.headers, ['lead'])
  expect((await list(other.headers)).map(entry => entry['id'])).not.toContain(id)
})

test('when a token was last used is seen by its person', async () => {
  const lead = await service.person(['lead'])
  const { id, token } = await tokenOf(lead.headers, ['lead'])
  const lastUsed = async () => (await list(lead.headers)).find(entry => entry['id'] === id)?.['lastUsedAt']
  expect(await lastUsed()).toBeNull()
  await me(bearer(token))
  expect(await lastUsed()).toMatch(/^\d{4}-/)
})

test('who manages the staff sees the tokens of all on the desk and ends one at once', async () => {
  const person = await service.person(['reviewer'], { name: 'Rita Reviewer' })
  const { id, token } = await tokenOf(person.headers, ['reviewer'], { name: 'spreadsheet' })
  const administrator = await service.person(['administrator'])
  const browser = await signedInBrowser(service, administrator.id)
  const page = '/desk/settings/tokens'
  expect((await browser.get(page)).body).toContain('Revoke spreadsheet of Rita Reviewer')
  expect((await browser.post(`${page}/${id}/revocation`, {}, page)).statusCode).toBe(303)
  expect((await me(bearer(token))).statusCode).toBe(401)
  expect((await browser.post(`${page}/${id}/revocation`, {}, page)).statusCode).toBe(404)
  const coordinator = await signedInBrowser(service, (await service.person(['coordinator'])).id)
  expect((await coordinator.get(page)).statusCode).toBe(403)
})
