// A worker that dies, or is frozen and comes back, in the middle of an email: nothing is lost, and what is sent twice is counted.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  allDone,
  endAll,
  holdTable,
  letClaimsRunOut,
  letLeasesRunOut,
  startParts,
  superviseWeb,
  type Parts,
  type Web,
} from '../support/faults.ts'
import { brokenPromises } from '../support/faults-invariants.ts'
import { newApplication, send, type Answer, type Application } from '../support/faults-traffic.ts'
import { supervise, until, type Environment, type Supervised } from '../support/processes.ts'
import { startProxy, type Proxy } from '../support/proxy.ts'

/** The mail server's word that the text may come. */
const TEXT_MAY_COME = /^354/m

const all = new Map<Application, Answer[]>()
const workers: Supervised[] = []
let parts: Parts
let web: Web
/** Between the first worker and the mail server. */
let proxy: Proxy

beforeAll(async () => {
  parts = await startParts()
  web = await superviseWeb(parts.environment)
})
afterAll(async () => {
  await endAll([web])
  await parts.close()
})
beforeEach(async () => {
  proxy = await startProxy(parts.smtp.port)
})
afterEach(async () => {
  await endAll(workers.splice(0))
  await proxy.close()
})

async function startWorker(environment: Environment): Promise<Supervised> {
  const worker = await supervise('worker', environment)
  workers.push(worker)
  return worker
}
const behindProxy = () => ({ ...parts.environment, SMTP_URL: `smtp://127.0.0.1:${proxy.port}` })

async function apply(): Promise<string> {
  const application = newApplication('applicants.example')
  const answer = await send(web.url, application)
  expect(answer?.status).toBe(201)
  all.set(application, [answer as Answer])
  return application.email
}

interface Receipt {
  state: string
  resends: number
  messageId: string
}
async function receiptOf(email: string): Promise<Receipt | undefined> {
  const { rows } = await parts.pool.query<Receipt>(
    `select state, resends, '<' || message_id || '>' as "messageId" from deliveries where address = $1 and notification = 'receipt'`,
    [email],
  )
  return rows[0]
}
const reached = (email: string, state: string) =>
  until(async () => (await receiptOf(email))?.state === state, `the receipt to be ${state}`)
const arrivals = (email: string) => parts.smtp.received.filter(({ to }) => to.includes(email)).length
const nothingIsBroken = async () =>
  expect(await brokenPromises(parts.pool, all, parts.smtp.received)).toEqual([])

test('killed when the email has arrived and before the answer: it is sent once more, counted, recognisable', async () => {
  const worker = await startWorker(behindProxy())
  proxy.holdAnswersAfter(TEXT_MAY_COME)
  const email = await apply()
  await until(() => arrivals(email) === 1, 'the receipt')
  await reached(email, 'data-started')
  await worker.end('SIGKILL')
  await letLeasesRunOut(parts.pool)
  await startWorker(parts.environment)
  await allDone(parts.pool)
  expect(await receiptOf(email)).toMatchObject({ state: 'accepted', resends: 1 })
  expect(arrivals(email)).toBe(2)
  await nothingIsBroken()
})

test('killed before any of the email went out, though about to: it arrives once, counted as sent again', async () => {
  const worker = await startWorker(behindProxy())
  proxy.holdTextAfter(TEXT_MAY_COME)
  const email = await apply()
  await reached(email, 'data-started')
  await worker.end('SIGKILL')
  await letLeasesRunOut(parts.pool)
  await startWorker(parts.environment)
  await allDone(parts.pool)
  expect(await receiptOf(email)).toMatchObject({ state: 'accepted', resends: 1 })
  expect(arrivals(email)).toBe(1)
  await nothingIsBroken()
})

test('killed with work in its hands: another worker does all of it, once', async () => {
  const worker = await startWorker(parts.environment)
  const letGo = await holdTable(parts.pool, 'routing_decisions')
  for (let count = 0; count < 20; count += 1) await apply()
  const claimed = async () => {
    const { rows } = await parts.pool.query(`select count(*)::int as n from outbox where state = 'claimed'`)
    return Number(rows[0]?.n)
  }
  await until(async () => (await claimed()) >= 8, 'a worker that has its hands full')
  await worker.end('SIGKILL')
  await letGo()
  await letClaimsRunOut(parts.pool)
  await startWorker(parts.environment)
  await allDone(parts.pool)
  await nothingIsBroken()
})

test('frozen until another took over: when it comes back it sends nothing', async () => {
  const frozen = await startWorker(behindProxy())
  proxy.holdAnswersAfter(/^220/m)
  const before = parts.smtp.connections()
  const email = await apply()
  await reached(email, 'claimed')
  await until(
    () => parts.smtp.connections() === before + 2,
    'the applicant’s email and the reviewer’s to be begun',
  )
  await freezeAtRest(frozen)
  await letClaimsRunOut(parts.pool)
  await startWorker(parts.environment)
  await allDone(parts.pool)
  expect(arrivals(email)).toBe(1)
  proxy.letGo()
  frozen.process().thaw()
  // It finishes what it has in hand before it ends.
  expect(await frozen.end('SIGTERM')).toMatchObject({ code: 0 })
  expect(arrivals(email)).toBe(1)
  expect(await receiptOf(email)).toMatchObject({ state: 'accepted', resends: 0 })
  await nothingIsBroken()
})

/** Freezes it between two transactions: in one it would hold locks until the database ends the session, after a minute. */
async function freezeAtRest(worker: Supervised): Promise<void> {
  await until(async () => {
    worker.process().freeze()
    // What it said last may still be on its way.
    await wait(100)
    const { rows } = await parts.pool.query(`
      select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and application_name = 'intake-worker' and state <> 'idle'`)
    if (rows.length > 0) worker.process().thaw()
    return rows.length === 0
  }, 'a moment between two transactions')
}
