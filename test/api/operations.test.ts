// What machines and administrators see: health, readiness, metrics, queues, and where to report a flaw.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createPool } from '../../src/kernel/connect.ts'
import { openQueues } from '../../src/kernel/queues.ts'
import { examineDatabase } from '../../src/operations/examine-database.ts'
import { metricsText } from '../../src/reports/gauges.ts'
import { readinessOf } from '../../src/reports/readiness.ts'
import { startMetricsServer } from '../../src/web/metrics-server.ts'
import { silent } from '../support/database.ts'
import { isInstalled } from '../support/program.ts'
import { startProxy, type Proxy } from '../support/proxy.ts'
import { startRedis } from '../support/redis.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
let proxy: Proxy

beforeAll(async () => {
  service = await testService()
  proxy = await startProxy(Number(new URL(service.databaseUrl).port))
})
afterAll(async () => {
  await proxy.close()
  await service.close()
})

const get = (url: string, headers: Record<string, string> = {}) => service.app.inject({ url, headers })

describe('health and readiness', () => {
  test('a process that lives says so, and one that can work says why it thinks so', async () => {
    expect((await get('/health')).json()).toEqual({ status: 'alive' })
    const ready = await get('/ready')
    expect(ready.statusCode).toBe(200)
    expect(ready.headers['cache-control']).toBe('no-store')
    expect(ready.json()).toMatchObject({
      status: 'ready',
      checks: {
        database: { ok: true },
        queue: { ok: true },
        outbox: { ok: true, overdueSeconds: 0, limitSeconds: 120 },
        deliveries: { ok: true, overdueSeconds: 0, limitSeconds: 900 },
      },
    })
  })

  test('work that waits too long is not ready, and says which', async () => {
    const paused = await testService({ workers: false })
    try {
      expect((await paused.submitObserver()).statusCode).toBe(201)
      await paused.pool.query(`update outbox set due_at = now() - interval '10 minutes'`)
      const answer = await paused.app.inject('/ready')
      expect(answer.statusCode).toBe(503)
      expect(answer.headers['retry-after']).toBe('5')
      expect(answer.json()).toMatchObject({
        status: 'not-ready',
        checks: {
          database: { ok: true },
          outbox: { ok: false, overdueSeconds: 600 },
          deliveries: { ok: true },
        },
      })
    } finally {
      await paused.close()
    }
  })

  test('a database or a Redis that hangs is said within two seconds, without its address; health does not mind', async () => {
    const mute = createServer(() => {}).listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const { port } = mute.address() as { port: number }
    const pool = createPool(proxy.through(service.databaseUrl), {
      max: 1,
      applicationName: 'hung',
      log: silent,
    })
    const queues = openQueues({
      databaseUrl: service.databaseUrl,
      redisUrl: `redis://user:hidden-word@127.0.0.1:${port}`,
      log: silent,
    })
    const readiness = readinessOf({ pool, queues })
    const server = await startMetricsServer({
      host: '127.0.0.1',
      port: 0,
      metrics: async () => '',
      readiness,
    })
    try {
      await readiness()
      proxy.hang()
      await new Promise(resolve => setTimeout(resolve, 1100))
      const began = performance.now()
      const answer = await fetch(`${server.address}/ready`)
      expect(performance.now() - began).toBeLessThan(2000)
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      const body = await answer.text()
      expect(JSON.parse(body)).toMatchObject({ checks: { database: { ok: false }, queue: { ok: false } } })
      expect(body).not.toMatch(/hidden-word|127\.0\.0\.1|postgres:\/\//)
      expect((await fetch(`${server.address}/health`)).status).toBe(200)
      // The hung connection was given up: once the database answers, so do we.
      proxy.carryOn()
      await expect.poll(async () => (await readiness()).checks.database.ok, { timeout: 6000 }).toBe(true)
    } finally {
      proxy.carryOn()
      await server.close()
      await queues.close()
      await pool.end()
      mute.close()
    }
  })

  test('many who ask at once share one answer', async () => {
    let asked = 0
    const queues = { backend: 'postgres', ping: async () => void (asked += 1) }
    const readiness = readinessOf({ pool: service.pool, queues })
    await Promise.all(Array.from({ length: 50 }, readiness))
    expect(asked).toBe(1)
  })
})

describe('metrics', () => {
  test('count what happened and what waits, without a name in them', async () => {
    const { pool, queues } = service
    const text = metricsText({ pool, operationsPool: pool, queues })
    const before = await text()
    expect((await service.submitObserver()).statusCode).toBe(201)
    expect((await service.submitSupport()).statusCode).toBe(201)
    await service.settled()
    const after = await text()
    const grown = (sample: string) => value(after, sample) - value(before, sample)
    expect(grown('intake_submissions_accepted_total{form="observer-interest"}')).toBe(1)
    expect(grown('intake_submissions_accepted_total{form="support-request"}')).toBe(1)
    expect(grown('intake_submission_batch_size_sum')).toBe(2)
    expect(grown('intake_cases_routed_total{outcome="assigned"}')).toBe(2)
    expect(grown('intake_email_attempts_total{outcome="accepted"}')).toBeGreaterThanOrEqual(4)
    const route = 'method="POST",route="/api/v1/observer-applications",status="201"'
    expect(grown(`intake_http_request_duration_seconds_count{${route}}`)).toBe(1)
    for (const name of ['intake_outbox_rows{state="pending"}', 'intake_deliveries{state="uncertain"}']) {
      expect(value(after, name)).toBe(0)
    }
    for (const name of [
      'intake_queue_jobs{queue="route-case",state="waiting"}',
      'nodejs_eventloop_lag_seconds',
    ]) {
      expect(value(after, name)).toBeGreaterThanOrEqual(0)
    }
    expect(value(after, 'intake_backlog_readable')).toBe(1)
    expect(value(after, 'intake_queue_readable')).toBe(1)
    expect(value(after, 'intake_database_connections{state="idle"}')).toBeGreaterThanOrEqual(1)
    expect(after).toContain('process_cpu_user_seconds_total')
    expect(after).not.toContain('@')
  })

  test('what Postgres knows is asked at most every five seconds, and a Postgres that hangs does not stop the rest', async () => {
    const pool = createPool(proxy.through(service.databaseUrl), {
      max: 1,
      applicationName: 'hung',
      log: silent,
    })
    try {
      await pool.query('select 1')
      proxy.hang()
      const began = performance.now()
      const text = await metricsText({ pool, operationsPool: pool, queues: service.queues })()
      expect(performance.now() - began).toBeLessThan(3000)
      expect(value(text, 'intake_backlog_readable')).toBe(0)
      expect(value(text, 'intake_queue_readable')).toBe(1)
    } finally {
      proxy.carryOn()
      await pool.end()
    }
    let asked = 0
    const depth = async () => ({ notify: { waiting: (asked += 1) } })
    const text = metricsText({ pool: service.pool, operationsPool: service.pool, queues: { depth } })
    await Promise.all([text(), text(), text()])
    await text()
    expect(asked).toBe(1)
  })

  test('have a server of their own, on which there is nothing else', async () => {
    const settings = {
      host: '127.0.0.1',
      port: 0,
      metrics: async () => 'up 1\n',
      readiness: async () => ({ ready: true, checks: {} }),
    }
    const server = await startMetricsServer(settings)
    const metrics = await fetch(`${server.address}/metrics`)
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(await metrics.text()).toBe('up 1\n')
    expect((await fetch(`${server.address}/ready`)).status).toBe(200)
    expect((await fetch(`${server.address}/api/v1/forms`)).status).toBe(404)
    expect((await fetch(`${server.address}/metrics`, { method: 'POST' })).status).toBe(404)
    expect((await get('/metrics')).statusCode).toBe(404)
    await server.close()
  })
})

test('a queue that was opened while Postgres was too slow for it takes work as soon as Postgres answers', async () => {
  proxy.hang()
  const queues = openQueues({ databaseUrl: proxy.through(service.databaseUrl), log: silent })
  try {
    const claims = [{ id: '999999', fence: 1 }]
    await expect(queues.add('mail-link', claims)).rejects.toThrow('timeout')
    proxy.carryOn()
    await vi.waitFor(() => queues.add('mail-link', claims), 10_000)
  } finally {
    proxy.carryOn()
    await queues.close()
  }
})

describe('the queue board', () => {
  const board = '/operations/queues'

  test('is for administrators, by token or from a browser by the token as the password', async () => {
    const administrator = await service.person(['administrator'])
    const lead = await service.person(['lead'])
    const refused = await get(board)
    expect(refused.statusCode).toBe(401)
    expect(refused.headers['www-authenticate']).toMatch(/^Basic realm=/)
    expect((await get(`${board}/api/queues`)).statusCode).toBe(401)
    expect((await get(`${board}/static/js/main.js`)).statusCode).toBe(401)
    expect((await get(board, lead.headers)).statusCode).toBe(403)
    const basic = `Basic ${Buffer.from(`me:${administrator.token}`).toString('base64')}`
    expect((await get(board, { authorization: basic })).statusCode).toBe(200)
    // The password way is for pages that only show.
    expect((await get('/api/v1/me', { authorization: basic })).statusCode).toBe(401)
  })

  test('loads everything from here and shows every queue, to look at only', async () => {
    const { headers } = await service.person(['administrator'])
    const page = await get(board, headers)
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//)
    const files = [...page.body.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, path]) => path)
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) expect((await get(`${board}/${file}`, headers)).statusCode).toBe(200)
    const listed = (await get(`${board}/api/queues`, headers)).json()
    expect(listed.queues.map((queue: { name: string }) => queue.name)).toEqual(
      expect.arrayContaining(['route-case', 'notify', 'send-email']),
    )
    const change = { method: 'PUT', url: `${board}/api/queues/notify/pause`, headers } as const
    expect((await service.app.inject(change)).statusCode).toBe(405)
  })

  test.runIf(isInstalled('redis-server'))('shows the queues of Redis as well', async () => {
    const redis = await startRedis()
    const queues = openQueues({ databaseUrl: service.databaseUrl, redisUrl: redis.url, log: silent })
    try {
      await expect
        .poll(() =>
          queues.add('notify', [{ id: '1', fence: 1 }]).then(
            () => 'added',
            () => 'not yet',
          ),
        )
        .toBe('added')
      expect(await queues.depth()).toMatchObject({ notify: { waiting: 1 }, 'send-email': { waiting: 0 } })

      // One that is there and says nothing: whoever hands work over has it back soon, to hand it over again.
      redis.freeze()
      await expect(queues.add('notify', [{ id: '2', fence: 1 }])).rejects.toThrow('It took too long.')
      redis.thaw()
      await queues.add('notify', [{ id: '2', fence: 1 }])
      expect(await queues.depth()).toMatchObject({ notify: { waiting: 2 } })
    } finally {
      await queues.close()
      await redis.close()
    }
  })
})

test('the doctor says how much work was given up', async () => {
  const work = async () =>
    (await examineDatabase(service.pool, Date.now)).find(({ about }) => about === 'work')
  await service.submitObserver()
  await service.settled()
  expect(await work()).toMatchObject({ level: 'ok' })
  await service.pool.query(`update outbox set state = 'dead' where id = (select min(id) from outbox)`)
  expect(await work()).toMatchObject({ level: 'problem', seen: expect.stringContaining(': 1 row of') })
  await service.pool.query(`update outbox set state = 'done' where state = 'dead'`)
})

test('security.txt says where to write, for less than a year from now', async () => {
  const answer = await get('/.well-known/security.txt')
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(answer.body.split('\r\n')).toEqual([
    'Contact: mailto:justice@intake.example',
    expect.stringMatching(/^Expires: \d{4}-\d\d-\d\dT00:00:00Z$/),
    'Preferred-Languages: en, fr, es',
    'Canonical: https://intake.example/.well-known/security.txt',
    '',
  ])
  const expires = Date.parse(/Expires: (\S+)/.exec(answer.body)?.[1] ?? '')
  const days = (expires - service.clock.now().getTime()) / 86_400_000
  expect(days).toBeGreaterThan(90)
  expect(days).toBeLessThan(365)
})

function value(text: string, sample: string): number {
  const line = text.split('\n').find(candidate => candidate.startsWith(`${sample} `))
  return line === undefined ? 0 : Number(line.slice(sample.length + 1))
}
