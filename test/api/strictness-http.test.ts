// HTTP that is broken, slow, huge or not HTTP at all.
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createLog } from '../../src/kernel/log.ts'
import { receiveFiles, takeFiles } from '../../src/web/receive-files.ts'
import { createServer } from '../../src/web/server.ts'
import { observerApplication } from '../support/applications.ts'
import { silent } from '../support/database.ts'
import { testService, type TestService } from '../support/service.ts'
import { sendRaw } from './strictness-socket.ts'

let service: TestService
let address = ''
const logged: string[] = []
beforeAll(async () => {
  const log = createLog('error', { write: line => void logged.push(line) })
  service = await testService({ workers: false, log })
  address = await service.listen()
})
afterAll(() => service.close())

const body = () => JSON.stringify(observerApplication())
const casesNow = async () =>
  (await service.pool.query<{ n: number }>('select count(*)::int as n from cases')).rows[0]?.n
const POST =
  'POST /api/v1/observer-applications HTTP/1.1\r\nHost: intake.example\r\nContent-Type: application/json\r\n'
const stillAnswers = async () => expect((await fetch(`${address}/api/v1/forms`)).status).toBe(200)

/** Sends, expects only 4xx (or a closed socket), no new case, and a service that goes on. */
async function refused(
  parts: string | Buffer | (string | Buffer)[],
  options?: Parameters<typeof sendRaw>[2],
) {
  const before = await casesNow()
  const answer = await sendRaw(address, parts, options)
  for (const status of answer.statuses) expect(status, answer.text).toBeGreaterThanOrEqual(400)
  for (const status of answer.statuses) expect(status, answer.text).toBeLessThan(500)
  expect(answer.text).toMatch(/^$|application\/problem\+json/)
  expect(await casesNow()).toBe(before)
  await stillAnswers()
  // What others send is no failure of ours.
  expect(logged).toEqual([])
  return answer
}

describe('a body that does not arrive whole', () => {
  test('shorter than its Content-Length is not taken', async () => {
    const whole = body()
    await refused(`${POST}Content-Length: ${Buffer.byteLength(whole) + 10}\r\n\r\n${whole}`, { end: true })
  })

  test('cut off in the middle is not taken', async () => {
    const whole = body()
    const part = whole.slice(0, whole.length / 2)
    await refused(`${POST}Content-Length: ${Buffer.byteLength(whole)}\r\n\r\n${part}`, { end: true })
  })

  test('in chunks of which the last is missing is not taken, though the JSON is complete', async () => {
    const whole = body()
    const chunk = `${Buffer.byteLength(whole).toString(16)}\r\n${whole}\r\n`
    await refused(`${POST}Transfer-Encoding: chunked\r\n\r\n${chunk}`, { end: true })
  })

  test('in chunks of a wrong size is malformed', async () => {
    const { statuses } = await refused(`${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`)
    expect(statuses).toEqual([400])
  })

  test('longer than its Content-Length is cut by nobody: the JSON is incomplete', async () => {
    const whole = body()
    const { statuses } = await refused(
      `${POST}Connection: close\r\nContent-Length: ${Buffer.byteLength(whole) - 5}\r\n\r\n${whole}`,
    )
    expect(statuses[0]).toBe(400)
  })
})

describe('requests that are no HTTP', () => {
  test.each([
    ['garbage', 'hello\r\n\r\n'],
    ['TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])],
    ['an unknown method', 'FETCH /api/v1/forms HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['an unknown version', 'GET /api/v1/forms HTTP/9.9\r\nHost: x\r\n\r\n'],
    ['no Host', `${POST.replace('Host: intake.example\r\n', '')}Content-Length: 2\r\n\r\n{}`],
    ['two lengths', `${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    ['a length and chunks', `${POST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a negative length', `${POST}Content-Length: -1\r\n\r\n`],
    ['a length that is no number', `${POST}Content-Length: many\r\n\r\n`],
    ['a header with NUL', `${POST}X-Name: a\0b\r\nContent-Length: 2\r\n\r\n{}`],
    ['a folded header', `${POST}X-Name: a\r\n b\r\nContent-Length: 2\r\n\r\n{}`],
    ['a space in the address', 'GET /api/v1/for ms HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('%s is malformed, and the connection is closed', async (_, sent) => {
    const { statuses } = await refused(sent)
    expect(statuses).toEqual([400])
  })

  test('CONNECT is closed without an answer', async () => {
    await refused('CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n')
  })

  test('a good request is answered, and the garbage pipelined behind it is refused', async () => {
    const before = await casesNow()
    const whole = body()
    const good = `${POST}Content-Length: ${Buffer.byteLength(whole)}\r\n\r\n${whole}`
    const { statuses } = await sendRaw(address, `${good}\0\0garbage\r\n\r\n`)
    expect(statuses.every(status => status === 201 || status === 400)).toBe(true)
    // The good one was whole: it is stored, whether or not its answer still found the connection open.
    await vi.waitFor(async () => expect(await casesNow()).toBe((before ?? 0) + 1))
    await stillAnswers()
  })

  test('two requests in one packet are two cases, answered in order', async () => {
    const before = (await casesNow()) ?? 0
    const whole = body()
    const head = `${POST}Content-Length: ${Buffer.byteLength(whole)}\r\n`
    const { statuses } = await sendRaw(address, `${head}\r\n${whole}${head}Connection: close\r\n\r\n${whole}`)
    expect(statuses).toEqual([201, 201])
    expect(await casesNow()).toBe(before + 2)
  })
})

describe('too much', () => {
  test('headers beyond 16 KiB are too large', async () => {
    const { statuses } = await refused(
      `${POST}X-Filler: ${'x'.repeat(20_000)}\r\nContent-Length: 2\r\n\r\n{}`,
    )
    expect(statuses).toEqual([431])
  })

  test('thousands of headers are too large, or refused as a request', async () => {
    const headers = Array.from({ length: 3000 }, (_, at) => `X-${at}: 1\r\n`).join('')
    const { statuses } = await refused(`${POST}${headers}Content-Length: 2\r\n\r\n{}`)
    expect(statuses).toHaveLength(1)
  })

  test('an address beyond 16 KiB is too long', async () => {
    const { statuses } = await refused(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect(statuses).toEqual([431])
  })

  test('a body that says it is huge is refused before it is sent', async () => {
    const { statuses } = await refused(`${POST}Content-Length: 99999999999\r\n\r\n{`)
    expect(statuses[0]).toBe(413)
  })

  test('a huge body in chunks is refused while it comes in', async () => {
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`
    const { statuses } = await refused(
      [`${POST}Transfer-Encoding: chunked\r\n\r\n`, ...Array.from({ length: 20 }, () => chunk)],
      { pause: 2 },
    )
    expect(statuses[0]).toBe(413)
  })
})

test('who sends slowly is not waited for: headers, bodies, idle connections have their time', () => {
  const { server } = service.app
  expect(server.headersTimeout).toBeGreaterThan(0)
  expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout)
  expect(server.requestTimeout).toBeGreaterThan(0)
  // For files; all else has twenty seconds, see below.
  expect(server.requestTimeout).toBeLessThanOrEqual(15 * 60_000)
  expect(server.timeout).toBeGreaterThan(0)
  expect(server.keepAliveTimeout).toBeGreaterThan(0)
})

test('a body that dribbles in past the time is answered with 408; one with files has longer', async () => {
  const app = createServer({ log: silent, trustProxy: undefined, bodyPatience: 1000 })
  app.post('/text', async () => 'all of it')
  await app.register(async files => {
    await takeFiles(files)
    files.post('/files', { config: { takesFiles: true } }, request =>
      receiveFiles(request, { files: 1, fileSize: 100 }, async () => {}),
    )
  })
  const patient = await app.listen({ host: '127.0.0.1', port: 0 })
  const dribble = (path: string, type: string, body: string) =>
    sendRaw(
      patient,
      [
        `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
        ...(body.match(/.{1,4}/gs) ?? []),
      ],
      { pause: 60 },
    )
  const form = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--b--\r\n'
  const [json, files] = await Promise.all([
    dribble('/text', 'application/json', `"${'x'.repeat(100)}"`),
    dribble('/files', 'multipart/form-data; boundary=b', form),
  ])
  expect(json.statuses).toEqual([408])
  expect(files.statuses).toEqual([200])
  expect(files.text).toContain('{"a":"b"}')
  await app.close()
})

test('a client that hangs up while it is answered harms nobody', async () => {
  const agent = new Agent({ keepAlive: true })
  await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const sent = request(`${address}/api/v1/observer-applications`, {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json' },
      })
      sent.on('error', () => {})
      sent.on('response', response => void text(response).catch(() => {}))
      sent.end(body())
      await new Promise(done => setTimeout(done, at))
      sent.destroy()
    }),
  )
  agent.destroy()
  await stillAnswers()
})
