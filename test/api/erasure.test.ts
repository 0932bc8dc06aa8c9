import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { correctContact } from '../../src/cases/applicant/contact.ts'
import { eraseDeliveries } from '../../src/notifications/erase-deliveries.ts'
import { replayDelivery } from '../../src/notifications/replay.ts'
import { verifySubmissions } from '../../src/reports/audit/verify-submissions.ts'
import { erasePersonalData } from '../../src/submissions/erase.ts'
import { eraseAccessNeeds } from '../../src/submissions/erase-access-needs.ts'
import { eraseLikeness } from '../../src/triage/duplicates/likeness.ts'
import { expectInvariants } from '../support/invariants.ts'
import { testService, type TestService } from '../support/service.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..', '..')

// Each a word that stands nowhere else.
const ORGANISATION = 'Zyxwell Paralegals Collective'
const PERSON = 'Quillon Vandersnoot'
const ADDRESS = 'Quillon@zyxwell-collective.example'
const NOTE = 'Blorptastic applicant'
const QUESTION = 'Snorkelworth or not'
const ANSWER = 'Grumblethwaite it is'
const REASON = 'Flimwick reasons'
const TRACES = [
  'Zyxwell',
  'Quillon',
  'Vandersnoot',
  'Blorptastic',
  'Snorkelworth',
  'Grumblethwaite',
  'Flimwick',
  'Wibbleford',
  'Plumtwist',
]

let service: TestService
let lead: Awaited<ReturnType<TestService['person']>>

beforeAll(async () => {
  service = await testService()
  service.clock.set(new Date())
  lead = await service.person(['lead'])
})
afterAll(() => service.close())

const contact = {
  name: PERSON,
  role: 'Director',
  email: ADDRESS,
  language: 'en',
  timeZone: 'Africa/Freetown',
}
const application = () => ({
  organisationName: ORGANISATION,
  headOfOrganisation: { name: PERSON, title: 'Director' },
  contact,
  representatives: [
    {
      name: 'Wibbleford Brown',
      title: 'Clerk',
      email: 'wibbleford@zyxwell-collective.example',
      language: 'fr',
    },
  ],
})

async function step(reference: string, resource: string, payload: object) {
  const url = `/api/v1/cases/${reference}/${resource}`
  return service.app.inject({ method: 'POST', url, payload, headers: lead.headers })
}

async function submitted(key?: string) {
  const answer = await service.submitObserver(
    application(),
    key === undefined ? {} : { 'idempotency-key': key },
  )
  const { reference } = answer.json<{ reference: string }>()
  const { rows } = await service.pool.query<{ id: string }>('select id from cases where reference = $1', [
    reference,
  ])
  return { reference, id: rows[0]?.id ?? '' }
}

/** A case that was asked about, answered, noted and declined. */
async function declinedCase(key: string) {
  const { reference, id } = await submitted(key)
  await service.settled()
  await service.openTo(lead, reference)
  const took = [
    await step(reference, 'review', {}),
    await step(reference, 'question', { question: QUESTION }),
    await step(reference, 'answer', { answer: ANSWER }),
    await step(reference, 'notes', { note: NOTE }),
    await step(reference, 'decision', {
      outcome: 'decline',
      reasonCode: 'criteria-not-met',
      reason: REASON,
      wouldChange: REASON,
      anotherLook: REASON,
    }),
  ]
  expect(
    took.map(({ statusCode }) => statusCode).every(status => status < 300),
    took.map(({ body }) => body).join('\n'),
  ).toBe(true)
  const correction = { caseId: id, at: service.clock.now(), name: 'Plumtwist Vandersnoot' }
  await service.db.transaction(tx => correctContact(tx, correction))
  await service.settled()
  return { reference, id }
}

const erase = (caseId: string) =>
  service.db.transaction(async tx => {
    const erasure = {
      actor: { kind: 'system', id: 'operator' },
      at: service.clock.now(),
      reasonCode: 'person-asked',
    } as const
    const erased = await erasePersonalData(tx, caseId, erasure)
    await eraseDeliveries(tx, caseId)
    await eraseLikeness(tx, caseId)
    return erased
  })

/** Two were left out of the case, as decisions said it once, and one for another reason. */
async function leaveOut(caseId: string): Promise<void> {
  const candidate = (name: string, reason: string, detail: string) => ({ name, excluded: { reason, detail } })
  const candidates = [
    candidate('One', 'own-organisation', ORGANISATION),
    candidate('Two', 'declared-conflict', 'organisation:zyxwell-collective.example'),
    candidate('Three', 'declared-conflict', 'country:SL'),
    { name: 'Four' },
  ]
  const guard = (state: string) =>
    service.pool.query(`alter table routing_decisions ${state} trigger routing_decisions_unchanged`)
  await guard('disable')
  await service.pool.query(
    `update routing_decisions set decision = jsonb_set(decision, '{candidates}', $2) where case_id = $1`,
    [caseId, JSON.stringify(candidates)],
  )
  await guard('enable')
}

/** Which of the traces stand in any row of any table of any schema, the queues' included. */
async function traces(): Promise<string[]> {
  const { rows: tables } = await service.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.length).toBeGreaterThan(20)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await service.pool.query<{ trace: string }>(
      `select distinct trace from ${name} kept, unnest($1::text[]) trace where kept::text ilike '%' || trace || '%'`,
      [TRACES],
    )
    found.push(...rows.map(({ trace }) => `${name}: ${trace}`))
  }
  return found
}

const count = async (query: string, ...values: unknown[]) =>
  (
    await service.pool.query<{ count: number }>(
      `select count(*)::int as count from (${query}) as counted`,
      values,
    )
  ).rows[0]?.count

test('access needs are erased 30 days after a case was closed, and nothing else can be changed; the chain vouches for the rest', async () => {
  const needs = 'Wheelchairaccess and captions for Nimblethorpe'
  const two = await Promise.all(
    ['open', 'closed'].map(async () => {
      const { reference } = (await service.submitObserver({ accessNeeds: needs })).json()
      const { rows } = await service.pool.query('select id from cases where reference = $1', [reference])
      return { reference: reference as string, id: rows[0].id as string }
    }),
  )
  const [open, closed] = two as [(typeof two)[0], (typeof two)[0]]
  await service.settled()
  await service.openTo(lead, closed.reference)
  expect((await step(closed.reference, 'withdrawal', { reason: 'They called.' })).statusCode).toBeLessThan(
    300,
  )
  await service.settled()
  const needsOf = async ({ id }: { id: string }) =>
    (await service.pool.query('select answers, salt from submissions where case_id = $1', [id])).rows[0]
  const before = await needsOf(closed)
  const later = (days: number) => new Date(service.clock.now().getTime() + days * 86_400_000)
  expect(await eraseAccessNeeds(service.db, later(29))).toBe(0)
  const both = await Promise.all([1, 2].map(() => eraseAccessNeeds(service.db, later(31))))
  expect(both.toSorted((a, b) => a - b)).toEqual([0, 1])
  const { accessNeeds, ...rest } = before.answers
  expect(accessNeeds).toBe(needs)
  const after = await needsOf(closed)
  expect(after.answers).toEqual(rest)
  expect(after.salt).not.toEqual(before.salt)
  expect((await needsOf(open)).answers.accessNeeds).toBe(needs)
  const { rows } = await service.pool.query(
    `select count(*)::int as kept from likenesses where writing ilike '%nimblethorpe%'`,
  )
  expect(rows).toEqual([{ kept: 0 }])
  await expectInvariants(service.db, [closed.reference])
  const faults: string[] = []
  await service.db.transaction(tx => verifySubmissions(tx, ({ what }) => faults.push(what)))
  expect(faults).toEqual([])
  await expect(
    service.pool.query(
      `update submissions set answers = answers - 'motivation', salt = '\\x00' where case_id = $1`,
      [open.id],
    ),
  ).rejects.toThrow(/stays as it was written/)
})

describe('erasing the personal data of a case', () => {
  let theCase: { reference: string; id: string }

  beforeAll(async () => {
    theCase = await declinedCase('wibbleford-1')
    await service.pool.query(
      `update deliveries set response = '250 ok for ' || address, last_error = 'greylisted ' || address where stream = $1`,
      [theCase.id],
    )
    await service.pool.query(
      `insert into suppressions select lower(address), 'refused-550', id, now() from deliveries where stream = $1 and notification = 'receipt'`,
      [theCase.id],
    )
    await leaveOut(theCase.id)
  })

  test('begins with data that stands in many places, and a whole chain', async () => {
    const found = await traces()
    for (const trace of TRACES) expect(found.join('\n')).toContain(trace)
    expect(new Set(found.map(line => line.split(':')[0])).size).toBeGreaterThanOrEqual(6)
    await expectInvariants(service.db, [theCase.reference])
  })

  test('leaves none of it in any table, and the chain whole', async () => {
    const events = await count('select from events where stream = $1', theCase.id)
    const emails = await count('select from deliveries where stream = $1', theCase.id)
    expect(await erase(theCase.id)).toBe(true)
    expect(await traces()).toEqual([])
    expect(await count('select from events where stream = $1', theCase.id)).toBe((events ?? 0) + 1)
    expect(await count('select from deliveries where stream = $1', theCase.id)).toBe(emails)
    await expectInvariants(service.db, [theCase.reference])
  })

  test('leaves in the decisions of routing why somebody was left out, and not of which organisation', async () => {
    const { rows } = await service.pool.query<{ candidates: unknown }>(
      `select decision -> 'candidates' as candidates from routing_decisions where case_id = $1`,
      [theCase.id],
    )
    expect(rows[0]?.candidates).toEqual([
      { name: 'One', excluded: { reason: 'own-organisation', detail: '' } },
      { name: 'Two', excluded: { reason: 'declared-conflict', detail: 'organisation' } },
      { name: 'Three', excluded: { reason: 'declared-conflict', detail: 'country:SL' } },
      { name: 'Four' },
    ])
    const read = { url: `/api/v1/cases/${theCase.reference}`, headers: lead.headers }
    const { routing } = (await service.app.inject(read)).json()
    expect(routing.at(-1).explanation).toMatch(/^Assigned to |^Left/)
  })

  test('says who did it and why, and nothing else', async () => {
    const { rows } = await service.pool.query(
      `select actor, details, words_hash from events where stream = $1 and type = 'personal-data.erased'`,
      [theCase.id],
    )
    expect(rows).toEqual([
      {
        actor: { kind: 'system', id: 'operator' },
        details: { reasonCode: 'person-asked' },
        words_hash: null,
      },
    ])
  })

  test('again changes nothing', async () => {
    const events = await count('select from events')
    expect(await erase(theCase.id)).toBe(false)
    expect(await count('select from events')).toBe(events)
  })

  test('again takes what was written since', async () => {
    expect((await step(theCase.reference, 'notes', { note: NOTE })).statusCode).toBeLessThan(300)
    expect(await traces()).not.toEqual([])
    expect(await erase(theCase.id)).toBe(true)
    expect(await traces()).toEqual([])
    await expectInvariants(service.db, [theCase.reference])
  })

  test('keeps to whom of the staff an email went', async () => {
    expect(
      await count(
        `select from deliveries join staff on staff.email = address where stream = $1 and audience = 'staff'`,
        theCase.id,
      ),
    ).toBeGreaterThan(0)
  })

  test('lets staff read the case, without what was erased', async () => {
    const { headers } = lead
    const read = await service.app.inject({ url: `/api/v1/cases/${theCase.reference}`, headers })
    expect(read.statusCode).toBe(200)
    expect(read.json()).toMatchObject({ state: 'declined', answers: null, document: null })
    const trail = await service.app.inject({ url: `/api/v1/cases/${theCase.reference}/audit-trail`, headers })
    expect([trail.statusCode, read.body + trail.body]).toEqual([
      200,
      expect.not.stringMatching(TRACES.join('|')),
    ])
  })

  test('ends the case for good: it cannot be reopened, nor an email be sent again', async () => {
    const reopened = await step(theCase.reference, 'reopening', { reason: 'They called.' })
    expect([reopened.statusCode, reopened.body]).toEqual([409, expect.stringMatching(/was erased/)])
    const { rows } = await service.pool.query<{ id: string }>(
      `select id from deliveries where stream = $1 and notification = 'receipt'`,
      [theCase.id],
    )
    await expect(replayDelivery(service.db, rows[0]?.id ?? '', 180)).rejects.toMatchObject({
      code: 'transition-not-allowed',
    })
  })
})

test('an open case cannot be erased, nor one that does not exist', async () => {
  const { reference } = (await service.submitObserver()).json<{ reference: string }>()
  await service.settled()
  const { rows } = await service.pool.query<{ id: string }>('select id from cases where reference = $1', [
    reference,
  ])
  await expect(erase(rows[0]?.id ?? '')).rejects.toMatchObject({ code: 'transition-not-allowed' })
  await expect(erase('00000000-0000-4000-8000-000000000009')).rejects.toMatchObject({ code: 'not-found' })
})

test('a case whose emails are still being written is not erased yet', async () => {
  const theCase = await declinedCase('wibbleford-2')
  const work = `update outbox set state = $2, due_at = now() + interval '1 hour' where id = (select max(id) from outbox where stream = $1)`
  await service.pool.query(work, [theCase.id, 'retry'])
  await expect(erase(theCase.id)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await service.pool.query(work, [theCase.id, 'done'])
  expect(await erase(theCase.id)).toBe(true)
})

test('an email that has not gone out is cancelled, and whoever is sending one writes nothing more', async () => {
  const theCase = await declinedCase('wibbleford-3')
  await service.pool.query(
    `update deliveries set state = 'retry', settled_at = null, due_at = now() + interval '1 hour' where stream = $1 and notification = 'receipt'`,
    [theCase.id],
  )
  await service.pool.query(
    `update deliveries set state = 'data-started', settled_at = null, lease_until = now() + interval '1 hour' where stream = $1 and notification = 'decision'`,
    [theCase.id],
  )
  const before = await service.pool.query<{ fence: number }>(
    `select fence from deliveries where stream = $1 and notification = 'decision'`,
    [theCase.id],
  )
  await erase(theCase.id)
  const { rows } = await service.pool.query<{ notification: string; state: string; fence: number }>(
    `select notification, state, fence from deliveries where stream = $1 and notification in ('receipt', 'decision') order by notification`,
    [theCase.id],
  )
  expect(rows).toMatchObject([
    { notification: 'decision', state: 'uncertain', fence: (before.rows[0]?.fence ?? 0) + 1 },
    { notification: 'receipt', state: 'cancelled' },
  ])
  await expectInvariants(service.db)
})

test('an address that another case still writes to stays suppressed', async () => {
  const [one, other] = [await declinedCase('wibbleford-4'), await declinedCase('wibbleford-5')]
  await service.pool.query(
    `insert into suppressions select lower(address), 'refused-550', id, now() from deliveries where stream = $1 and notification = 'receipt'`,
    [one.id],
  )
  await erase(one.id)
  expect(await count('select from suppressions where address = $1', ADDRESS.toLowerCase())).toBe(1)
  await erase(other.id)
  expect(await count('select from suppressions where address = $1', ADDRESS.toLowerCase())).toBe(0)
})

test('work that fails leaves nothing of what people wrote in the queues', async () => {
  await service.pool.query(`
    create function fail() returns trigger language plpgsql as $$ begin raise exception 'full: %', new.text; end $$;
    create trigger fail before insert on deliveries for each row execute function fail()`)
  const { id, reference } = await submitted()
  await vi.waitFor(
    async () =>
      expect(await count(`select from outbox where state = 'retry' and last_error is not null`)).toBe(2),
    { timeout: 20_000 },
  )
  await vi.waitFor(async () =>
    expect((await service.queues.depth())['notify']?.['failed']).toBeGreaterThan(0),
  )
  expect((await traces()).filter(line => line.startsWith('bullmq.'))).toEqual([])
  await service.pool.query(
    `drop trigger fail on deliveries; update outbox set due_at = now() where state = 'retry'`,
  )
  await service.settled()
  await expectInvariants(service.db, [reference])
  await service.openTo(lead, reference)
  await step(reference, 'spam', { reason: REASON })
  await service.settled()
  await erase(id)
})

describe('the operator’s commands', () => {
  const command = async (name: string, ...given: string[]) => {
    const options = { cwd: root, env: { ...process.env, DATABASE_URL: service.databaseUrl } }
    const ended = run(process.execPath, [`src/operations/${name}.ts`, ...given], options)
    return ended.then(
      ({ stdout }) => ({ status: 0, said: stdout }),
      (error: unknown) => {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
        return { status: code, said: stdout + stderr }
      },
    )
  }

  test('erase a case, and prove that the chain holds and the rules too', async () => {
    const { reference } = await declinedCase('wibbleford-6')
    expect(await command('erase', reference, '--reason', 'retention-ended')).toEqual({
      status: 0,
      said: expect.stringContaining(`Erased in ${reference}`),
    })
    expect(await command('erase', reference)).toEqual({
      status: 0,
      said: `Nothing was left to erase in ${reference}.\n`,
    })
    expect(await command('audit-verify')).toEqual({
      status: 0,
      said: expect.stringMatching(/everything is as it was written[^]*Digest/),
    })
    expect(await command('check-invariants', reference)).toEqual({
      status: 0,
      said: expect.stringMatching(/^All \d+ rules hold/),
    })
    expect(await traces()).toEqual([])
  })

  test('say what is wrong and end with status 1', async () => {
    expect(await command('erase', 'OBS-00000')).toEqual({ status: 1, said: 'There is no case OBS-00000.\n' })
    expect(await command('erase')).toMatchObject({ status: 1, said: expect.stringMatching(/Usage/) })
    expect(await command('check-invariants', 'OBS-00000')).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^BROKEN .*OBS-00000: 0 cases/),
    })
    const digest = 'a'.repeat(64)
    expect(
      await command('audit-verify', '--until', '2026-01-01T00:00:00.000Z', '--expect', digest),
    ).toMatchObject({
      status: 1,
      said: expect.stringMatching(/not the events/),
    })
    await service.pool.query(`update cases set version = version + 1 where state = 'declined'`)
    expect(await command('audit-verify')).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^FAULT stream .*, position \d+, ends the stream/),
    })
  })
})
