// The gate before the forms: what is held for a person, who is asked to come later, and when a proof of work is needed.
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askForLink } from '../../src/cases/applicant/ask-for-link.ts'
import { watchClock } from '../../src/cases/watch-clock.ts'
import { createGate } from '../../src/submissions/gate/gate.ts'
import { forgetGate } from '../../src/submissions/gate/share-counts.ts'
import { observerApplication, supportRequest } from '../support/applications.ts'
import { silent } from '../support/database.ts'
import { multipart, pdf } from '../support/files.ts'
import { expectInvariants } from '../support/invariants.ts'
import { testService, type TestService } from '../support/service.ts'
import { working } from './cases-steps.ts'

const MINUTE_MS = 60_000
const LIMITS = { network: 40, contact: 3, pressure: 5, files: 2 }

let open: TestService
let strict: TestService
beforeAll(async () => {
  open = await testService()
  strict = await testService({ workers: false, limits: LIMITS })
})
afterAll(() => Promise.all([open.close(), strict.close()]))

const contact = (contactEmail: string, pointOfContactEmail: string | null = null) => ({
  contactEmail,
  pointOfContactEmail,
})
const from = (email: string, base = observerApplication()) => ({
  contact: { ...(base['contact'] as object), email },
})

describe('what may be spam', () => {
  test('is accepted as ever, held for a person, given to nobody, and told to the point of contact only once it is released', async () => {
    const lead = await open.person(['lead'])
    const at = working(open, lead)
    const applicant = 'someone@mailinator.com'
    const pointOfContactEmail = 'poc@government.example'
    const response = await open.submitSupport({
      ...from(applicant, supportRequest()),
      isPointOfContact: false,
      pointOfContactEmail,
    })
    expect(response.statusCode).toBe(201)
    const { reference, status, next } = response.json()
    expect(status.code).toBe('received')
    await open.settled()

    const [receipt, ...more] = await open.inboxOf(applicant)
    expect(more).toEqual([])
    expect(receipt?.text).toContain(reference)
    // Nothing that was typed is carried to an address that somebody else may have typed.
    const typed = supportRequest()
    expect(receipt?.text).not.toContain((typed['contact'] as { name: string }).name)
    expect(receipt?.text).not.toContain(typed['institution'])
    expect(await open.inboxOf(pointOfContactEmail)).toEqual([])
    // Nor by a link to it, for which its sender could ask in their stead.
    await askForLink(open.db, { reference, email: applicant })
    await open.settled()
    expect(await open.inboxOf(applicant)).toHaveLength(1)

    const view = await at.read(reference)
    expect(view).toMatchObject({ state: 'received', assigneeId: null, dueAt: next.dueAt })
    expect(view.quarantine).toEqual([
      { signal: 'disposable-address', reason: expect.stringContaining('some minutes') },
    ])
    expect(view.nextSteps.map(({ name }: { name: string }) => name).toSorted()).toEqual([
      'mark-duplicate',
      'mark-spam',
      'withdraw',
    ])
    const reviewer = await open.person(['reviewer'])
    for (const [step, body] of [
      ['review', {}],
      ['question', { question: 'Who are you?' }],
      ['assignment', { assigneeId: reviewer.id }],
      ['reviewers', { reviewerId: reviewer.id }],
    ] as const) {
      const refused = await at.post(reference, step, body)
      expect([step, refused.statusCode, refused.json().code]).toEqual([step, 409, 'transition-not-allowed'])
    }
    const inView = async (view: string) => {
      const url = `/api/v1/cases?view=${view}`
      const { items } = (await open.app.inject({ url, headers: lead.headers })).json()
      return items.some((item: { reference: string }) => item.reference === reference)
    }
    expect([await inView('quarantine'), await inView('open'), await inView('unassigned')]).toEqual([
      true,
      true,
      false,
    ])
    expect(
      (await open.app.inject({ url: `/api/v1/cases/${reference}`, headers: reviewer.headers })).statusCode,
    ).toBe(404)
    await expectInvariants(open.db)

    expect((await at.post(reference, 'quarantine-release', { note: 'We know them.' })).statusCode).toBe(204)
    expect((await at.post(reference, 'quarantine-release')).statusCode).toBe(409)
    await open.settled()
    const after = await at.read(reference)
    expect(after.quarantine).toBeNull()
    expect(after.assigneeId).not.toBeNull()
    const copy = (await open.inboxOf(applicant)).at(-1)
    expect(copy?.text).toContain(typed['institution'])
    expect(await open.inboxOf(pointOfContactEmail)).toHaveLength(1)
    expect((await at.trail(reference)).map(({ type }) => type)).toEqual([
      'submission.received',
      'case.no-conflict-declared',
      'quarantine.lifted',
      'case.assigned',
    ])
    await expectInvariants(open.db)
  })

  test('is held again, told to nobody, when a merge or a step on several cases that closed it is undone', async () => {
    const person = await open.person(['lead'])
    const at = working(open, person)
    const original = (await open.submitObserver()).json().reference
    await at.read(original)
    const api = async (path: string, payload: object) =>
      (
        await open.app.inject({ method: 'POST', url: `/api/v1/${path}`, payload, headers: person.headers })
      ).json()
    const row = async (reference: string) => {
      const { rows } = await open.pool.query(
        'select state, due_at, quarantine, assignee_id from cases where reference = $1',
        [reference],
      )
      return rows[0]
    }
    const reason = 'Sent twice.'
    const closings = {
      separation: async (reference: string) => {
        await at.post(reference, 'duplicate', { original, reason })
        await open.settled()
        return () => at.post(reference, 'separation', { reason: 'They are two.' })
      },
      ...Object.fromEntries(
        ['close-duplicate', 'close-spam', 'close-withdrawn'].map(action => [
          action,
          async (reference: string) => {
            const body = { reason, ...(action === 'close-duplicate' && { original }) }
            const chosen = { action, references: [reference], body, noConflict: true }
            const { id, results } = await api('bulk-actions', chosen)
            expect(results).toMatchObject([{ outcome: 'done' }])
            return async () => {
              const undone = await api(`bulk-actions/${id}/undo`, {})
              expect(undone.results).toMatchObject([{ outcome: 'undone' }])
            }
          },
        ]),
      ),
    }
    for (const [name, close] of Object.entries(closings)) {
      const email = `${name}@mailinator.com`
      const { reference } = (await open.submitObserver(from(email))).json()
      await open.settled()
      const before = await row(reference)
      expect(before).toMatchObject({
        state: 'received',
        quarantine: expect.arrayContaining(['disposable-address']),
      })
      const undo = await close(reference)
      expect((await row(reference)).quarantine, name).toBeNull()
      const told = (await open.inboxOf(email)).length
      await undo()
      await open.settled()
      expect(await row(reference), name).toEqual(before)
      expect(await open.inboxOf(email), name).toHaveLength(told)
      // From there it goes the way of any other.
      expect((await at.post(reference, 'quarantine-release')).statusCode, name).toBe(204)
      await open.settled()
      expect((await row(reference)).assignee_id, name).not.toBeNull()
    }
    await expectInvariants(open.db)
  })

  test('is closed as spam without a word, and reminded of while nobody looks', async () => {
    const coordinator = await open.person(['coordinator'])
    const at = working(open, coordinator)
    const { reference } = (await open.submitObserver(from('other@mailinator.com'))).json()
    await open.settled()
    const before = (await open.inboxOf('other@mailinator.com')).length
    expect((await at.post(reference, 'spam', { reason: 'Advertising.' })).statusCode).toBe(200)
    await open.settled()
    expect(await open.inboxOf('other@mailinator.com')).toHaveLength(before)
    expect((await at.read(reference)).quarantine).toBeNull()

    const forgotten = (await open.submitObserver(from('third@mailinator.com'))).json().reference
    open.clock.advance(5 * 24 * 60 * MINUTE_MS)
    await watched(open)
    const { rows } = await open.pool.query(
      `select type from events join cases on cases.id = stream where reference = $1 and type like 'case.%due'`,
      [forgotten],
    )
    expect(rows).toEqual([{ type: 'case.overdue' }])
    await expectInvariants(open.db)
  })
})

describe('limits', () => {
  test('a network that asks too often is told when to come back; another one is not', async () => {
    const submit = (remoteAddress: string) =>
      strict.app.inject({ method: 'POST', url: '/api/v1/observer-applications', payload: {}, remoteAddress })
    for (let n = 0; n < LIMITS.network; n += 1) expect((await submit('2001:db8::1')).statusCode).toBe(422)
    const refused = await submit('2001:db8::ffff:2')
    expect(refused.statusCode).toBe(429)
    expect(refused.json().code).toBe('too-many-requests')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await submit('2001:db8:0:1::1')).statusCode).toBe(422)
    strict.clock.advance(MINUTE_MS)
    expect((await submit('2001:db8::1')).statusCode).toBe(422)
  })

  test('a network that brings very many files may send more tomorrow, and forms without files today', async () => {
    const file = { field: 'file', name: 'letter.pdf', type: 'application/pdf', content: pdf() }
    const post = (url: string, sent: object, remoteAddress = '2001:db8:1::1') =>
      strict.app.inject({ method: 'POST', url, remoteAddress, ...sent })
    const bring = (remoteAddress?: string) => post('/api/v1/uploads', multipart([file]), remoteAddress)
    const statuses = []
    for (let n = 0; n < 3; n += 1) statuses.push((await bring()).statusCode)
    expect([...statuses, (await bring('2001:db8:2::1')).statusCode]).toEqual([201, 201, 429, 201])
    expect((await post('/api/v1/observer-applications', { payload: {} })).statusCode).toBe(422)
  })

  test('behind a proxy, also of several web processes, a contact address is counted once for all of them', async () => {
    const { db, clock } = strict
    const gate = () => createGate({ db, clock, log: silent, limits: LIMITS })
    const [one, other] = await Promise.all([gate(), gate()])
    const email = 'Busy@office.example'
    for (const each of [one, other, one, other]) {
      each.admitContact(contact(email))
      await Promise.all([one.share(), other.share()])
    }
    // Whoever has seen it twice knows what all have seen.
    expect(() => other.admitContact(contact(email.toLowerCase()))).toThrow('within the hour')
    one.admitContact(contact('somebody@else.example'))
    await Promise.all([one.close(), other.close()])
    await forgetGate(db, new Date(clock.now().getTime() + 3 * 3_600_000))
    const { rows } = await strict.pool.query('select count(*)::int as n from gate_counts')
    expect(rows[0]?.n).toBe(0)
  })

  test('a flood from more addresses than one statement has room for is counted for all processes', async () => {
    const { db, clock } = strict
    const gate = await createGate({ db, clock, log: silent, limits: LIMITS })
    const flood = Array.from({ length: 22_000 }, (_, n) => contact(`flood${n}@office.example`))
    for (const each of [...flood, ...flood]) gate.admitContact(each)
    await gate.share()
    const { rows } = await strict.pool.query('select count(*)::int as n from gate_counts where count = 2')
    expect(rows[0]?.n).toBeGreaterThanOrEqual(flood.length)
    await gate.close()
    await forgetGate(db, new Date(clock.now().getTime() + 3 * 3_600_000))
  })

  test('an address that is named as the point of contact is counted like the contact’s', async () => {
    const submit = (n: number, pointOfContactEmail: string) =>
      strict.app.inject({
        method: 'POST',
        url: '/api/v1/support-requests',
        remoteAddress: `2001:db8:3:${n}::1`,
        payload: supportRequest({
          ...from(`sender-${n}@office.example`, supportRequest()),
          isPointOfContact: false,
          pointOfContactEmail,
        }),
      })
    for (let n = 0; n < LIMITS.contact; n += 1)
      expect((await submit(n, 'victim@government.example')).statusCode).toBe(201)
    const refused = await submit(LIMITS.contact, 'Victim@government.example')
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-requests'])
    expect(refused.json().detail).toContain('within the hour')
    expect((await submit(LIMITS.contact + 1, 'another@government.example')).statusCode).toBe(201)
  })

  test('when the counts cannot be shared, each process goes on with its own', async () => {
    let isAway = false
    const db = new Proxy(strict.db, {
      get(target, name) {
        if (isAway) throw new Error('The database is away.')
        return Reflect.get(target, name)
      },
    })
    const gate = await createGate({ db, clock: strict.clock, log: silent, limits: LIMITS })
    isAway = true
    for (let n = 0; n < LIMITS.contact; n += 1) gate.admitContact(contact('alone@office.example'))
    await expect(gate.share()).rejects.toThrow('away.')
    expect(() => gate.admitContact(contact('alone@office.example'))).toThrow('within the hour')
    expect(() => gate.admitContact(contact('new@office.example'))).not.toThrow()
    await gate.close()
  })
})

test('under pressure whoever brings a proof of work passes, once for each proof, and nobody is asked when it is over', async () => {
  strict.clock.advance(10 * MINUTE_MS)
  let sent = 0
  const submit = (headers = {}) => {
    const contactEmail = `person${(sent += 1)}@ministry.example`
    const request = { ...from(contactEmail, supportRequest()), pointOfContactEmail: `of.${contactEmail}` }
    return strict.submitSupport(request, headers)
  }
  const earlier = () => strict.submitSupport(supportRequest(), { 'idempotency-key': 'before-the-pressure' })
  const accepted = await earlier()
  for (let n = 1; n < LIMITS.pressure; n += 1) expect((await submit()).statusCode).toBe(201)
  const asked = await submit()
  expect(asked.statusCode).toBe(429)
  expect(asked.headers['retry-after']).toBe('60')
  expect(asked.json()).toMatchObject({ code: 'proof-needed', challenge: { signature: expect.any(String) } })
  // The other form is not under pressure.
  expect((await strict.submitObserver(from('calm@office.example'))).statusCode).toBe(201)

  const { challenge } = asked.json()
  // What was accepted before the pressure began is answered as it was when it is sent again.
  expect([(await earlier()).statusCode, (await earlier()).json().reference]).toEqual([
    201,
    accepted.json().reference,
  ])
  const work = await proofOf(challenge)
  expect((await submit({ 'proof-of-work': work })).statusCode).toBe(201)
  expect((await submit({ 'proof-of-work': work })).json().code).toBe('proof-needed')
  const forged = structuredClone(challenge)
  forged.parameters.data.form = 'observer-interest'
  const rubbish = ['x', '{}', Buffer.from('null').toString('base64'), await proofOf(forged)]
  for (const proof of rubbish) expect((await submit({ 'proof-of-work': proof })).statusCode).toBe(429)
  const old = await proofOf((await submit()).json().challenge)
  strict.clock.advance(MINUTE_MS)
  expect((await submit()).statusCode).toBe(429)
  strict.clock.advance(MINUTE_MS)
  expect((await submit()).statusCode).toBe(201)
  strict.clock.advance(15 * MINUTE_MS)
  for (let n = 0; n < LIMITS.pressure; n += 1) await submit()
  expect((await submit({ 'proof-of-work': old })).statusCode).toBe(429)
})

async function proofOf(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution: { ...solution } })).toString('base64')
}

async function watched({ db, clock, standard, settled }: TestService) {
  await watchClock(db, clock.now(), standard)
  await settled()
}
