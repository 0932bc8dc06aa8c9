// PostgreSQL restarted in order, killed, hanging, gone over to another machine: refused politely, never twice, healed by itself.
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  applyUntilAccepted,
  faultSeed,
  newApplication,
  seededChance,
  send,
  startTraffic,
  type Answer,
  type Application,
} from '../support/faults-traffic.ts'
import { startProcess, supervise, type Supervised } from '../support/processes.ts'
import { startProxy, type Proxy } from '../support/proxy.ts'

/** What is promised to somebody who applies while the database is away. */
const PATIENCE_MS = 5000

const chance = seededChance(faultSeed())
const all = new Map<Application, Answer[]>()
let parts: Parts
let proxy: Proxy
let web: Web
let worker: Supervised

beforeAll(async () => {
  parts = await startParts({ scratch: true })
  proxy = await startProxy(Number(new URL(parts.databaseUrl).port))
  const environment = { ...parts.environment, DATABASE_URL: proxy.through(parts.databaseUrl) }
  ;[web, worker] = await Promise.all([superviseWeb(environment), supervise('worker', environment)])
})
afterAll(async () => {
  await endAll([web, worker])
  await proxy.close()
  await parts.close()
})

/** Traffic runs while the database goes away and comes back; then all is well, in the same processes. */
async function outlives(away: () => Promise<unknown>, back: () => Promise<unknown>): Promise<void> {
  const before = [web.process().pid, worker.process().pid]
  const traffic = startTraffic({ urls: [web.url], chance, atOnce: 5, pace: 60 })
  await traffic.reached(20 + chance(20))
  await away()
  await refusedPolitely(newApplication('late.example'))
  await back()
  const accepted = traffic.accepted()
  await traffic.reached(accepted + 20)
  await traffic.stop()
  for (const [application, answers] of traffic.answers) all.set(application, answers)
  await allWell()
  expect([web.process().pid, worker.process().pid]).toEqual(before)
}

/** Sends until a 503 comes, and later again with the same key until it is accepted. */
async function refusedPolitely(application: Application): Promise<void> {
  const answer = await send(web.url, application)
  expect(answer).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^[1-9]\d*$/) })
  all.set(application, [answer as Answer])
}

async function allWell(): Promise<void> {
  for (const [application, answers] of all) {
    if (!answers.some(({ status }) => status === 201))
      answers.push(...(await applyUntilAccepted(web.url, application)))
  }
  await letClaimsRunOut(parts.pool)
  await allDone(parts.pool)
  expect(await brokenPromises(parts.pool, all, parts.smtp.received)).toEqual([])
  const answers = [...all.values()].flat()
  expect(Math.max(...answers.map(({ milliseconds }) => milliseconds))).toBeLessThan(PATIENCE_MS)
  for (const { status, retryAfter } of answers)
    if (status === 503) expect(Number(retryAfter)).toBeGreaterThan(0)
}

test('a restart in order', () =>
  outlives(
    async () => parts.postgres?.stop(),
    async () => parts.postgres?.start(),
  ))

test('a crash', () =>
  outlives(
    async () => parts.postgres?.kill(),
    async () => parts.postgres?.start(),
  ))

test('a database that hangs and carries on', () =>
  outlives(
    async () => proxy.hang(),
    async () => proxy.carryOn(),
  ))

test('a database that went over to another machine without a word', () =>
  outlives(
    async () => proxy.hang(),
    async () => proxy.abandonConnections(),
  ))

test.each(['web', 'worker'] as const)(
  'a %s process without its database ends with one clear line',
  async part => {
    const nobody = new URL(parts.databaseUrl)
    nobody.port = '1'
    const { ended, complaints } = startProcess(part, {
      ...parts.environment,
      DATABASE_URL: nobody.href,
      PORT: '0',
    })
    expect(await ended).toMatchObject({ code: 1 })
    expect(complaints()).toMatch(/^DATABASE_URL .+\.\n$/)
    expect(complaints()).not.toContain(nobody.password)
  },
)
