// A mail server that misbehaves in every way we know of: applications are accepted all the same, and every email gets its end.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMS } from '../../src/forms/index.ts'
import { moveCase } from '../../src/cases/transition.ts'
import { DEFAULT_SERVICE_STANDARD as standard } from '../../src/cases/service-standard.ts'
import { always } from '../support/standard.ts'
import { databaseOn } from '../../src/kernel/database.ts'
import { replayDelivery } from '../../src/notifications/replay.ts'
import { allDone, endAll, startParts, superviseWeb, type Parts, type Web } from '../support/faults.ts'
import { brokenPromises } from '../support/faults-invariants.ts'
import { newApplication, send, type Answer, type Application } from '../support/faults-traffic.ts'
import { supervise, until, type Supervised } from '../support/processes.ts'
import type { Behaviour } from '../support/smtp-server.ts'

/** These can be shown to one domain, beside others that are treated well. */
const TO_ONE_DOMAIN = [
  'temporary',
  'permanent',
  'drop-before-final-dot',
  'drop-after-final-dot',
  'slow',
  'greylist',
  'garbage',
] as const satisfies Behaviour[]
/** These are there before anybody is named. */
const TO_ALL = ['refuse', 'auth-failure', 'garbage', 'tarpit'] as const satisfies Behaviour[]

const all = new Map<Application, Answer[]>()
let parts: Parts
let web: Web
let worker: Supervised
beforeAll(async () => {
  parts = await startParts()
  const address = new URL(parts.environment['SMTP_URL'] ?? '')
  address.username = 'intake'
  address.password = 'secret'
  const environment = { ...parts.environment, SMTP_URL: address.href }
  ;[web, worker] = await Promise.all([superviseWeb(environment), supervise('worker', environment)])
})
afterAll(async () => {
  await endAll([web, worker])
  await parts.close()
})

/** Sends one that has to be accepted at the first attempt. */
async function apply(domain: string): Promise<{ email: string; reference: string }> {
  const application = newApplication(domain)
  const answer = await send(web.url, application)
  expect(answer?.status).toBe(201)
  all.set(application, [answer as Answer])
  return { email: application.email, reference: answer?.reference ?? '' }
}

interface Delivery {
  id: string
  state: string
  attempts: number
  resends: number
  messageId: string
}

async function deliveriesTo(domain: string, notification = 'receipt'): Promise<Delivery[]> {
  const { rows } = await parts.pool.query<Delivery>(
    `select id, state, attempts, resends, '<' || message_id || '>' as "messageId" from deliveries
     where domain = $1 and notification = $2 order by created_at`,
    [domain, notification],
  )
  return rows
}
const arrivals = (messageId: string) =>
  parts.smtp.received.filter(mail => mail.messageId === messageId).length
const arrivedFor = (email: string) =>
  parts.smtp.received.some(({ to, answered }) => answered && to.includes(email))

/** The first attempt at each has ended without an answer that counts. */
const triedInVain = (domain: string) =>
  until(async () => {
    const deliveries = await deliveriesTo(domain)
    return (
      deliveries.length > 0 &&
      deliveries.every(({ state }) => !['pending', 'claimed', 'data-started'].includes(state))
    )
  }, `an attempt to ${domain}`)

/** Cuts all conversations: who waits for a server that says nothing, or keeps a session for the next email, hears of it. */
async function hangUp(): Promise<void> {
  await parts.smtp.behave('refuse')
  await parts.smtp.behave('accept')
}

async function behaveAgain(): Promise<void> {
  for (const kind of ['tarpit', ...TO_ONE_DOMAIN] as const) {
    if (kind !== 'permanent') await parts.smtp.behave('accept', { domain: `${kind}.example` })
  }
  await parts.smtp.behave('accept')
}

test('a domain that never answers keeps nobody else waiting', async () => {
  await parts.smtp.behave('tarpit', { domain: 'tarpit.example' })
  // More than a worker sends at once: were they all taken up, the next would wait until their time is over.
  for (let count = 0; count < 16; count += 1) await apply('tarpit.example')
  const others: string[] = []
  for (let count = 0; count < 5; count += 1) others.push((await apply('fine.example')).email)
  await until(() => others.every(arrivedFor), 'the other domain’s emails')
  const waiting = await deliveriesTo('tarpit.example')
  expect(waiting.filter(({ state }) => state === 'claimed')).not.toEqual([])
  expect(waiting.filter(({ state }) => !['pending', 'claimed'].includes(state))).toEqual([])
  await parts.smtp.behave('accept', { domain: 'tarpit.example' })
  await hangUp()
})

test('what a server does to one recipient is told apart', async () => {
  for (const kind of TO_ONE_DOMAIN) {
    await parts.smtp.behave(kind, { domain: `${kind}.example` })
    await apply(`${kind}.example`)
  }
  await Promise.all(
    TO_ONE_DOMAIN.filter(kind => kind !== 'garbage').map(kind => triedInVain(`${kind}.example`)),
  )
  await until(
    async () => (await deliveriesTo('garbage.example'))[0]?.attempts === 1,
    'an attempt to garbage.example',
  )
  await behaveAgain()
  await hangUp()
  await allDone(parts.pool)

  for (const kind of ['tarpit', ...TO_ONE_DOMAIN] as const) {
    if (kind === 'permanent') continue
    for (const { state } of await deliveriesTo(`${kind}.example`))
      expect([kind, state]).toEqual([kind, 'accepted'])
  }
  const [resent] = await deliveriesTo('drop-after-final-dot.example')
  expect(resent).toMatchObject({ resends: 1, attempts: 2 })
  expect(arrivals(resent?.messageId ?? '')).toBe(2)
  const [half] = await deliveriesTo('drop-before-final-dot.example')
  expect(half).toMatchObject({ resends: 0 })
  expect(arrivals(half?.messageId ?? '')).toBe(1)
  expect(await brokenPromises(parts.pool, all, parts.smtp.received)).toEqual([])
})

test('an address that is refused for good is written to no more, and staff are told', async () => {
  const [refused] = await deliveriesTo('permanent.example')
  expect(refused).toMatchObject({ state: 'refused', attempts: 1 })
  const { rows: suppressed } = await parts.pool.query(
    `select address from suppressions where delivery_id = $1`,
    [refused?.id],
  )
  expect(suppressed).toEqual([{ address: expect.stringMatching(/@permanent\.example$/) }])
  const [bounce, ...more] = await deliveriesTo('support-unit.example', 'bounce')
  expect(more).toEqual([])
  expect(bounce).toMatchObject({ state: 'accepted' })
  expect(arrivals(bounce?.messageId ?? '')).toBe(1)
})

test.each(TO_ALL)('a server that does this to everybody delays, and loses nothing: %s', async kind => {
  await hangUp()
  await parts.smtp.behave(kind)
  const before = parts.smtp.connections()
  const domain = `${kind}-to-all.example`
  const { email } = await apply(domain)
  if (kind === 'tarpit') {
    await until(() => parts.smtp.connections() > before, 'a connection')
    await apply(domain)
    await parts.smtp.behave('refuse')
  }
  await triedInVain(domain)
  for (const { state } of await deliveriesTo(domain)) expect(state).toBe('retry')
  expect(arrivedFor(email)).toBe(false)
  await parts.smtp.behave('accept')
  await allDone(parts.pool)
  expect(arrivedFor(email)).toBe(true)
  expect(await brokenPromises(parts.pool, all, parts.smtp.received)).toEqual([])
})

test('a decision that perhaps arrived is not sent again before a person says so', async () => {
  const { reference } = await apply('decided.example')
  await allDone(parts.pool)
  await take(reference, 'start-review', {})
  await allDone(parts.pool)

  await parts.smtp.behave('drop-after-final-dot', { domain: 'decided.example' })
  await take(reference, 'decline', {
    reasonCode: 'no-capacity',
    reason: 'All places are taken.',
    wouldChange: 'A free place.',
    anotherLook: 'Write to us.',
  })
  await allDone(parts.pool)
  await parts.smtp.behave('accept', { domain: 'decided.example' })
  await allDone(parts.pool)
  const [decision] = await deliveriesTo('decided.example', 'decision')
  expect(decision).toMatchObject({ state: 'uncertain', resends: 0, attempts: 1 })
  expect(arrivals(decision?.messageId ?? '')).toBe(1)
  const [told] = await deliveriesTo('support-unit.example', 'delivery-uncertain')
  expect(arrivals(told?.messageId ?? '')).toBe(1)

  await replayDelivery(databaseOn(parts.pool), decision?.id ?? '', 180)
  await allDone(parts.pool)
  const [replayed] = await deliveriesTo('decided.example', 'decision')
  expect(replayed).toMatchObject({ state: 'accepted', resends: 1 })
  expect(arrivals(decision?.messageId ?? '')).toBe(2)
  expect(await brokenPromises(parts.pool, all, parts.smtp.received)).toEqual([])
})

async function take(
  reference: string,
  name: 'start-review' | 'decline',
  body: Record<string, string>,
): Promise<void> {
  const { rows } = await parts.pool.query<{ id: string }>('select id from cases where reference = $1', [
    reference,
  ])
  const actor = { kind: 'staff', id: randomUUID() } as const
  const caseId = rows[0]?.id ?? ''
  await databaseOn(parts.pool).transaction(tx =>
    moveCase(tx, { caseId, name, actor, at: new Date(), body, standard: always(standard), forms: FORMS }),
  )
}
