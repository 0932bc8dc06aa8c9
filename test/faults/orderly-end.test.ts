// Processes that are told to end, or are not there: what was begun is finished, and what was not waits.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  allDone,
  endAll,
  holdTable,
  startParts,
  superviseWeb,
  type Parts,
  type Web,
} from '../support/faults.ts'
import { brokenPromises } from '../support/faults-invariants.ts'
import {
  applyUntilAccepted,
  newApplication,
  send,
  type Answer,
  type Application,
} from '../support/faults-traffic.ts'
import { supervise, until, type Supervised } from '../support/processes.ts'
import { startProxy, type Proxy } from '../support/proxy.ts'

const all = new Map<Application, Answer[]>()
let parts: Parts
let proxy: Proxy
let web: Web
let worker: Supervised | undefined

beforeAll(async () => {
  parts = await startParts()
  proxy = await startProxy(parts.smtp.port)
  web = await superviseWeb(parts.environment)
})
afterAll(async () => {
  await endAll([web, worker])
  await proxy.close()
  await parts.close()
})

const count = async (query: string): Promise<number> => {
  const { rows } = await parts.pool.query<{ n: number }>(`select count(*)::int as n ${query}`)
  return rows[0]?.n ?? 0
}
const startWorker = async () => {
  worker = await supervise('worker', { ...parts.environment, SMTP_URL: `smtp://127.0.0.1:${proxy.port}` })
  return worker
}

test('without any worker applications are accepted, and worked on when there is one', async () => {
  for (let sent = 0; sent < 40; sent += 1) {
    const application = newApplication('early.example')
    const answer = await send(web.url, application)
    expect(answer?.status).toBe(201)
    all.set(application, [answer as Answer])
  }
  expect(await count(`from outbox where state = 'pending' and attempts = 0`)).toBe(80)
  await startWorker()
  await allDone(parts.pool)
  expect(await brokenPromises(parts.pool, all, parts.smtp.received)).toEqual([])
})

test('a web process that is told to end answers each of 200 requests that it has', async () => {
  const applications = Array.from({ length: 200 }, () => newApplication('crowd.example'))
  const agent = new http.Agent({ keepAlive: true, maxSockets: applications.length })
  // Each on a connection that is open already: those that are not yet accepted are the load balancer's to send elsewhere.
  await Promise.all(applications.map(() => ask(agent, 'GET', '/health')))
  const letGo = await holdTable(parts.pool, 'idempotency_keys')
  const sent = applications.map(application => ask(agent, 'POST', `/api/v1/${application.path}`, application))
  await until(
    async () =>
      (await count(`from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)) >
      0,
    'the first of them to be on its way into the database',
  )
  // What was sent before these were asked has been read when they are answered.
  for (let times = 0; times < 3; times += 1) await ask(new http.Agent(), 'GET', '/health')
  const ended = web.end('SIGTERM')
  await until(() => web.process().output().includes('"msg":"ending"'), 'the process to have heard it')
  await letGo()
  const answers = await Promise.all(sent)
  expect(await ended).toMatchObject({ code: 0 })
  agent.destroy()

  expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThan(0)
  expect(answers.filter(({ status }) => status !== 201 && status !== 503)).toEqual([])
  web = await superviseWeb(parts.environment)
  for (const [index, application] of applications.entries()) {
    const answer = answers[index] as Answer
    all.set(
      application,
      answer.status === 201 ? [answer] : [answer, ...(await applyUntilAccepted(web.url, application))],
    )
  }
  await allDone(parts.pool)
  expect(await brokenPromises(parts.pool, all, parts.smtp.received)).toEqual([])
})

test('a worker that is told to end finishes the email that it has begun', async () => {
  proxy.holdAnswersAfter(/^354/m)
  const application = newApplication('last.example')
  all.set(application, await applyUntilAccepted(web.url, application))
  const begun = `from deliveries where address = '${application.email}' and state = 'data-started'`
  await until(async () => (await count(begun)) === 1, 'the receipt to be on its way')
  const ending = worker?.end('SIGTERM')
  await until(
    () => worker?.process().output().includes('"msg":"ending"') ?? false,
    'the process to have heard it',
  )
  proxy.letGo()
  expect(await ending).toMatchObject({ code: 0 })
  expect(
    await count(
      `from deliveries where address = '${application.email}' and state = 'accepted' and resends = 0`,
    ),
  ).toBe(1)
  await startWorker()
  await allDone(parts.pool)
  expect(await brokenPromises(parts.pool, all, parts.smtp.received)).toEqual([])
})

// Its last lines are said as it goes, when no turn is left in which to hear that nobody listens.
const LAST_WORDS = `
  import { createLog } from './src/kernel/log.ts'
  const log = createLog('info')
  log.info('first')
  process.stdin.on('end', () => {
    log.info('last words')
    log.info('and more')
    process.exit(0)
  }).resume()`

test('a process whose log nobody reads any more still ends', async () => {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', LAST_WORDS], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: 20_000,
    killSignal: 'SIGKILL',
  })
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.stdin.end()
  expect(await once(child, 'exit')).toEqual([0, null])
})

/** Asks the web process on a connection of the agent. Throws when it ends without an answer. */
async function ask(
  agent: http.Agent,
  method: string,
  path: string,
  application?: Application,
): Promise<Answer> {
  const start = performance.now()
  const headers = application && { 'content-type': 'application/json', 'idempotency-key': application.key }
  const request = http.request(`${web.url}${path}`, { agent, method, headers })
  request.end(application?.body)
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  const text = (await response.setEncoding('utf8').toArray()).join('')
  const { reference } = JSON.parse(text || '{}') as { reference?: string }
  return {
    status: response.statusCode ?? 0,
    reference,
    retryAfter: response.headers['retry-after'] ?? null,
    milliseconds: performance.now() - start,
  }
}
