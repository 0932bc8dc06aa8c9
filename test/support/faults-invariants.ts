// What has to be true after every fault: one line for each thing that is not.
import type pg from 'pg'
import { databaseOn } from '../../src/kernel/database.ts'
import { verifyAudit } from '../../src/reports/audit/verify-audit.ts'
import { checkInvariants } from '../../src/operations/invariants/check-invariants.ts'
import type { Answer, Application } from './faults-traffic.ts'
import type { ReceivedMail } from './smtp-server.ts'

/**
 * The rules of the house hold and the audit's chain is whole; beyond that, as all came in with a key and all had time to be
 * done: each 201 has exactly one case, and the same one at every attempt; all work is done; each email that was called for
 * arrived once, but for what is counted as sent again or uncertain.
 */
export async function brokenPromises(
  pool: pg.Pool,
  answers: ReadonlyMap<Application, readonly Answer[]>,
  received: readonly ReceivedMail[],
): Promise<string[]> {
  return [
    ...(await brokenRules(pool, answers)),
    ...(await wrongAnswers(pool, answers)),
    ...(await wrongRows(pool)),
    ...(await wrongMail(pool, received)),
  ]
}

async function brokenRules(
  pool: pg.Pool,
  answers: ReadonlyMap<Application, readonly Answer[]>,
): Promise<string[]> {
  const db = databaseOn(pool)
  const told = [...answers.values()].flat().flatMap(({ reference }) => reference ?? [])
  const broken = await checkInvariants(db, { accepted: [...new Set(told)] })
  const lines = broken.map(({ rule, found }) => `${rule}: ${found}`)
  await verifyAudit(db, ({ stream, position, what }) =>
    lines.push(`stream ${stream}, position ${position}: ${what}`),
  )
  return lines
}

async function wrongAnswers(
  pool: pg.Pool,
  answers: ReadonlyMap<Application, readonly Answer[]>,
): Promise<string[]> {
  const { rows } = await pool.query<{ key: string; reference: string; email: string }>(`
    select key, reference, contact_email as email from idempotency_keys join cases on cases.id = idempotency_keys.case_id`)
  const byKey = new Map(rows.map(row => [row.key, row]))
  const wrong: string[] = []
  for (const [{ key, email }, got] of answers) {
    const stored = byKey.get(key)
    const told = new Set(got.filter(({ status }) => status === 201).map(({ reference }) => reference))
    if (told.size > 1) wrong.push(`${key} was told ${[...told].join(' and ')}`)
    if (told.size > 0 && !stored) wrong.push(`${key} was told ${[...told].join()}, which does not exist`)
    if (stored && told.size > 0 && !told.has(stored.reference))
      wrong.push(`${key} was told another reference`)
    if (stored && stored.email !== email) wrong.push(`${key} leads to the case of somebody else`)
    const others = got.filter(({ status }) => ![201, 409, 503].includes(status))
    if (others.length > 0) wrong.push(`${key} was answered ${others.map(({ status }) => status).join()}`)
  }
  const known = new Set([...answers.keys()].map(({ key }) => key))
  wrong.push(...rows.filter(({ key }) => !known.has(key)).map(({ key }) => `${key} was never sent`))
  return wrong
}

// Each query finds what must not be.
const MUST_NOT_BE = {
  'a case without its key':
    'select reference from cases where not exists (select from idempotency_keys where case_id = cases.id)',
  'a case that was routed twice, or not': `
    select reference from cases
    where 1 <> (select count(*) from events where stream = cases.id and type in ('case.assigned', 'case.unroutable'))`,
  'work that is not done': `select topic || ' ' || id from outbox where state <> 'done'`,
  'a receipt that is missing or there twice': `
    select reference from cases
    where 1 <> (select count(*) from deliveries where stream = cases.id and notification = 'receipt' and address = contact_email)`,
  'a reviewer who was not told once': `
    select events.id from events where type = 'case.assigned'
    and 1 <> (select count(*) from deliveries where event_id = events.id and notification = 'assigned')`,
  'a point of contact who was not told once': `
    select reference from cases where form = 'support-request'
    and 1 <> (select count(*) from deliveries where stream = cases.id and notification = 'request-made')`,
  'an email without an end': `select id from deliveries where state not in ('accepted', 'refused', 'uncertain', 'cancelled')`,
}

async function wrongRows(pool: pg.Pool): Promise<string[]> {
  const wrong: string[] = []
  for (const [what, query] of Object.entries(MUST_NOT_BE)) {
    const { rows } = await pool.query<Record<string, string>>(query)
    wrong.push(...rows.map(row => `${what}: ${Object.values(row).join()}`))
  }
  return wrong
}

async function wrongMail(pool: pg.Pool, received: readonly ReceivedMail[]): Promise<string[]> {
  const { rows } = await pool.query<{
    id: string
    messageId: string
    address: string
    state: string
    resends: number
  }>('select id, message_id as "messageId", address, state, resends from deliveries')
  const byMessage = new Map(rows.map(row => [`<${row.messageId}>`, row]))
  const arrivals = new Map<string, number>()
  for (const { messageId, to } of received) {
    arrivals.set(messageId, (arrivals.get(messageId) ?? 0) + 1)
    const delivery = byMessage.get(messageId)
    if (!delivery) arrivals.set(`${messageId} was never written down`, 1)
    else if (to.length !== 1 || to[0] !== delivery.address)
      arrivals.set(`${messageId} went to somebody else`, 1)
  }
  const wrong = [...arrivals.keys()].filter(key => key.includes(' '))
  for (const { id, messageId, state, resends } of rows) {
    const count = arrivals.get(`<${messageId}>`) ?? 0
    if (state === 'accepted' && count === 0) wrong.push(`email ${id} is called accepted and never arrived`)
    if (count > 1 + resends)
      wrong.push(`email ${id} arrived ${count} times, ${resends} counted as sent again`)
    if (count > 0 && ['refused', 'cancelled'].includes(state))
      wrong.push(`email ${id} is ${state} and arrived`)
  }
  return wrong
}
