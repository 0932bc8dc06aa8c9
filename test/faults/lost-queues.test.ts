// The queues hold nothing that cannot be lost: emptied, stopped, restarted empty, or away from the start.
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  allDone,
  endAll,
  letClaimsRunOut,
  startParts,
  superviseWeb,
  type Parts,
  type Web,
} from '../support/faults.ts'
import { brokenPromises } from '../support/faults-invariants.ts'
import {
  faultSeed,
  seededChance,
  startTraffic,
  type Answer,
  type Application,
} from '../support/faults-traffic.ts'
import { supervise, until, type Supervised } from '../support/processes.ts'

const chance = seededChance(faultSeed())
const all = new Map<Application, Answer[]>()
let parts: Parts
let web: Web
let worker: Supervised

beforeAll(async () => {
  parts = await startParts()
  // On PostgreSQL a process cannot start without the database that holds the queues; without Redis it can.
  await parts.redis?.kill()
  ;[web, worker] = await Promise.all([
    superviseWeb(parts.environment),
    supervise('worker', parts.environment),
  ])
})
afterAll(async () => {
  await endAll([web, worker])
  await parts.close()
})

const begin = () => startTraffic({ urls: [web.url], chance, atOnce: 5, pace: 60 })

/** Every attempt was answered 201, and in the end all that follows from it was done once. */
async function nobodyNoticed(traffic: ReturnType<typeof begin>): Promise<void> {
  await traffic.stop()
  const statuses = new Set([...traffic.answers.values()].flat().map(({ status }) => status))
  expect([...statuses]).toEqual([201])
  // What stood in a queue that was lost is done when its lease has run out: half a minute, for emails three.
  await letClaimsRunOut(parts.pool)
  await allDone(parts.pool)
  for (const [application, answers] of traffic.answers) all.set(application, answers)
  expect(await brokenPromises(parts.pool, all, parts.smtp.received)).toEqual([])
}

const WITHOUT_REDIS: Readonly<Record<string, () => Promise<void>>> = {
  async 'processes that started without Redis take applications in, and work once it is there'() {
    const traffic = begin()
    await traffic.reached(15)
    expect(parts.smtp.received).toHaveLength(0)
    await parts.redis?.start()
    await nobodyNoticed(traffic)
  },
  async 'Redis can be stopped and come back empty while applications come in'() {
    const before = [web.process().pid, worker.process().pid]
    const traffic = begin()
    await traffic.reached(20)
    await parts.redis?.kill()
    await traffic.reached(60)
    await parts.redis?.start()
    await traffic.reached(80)
    await nobodyNoticed(traffic)
    expect([web.process().pid, worker.process().pid]).toEqual(before)
  },
}
test.each(inject('queueBackend') === 'redis' ? Object.entries(WITHOUT_REDIS) : [])('%s', (_, run) => run())

test('the queues can be emptied at any moment', async () => {
  const traffic = begin()
  for (let times = 1; times <= 5; times += 1) {
    await traffic.reached(20 * times + chance(15))
    await emptyQueues()
  }
  await nobodyNoticed(traffic)
})

async function emptyQueues(): Promise<void> {
  if (parts.redis) return parts.redis.flush()
  const { rows } = await parts.pool.query<{ tables: string }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables
     where schemaname = 'bullmq' and tablename not like '%migration%'`,
  )
  // It wants every table at once, and of two that wait for each other the database ends one.
  await until(
    () =>
      parts.pool.query(`truncate ${rows[0]?.tables}`).then(
        () => true,
        (error: unknown) => {
          if ((error as { code?: string }).code === '40P01') return false
          throw error
        },
      ),
    'the queues to be emptied',
  )
}
