// The same key sent again gives the same answer, and never a second case.
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { FORMS } from '../../src/forms/index.ts'
import { systemChance } from '../../src/kernel/reference.ts'
import { cachedReference } from '../../src/roster/cached-reference.ts'
import { purge } from '../../workers/purge.ts'
import { observerApplication } from '../support/applications.ts'
import { silent } from '../support/database.ts'
import { ACCESS } from '../support/access.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false })
})
afterAll(() => service.close())

const keyed = (key: string = randomUUID()) => ({ 'idempotency-key': key })
const casesNow = async () =>
  (await service.pool.query<{ n: number }>('select count(*)::int as n from cases')).rows[0]?.n ?? 0

test('the same key with the same answers gets the first answer again, byte for byte', async () => {
  const headers = keyed()
  const first = await service.submitObserver({}, headers)
  const before = await casesNow()
  service.clock.advance(3_600_000)
  const again = await service.submitObserver({}, headers)
  expect(again.statusCode).toBe(201)
  expect(again.body).toBe(first.body)
  expect(again.headers['location']).toBe(first.headers['location'])
  expect(await casesNow()).toBe(before)
})

test('the order of fields and white space do not make other answers of the same', async () => {
  const headers = keyed()
  const first = await service.submitObserver({}, headers)
  const turned = Object.fromEntries(Object.entries(observerApplication()).toReversed())
  const again = await service.app.inject({
    method: 'POST',
    url: '/api/v1/observer-applications',
    headers: { ...headers, 'content-type': 'application/json' },
    payload: JSON.stringify(turned, null, 4),
  })
  expect(again.body).toBe(first.body)
})

test('the answer stays the first one after the case has moved on', async () => {
  const headers = keyed()
  const first = await service.submitObserver({}, headers)
  const coordinator = await service.person(['coordinator'])
  await service.openTo(coordinator, first.json().reference)
  const url = `/api/v1/cases/${first.json().reference}/review`
  expect(
    (await service.app.inject({ method: 'POST', url, payload: {}, headers: coordinator.headers })).statusCode,
  ).toBe(200)
  expect((await service.submitObserver({}, headers)).body).toBe(first.body)
})

test('the same key with other answers is refused and changes nothing', async () => {
  const headers = keyed()
  await service.submitObserver({}, headers)
  const before = await casesNow()
  const other = await service.submitObserver({ acronym: 'OTHER' }, headers)
  expect(other.statusCode).toBe(422)
  expect(other.json().code).toBe('idempotency-key-reused')
  expect(await casesNow()).toBe(before)
})

test('the same key on the two forms is two keys', async () => {
  const headers = keyed()
  const [observer, support] = [
    await service.submitObserver({}, headers),
    await service.submitSupport({}, headers),
  ]
  expect([observer.statusCode, support.statusCode]).toEqual([201, 201])
  expect(observer.json().reference).not.toBe(support.json().reference)
})

test('a key whose answers were refused is not used up', async () => {
  const headers = keyed()
  expect((await service.submitObserver({ country: 'XX' }, headers)).statusCode).toBe(422)
  expect((await service.submitObserver({}, headers)).statusCode).toBe(201)
})

test.each([
  ['empty', ''],
  ['longer than 255 characters', 'k'.repeat(256)],
  ['with a space', 'two words'],
  ['with a tab', 'two\twords'],
])('a key that is %s is malformed', async (_, key) => {
  const response = await service.submitObserver({}, keyed(key))
  expect(response.statusCode).toBe(400)
  expect(response.json().code).toBe('malformed-idempotency-key')
})

test('a key of 255 characters is taken', async () => {
  expect((await service.submitObserver({}, keyed('k'.repeat(255)))).statusCode).toBe(201)
})

test.each([
  ['beyond ASCII', 'Idempotency-Key: clé\r\n'],
  ['given twice', 'Idempotency-Key: one\r\nIdempotency-Key: one\r\n'],
])('a key %s is malformed', async (_, header) => {
  const { port } = new URL(await address())
  const body = JSON.stringify(observerApplication())
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(
    `POST /api/v1/observer-applications HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n${header}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    'utf8',
  )
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('malformed-idempotency-key')
})

test('fifty at once with one key make one case; the others get its answer or are asked to come again', async () => {
  const headers = keyed()
  const before = await casesNow()
  const responses = await Promise.all(Array.from({ length: 50 }, () => service.submitSupport({}, headers)))
  const statuses = responses.map(response => response.statusCode)
  expect(statuses.filter(status => status !== 201 && status !== 409)).toEqual([])
  expect(statuses).toContain(201)
  expect(await casesNow()).toBe(before + 1)
  const waiting = responses.filter(response => response.statusCode === 409)
  expect(waiting.length).toBeGreaterThan(0)
  for (const response of waiting) {
    expect(response.headers['retry-after']).toBe('1')
    expect(response.json().code).toBe('idempotency-key-in-progress')
  }
  const answers = responses.filter(response => response.statusCode === 201).map(response => response.body)
  expect(new Set(answers).size).toBe(1)
  expect((await service.submitSupport({}, headers)).body).toBe(answers[0])
})

test('processes that share a database share its keys', async () => {
  const others = await Promise.all([anotherApp(), anotherApp()])
  const appOf = (at: number) => [...others, service.app][at % 3] ?? service.app
  const headers = keyed()
  const before = await casesNow()
  const payload = observerApplication()
  const responses = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      appOf(at).inject({
        method: 'POST',
        url: '/api/v1/observer-applications',
        payload,
        headers,
      }),
    ),
  )
  expect(responses.filter(response => response.statusCode !== 201 && response.statusCode !== 409)).toEqual([])
  const answers = responses.filter(response => response.statusCode === 201).map(response => response.body)
  expect(answers.length).toBeGreaterThanOrEqual(1)
  expect(new Set(answers).size).toBe(1)
  expect(await casesNow()).toBe(before + 1)
  await Promise.all(others.map(app => app.close()))
})

test('a key is forgotten after 48 hours, not before', async () => {
  const headers = keyed()
  const first = (await service.submitObserver({}, headers)).json()
  service.clock.advance(48 * 3_600_000)
  await purge(service.db, service.clock.now(), { inboundKeptDays: 90 })
  expect((await service.submitObserver({}, headers)).json()).toEqual(first)
  service.clock.advance(1)
  await purge(service.db, service.clock.now(), { inboundKeptDays: 90 })
  const later = await service.submitObserver({ acronym: 'LATER' }, headers)
  expect(later.statusCode).toBe(201)
  expect(later.json().reference).not.toBe(first.reference)
})

test('what cannot be removed keeps nothing else from being removed', async () => {
  const headers = keyed()
  const first = (await service.submitObserver({}, headers)).json()
  service.clock.advance(48 * 3_600_000 + 1)
  await service.pool.query('alter table gate_counts rename to away')
  await expect(purge(service.db, service.clock.now(), { inboundKeptDays: 90 })).rejects.toThrow(
    'Not everything',
  )
  await service.pool.query('alter table away rename to gate_counts')
  await service.pool.query('alter table idempotency_keys rename to away')
  await service.pool.query(`update outbox set state = 'done', created_at = now() - interval '8 days'`)
  await expect(purge(service.db, service.clock.now(), { inboundKeptDays: 90 })).rejects.toThrow(
    'Not everything',
  )
  await service.pool.query('alter table away rename to idempotency_keys')
  expect((await service.pool.query('select from outbox')).rowCount).toBe(0)
  expect((await service.submitObserver({ acronym: 'LATER' }, headers)).json().reference).not.toBe(
    first.reference,
  )
})

let listening: Promise<string> | undefined
const address = () => (listening ??= service.listen())

/** A second process, as far as the database can tell: it shares nothing but that. */
function anotherApp() {
  const { db, queues, clock, standard, standards, wordings, files } = service
  return buildApp({
    db,
    queues,
    clock,
    standard,
    standards,
    wordings,
    files,
    scanner: undefined,
    log: silent,
    chance: systemChance,
    wake: () => {},
    forms: FORMS,
    reference: cachedReference(db, { clock, maxAgeSeconds: 60 }),
    access: ACCESS,
    mailbox: undefined,
    trustProxy: undefined,
    gate: service.gate,
    linkDays: 180,
    rateLimitPerMinute: 1_000_000,
  })
}
