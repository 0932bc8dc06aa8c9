// Nothing that a person wrote, and nobody's name or address, is in any log: ours at its most talkative, or Postgres' own.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { observerApplication, supportRequest } from '../support/applications.ts'
import { program, type Program } from '../support/program.ts'
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts'

/** In every string that we send; in small letters, for addresses are stored so. */
const MARK = `zq${randomBytes(4).toString('hex')}`

let directory: string
let smtp: TestSmtpServer
let service: Program
let address: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'log-privacy-'))
  smtp = await startSmtpServer()
  await smtp.behave('permanent', { domain: 'gone.example' })
  await smtp.behave('temporary', { domain: 'busy.example' })
  await smtp.behave('drop-after-final-dot', { domain: 'mute.example' })
  const settings = { PORT: '0', METRICS_PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'trace' }
  service = program(['src/main.ts'], { ...settings, SMTP_URL: smtp.url, SAMPLE_STAFF: 'yes' })
  address = String((await service.says(/up, at (http:\S+?)\.\n/, 60_000))[1])
})
afterAll(async () => {
  service.child.kill('SIGTERM')
  await service.ended()
  await smtp.close()
  await rm(directory, { recursive: true, force: true, maxRetries: 5 })
})

const JSON_HEADERS = { 'content-type': 'application/json' }
const FORMS = { 'observer-applications': observerApplication, 'support-requests': supportRequest } as const
type FormPath = keyof typeof FORMS

/** The same payload with the mark in every text, address and link, and people's mail going to `domain`. */
function marked(value: unknown, domain: string): unknown {
  if (Array.isArray(value)) return value.map(one => marked(one, domain))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, domain)]))
  }
  if (typeof value !== 'string') return value
  if (value.includes('@')) return `${MARK}.${value.split('@')[0]}@${domain}`
  if (value.startsWith('http')) return `${value}/${MARK}?${MARK}=${MARK}#${MARK}`
  return value.includes(' ') && !value.startsWith('+') ? `${value} ${MARK} <b>'"; --` : value
}

const send = (path: FormPath, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${address}/api/v1/${path}`, {
    method: 'POST',
    headers: { ...JSON_HEADERS, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

test('what is accepted, routed and emailed, well or badly', async () => {
  for (const domain of ['fine.example', 'gone.example', 'busy.example', 'mute.example']) {
    for (const [path, payload] of Object.entries(FORMS)) {
      const answer = await send(path as FormPath, marked(payload(), domain))
      expect(answer.status, await answer.text()).toBe(201)
    }
  }
  // Each of the bad domains was tried, and staff were told of the addresses that do not exist.
  await expect
    .poll(() => smtp.received.filter(mail => mail.to.join().includes(MARK)).length, { timeout: 20_000 })
    .toBeGreaterThan(1)
  await service.says(/"outcome":"refused"/)
  await service.says(/"outcome":"uncertain"/)
  await service.says(/"outcome":"retry"/)
})

test('what is refused: every field wrong, headers, queries, paths and what is no HTTP at all', async () => {
  for (const [path, payload] of Object.entries(FORMS)) {
    for (const field of Object.keys(payload())) {
      for (const wrong of [{ [MARK]: MARK }, `${MARK}\u0000`, [MARK], MARK.repeat(2000)]) {
        const answer = await send(path as FormPath, { ...payload(), [field]: wrong })
        expect(answer.status).toBe(422)
        await answer.body?.cancel()
      }
    }
    expect((await send(path as FormPath, { ...payload(), [MARK]: MARK })).status).toBe(422)
    expect((await send(path as FormPath, `{"${MARK}": "${MARK}`)).status).toBe(400)
    const key = { 'idempotency-key': `${MARK}\t${MARK}` }
    expect((await send(path as FormPath, payload(), key)).status).toBe(400)
    expect((await send(path as FormPath, MARK, { 'content-type': `text/${MARK}` })).status).toBe(415)
  }
  const everywhere = {
    authorization: `Bearer ogpj_${MARK}`,
    cookie: `session=${MARK}`,
    'user-agent': MARK,
    'accept-language': MARK,
    'x-forwarded-for': MARK,
    'x-request-id': MARK,
    referer: `http://${MARK}.example/`,
  }
  const paths = [
    '',
    '/ready',
    '/mailbox',
    '/operations/queues',
    '/api/v1/cases',
    '/api/v1/forms',
    '/api/v1/jurisdictions',
  ]
  for (const path of paths) {
    for (const url of [
      `${path}?q=${MARK}`,
      `${path}/${MARK}`,
      `${path}/%00${MARK}`,
      `${path}/%E0%A4${MARK}`,
    ]) {
      const answer = await fetch(`${address}${url}`, { headers: everywhere })
      expect(answer.status).toBeLessThan(500)
      await answer.body?.cancel()
    }
  }
  for (const words of [
    `${MARK}\r\n\r\n`,
    `GET /${MARK} HTTP/9\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${MARK}\r\n${MARK}\r\n\r\n`,
  ]) {
    const socket = connect(Number(new URL(address).port), '127.0.0.1').on('error', () => {})
    socket.end(words)
    await once(socket.resume(), 'close')
  }
})

test('what the database refuses, with the row in its message, and what it does not answer to', async () => {
  const owner = new pg.Client({ connectionString: await databaseUrl() })
  owner.on('error', () => {})
  await owner.connect()
  await owner.query('alter table submissions add constraint refuse_all check (received_at is null) not valid')
  for (const [path, payload] of Object.entries(FORMS)) {
    expect((await send(path as FormPath, marked(payload(), 'fine.example'))).status).toBe(500)
  }
  await owner.query('alter table submissions drop constraint refuse_all')
  await owner.end()
  process.kill(Number((await service.says(/"pid":(\d+),"port"/))[1]), 'SIGKILL')
  for (const [path, payload] of Object.entries(FORMS)) {
    const answer = await send(path as FormPath, marked(payload(), 'fine.example'), {
      'idempotency-key': `key-${MARK}`,
    })
    expect(answer.status).toBe(503)
  }
})

test('none of it is in the logs', async () => {
  const postgres = await readFile(join(directory, 'postgres', 'cluster', 'postgres.log'), 'utf8')
  const all = `${service.out()}\n${service.errors()}\n${postgres}`
  // There was something to say: requests, emails, a refusing and a missing database.
  expect(all).toMatch(/"msg":"answered"/)
  expect(all).toMatch(/"msg":"email settled"/)
  expect(all).toMatch(/refuse_all/)
  expect(all).toMatch(/ECONNREFUSED|Connection terminated|57P/)
  expect(postgres).toContain('ready to accept connections')
  for (const secret of [MARK, '.example/', '@', 'Adjoa', await password()]) {
    expect(
      linesWith(all.replaceAll('npm run token -- --email lead@support-unit.example', ''), secret),
    ).toEqual([])
  }
})

const linesWith = (text: string, secret: string): string[] =>
  text
    .toLowerCase()
    .split('\n')
    .filter(line => line.includes(secret.toLowerCase()))

const password = () => readFile(join(directory, 'postgres', 'cluster', 'password'), 'utf8')

async function databaseUrl(): Promise<string> {
  const port = (await service.says(/"pid":\d+,"port":(\d+)/))[1]
  return `postgres://intake:${await password()}@127.0.0.1:${port}/intake`
}
