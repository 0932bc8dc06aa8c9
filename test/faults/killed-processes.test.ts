// kill -9 of every process at seeded moments, while 500 applications come in from people who send again until they are answered.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  allDone,
  endAll,
  letLeasesRunOut,
  startParts,
  superviseWeb,
  type Parts,
  type Web,
} from '../support/faults.ts'
import { brokenPromises } from '../support/faults-invariants.ts'
import { faultSeed, seededChance, startTraffic } from '../support/faults-traffic.ts'
import { supervise, until, type Supervised } from '../support/processes.ts'

const APPLICATIONS = 500
const KILLS = 3

let parts: Parts
let webs: Web[]
let worker: Supervised
beforeAll(async () => {
  parts = await startParts()
  const [one, two, working] = await Promise.all([
    superviseWeb(parts.environment),
    superviseWeb(parts.environment),
    supervise('worker', parts.environment),
  ])
  webs = [one, two]
  worker = working
})
afterAll(async () => {
  await endAll([...webs, worker])
  await parts.close()
})

test('processes that are killed at any moment lose nothing and do nothing twice', async () => {
  const chance = seededChance(faultSeed())
  const { pool, smtp } = parts
  const traffic = startTraffic({
    urls: webs.map(web => web.url),
    chance,
    count: APPLICATIONS,
    atOnce: 40,
    pace: 600,
  })

  const killWeb = async (web: Web) => {
    for (const moment of moments(chance, APPLICATIONS)) {
      await traffic.reached(moment)
      // An answer has just come; what matters more is the middle of a transaction.
      await wait(chance(30))
      await web.killAndRestart()
    }
  }
  // Each application calls for two emails or three; a moment is a number of emails that have arrived.
  const killWorker = async () => {
    for (const moment of moments(chance, 2 * APPLICATIONS)) {
      await until(() => smtp.received.length >= moment, `${moment} emails`, 90)
      // No other worker is alive, so its leases can be let run out instead of waiting for minutes.
      await worker.killAndRestart(() => letLeasesRunOut(pool))
    }
  }
  await Promise.all([traffic.done, ...webs.map(killWeb), killWorker()])
  await allDone(pool, 90)

  expect(traffic.accepted()).toBe(APPLICATIONS)
  expect(await brokenPromises(pool, traffic.answers, smtp.received)).toEqual([])
  const { rows } = await pool.query(`select count(*)::int as n from cases`)
  expect(rows[0].n).toBe(APPLICATIONS)
})

/** Where to kill: between a tenth and nine tenths of the way, in order. */
const moments = (chance: (below: number) => number, whole: number): number[] =>
  Array.from({ length: KILLS }, () => Math.floor(whole / 10) + chance(Math.floor(whole * 0.8))).toSorted(
    (a, b) => a - b,
  )
