import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../src/events/verify-chain.ts'
import { verifyAudit } from '../../src/reports/audit/verify-audit.ts'
import { testService, type TestService } from '../support/service.ts'
import { tampered, type Tampering } from '../support/tampering.ts'

let service: TestService
let observer: string
let support: string

/** Two cases with a history: one that was asked, answered and decided, one with a note. */
beforeAll(async () => {
  service = await testService()
  const lead = await service.person(['lead'])
  const step = async (reference: string, resource: string, payload: object) => {
    const url = `/api/v1/cases/${reference}/${resource}`
    const answer = await service.app.inject({ method: 'POST', url, payload, headers: lead.headers })
    expect(answer.statusCode, `${resource}: ${answer.body}`).toBeLessThan(300)
  }
  const submitted = [await service.submitObserver(), await service.submitSupport()]
  const [one = '', other = ''] = submitted.map(answer => answer.json<{ reference: string }>().reference)
  await service.settled()
  await service.openTo(lead, one)
  await service.openTo(lead, other)
  await step(one, 'review', {})
  await step(one, 'question', { question: 'How many paralegals work with you?' })
  await step(one, 'answer', { answer: 'Forty-two.' })
  await step(one, 'decision', {
    outcome: 'accept',
    reasonCode: 'meets-criteria',
    reason: 'Your work fits what the Coalition does.',
    wouldChange: 'Nothing needs to change.',
    anotherLook: 'Write to us within a month.',
  })
  await step(other, 'notes', { note: 'The Chief Registrar is on leave in August.' })
  await service.settled()
  observer = await caseId(one)
  support = await caseId(other)
})
afterAll(() => service.close())

const caseId = async (reference: string) =>
  (await service.pool.query<{ id: string }>('select id from cases where reference = $1', [reference])).rows[0]
    ?.id ?? ''

async function verify(until?: Date, db = service.db) {
  const faults: Fault[] = []
  const summary = await verifyAudit(db, fault => faults.push(fault), until ? { until } : {})
  expect(summary.faults).toBe(faults.length)
  return { ...summary, faults }
}

/** What the audit finds while the statements stand. */
async function faultsAfter(...statements: Tampering[]): Promise<string[]> {
  const { faults } = await verifyAfter(statements)
  return faults.map(({ stream, position, what }) => `${nameOf(stream)} ${position}: ${what}`)
}

const verifyAfter = (statements: Tampering[]) => tampered(service.db, statements, db => verify(undefined, db))

const nameOf = (stream: string | null) =>
  stream === observer ? 'observer' : stream === support ? 'support' : stream === null ? 'none' : 'other'

describe('the audit of what nobody touched', () => {
  test('finds no fault and counts everything', async () => {
    const { rows } = await service.pool.query<{ events: number; streams: number }>(
      'select count(*)::int as events, count(distinct stream)::int as streams from events',
    )
    const found = await verify()
    expect(found.faults).toEqual([])
    expect(found).toMatchObject({
      ...rows[0],
      submissions: 2,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(found.wordings).toBeGreaterThanOrEqual(6)
  })

  test('gives the same digest again', async () => {
    expect((await verify()).digest).toBe((await verify()).digest)
  })
})

const flipped = (column: string) => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`
const event = (change: string) => `update events set ${change} where stream = $1 and position = 2`

describe('the audit finds each changed byte of an event', () => {
  test.each([
    ['id', event(`id = overlay(id::text placing '0000' from 1 for 4)::uuid`)],
    ['type', event(`type = 'case.assigneD'`)],
    ['at', event(`at = at + interval '1 millisecond'`)],
    ['actor', event(`actor = actor || '{"id": "clock"}'`)],
    ['details', event(`details = details || '{"assigneeId": "00000000-0000-4000-8000-000000000001"}'`)],
    ['details, a key added', event(`details = details || '{"x": null}'`)],
    ['words_hash', event(`words_hash = decode(repeat('ab', 32), 'hex')`)],
    ['previous_hash', event(`previous_hash = ${flipped('previous_hash')}`)],
    ['hash', event(`hash = ${flipped('hash')}`)],
    ['position', event('position = 2000')],
    ['stream', event(`stream = '00000000-0000-4000-8000-0000000000ff'`)],
  ])('%s', async (_, statement) => {
    expect(await faultsAfter([statement, observer])).not.toEqual([])
  })

  test('and says where it is and what is wrong', async () => {
    expect(await faultsAfter([event(`at = at + interval '1 second'`), observer])).toEqual([
      'observer 2: was changed: its hash does not fit what it says',
    ])
  })
})

const asked = `(select id from events where stream = $1 and type = 'case.ask')`

describe('the audit finds what people wrote when it is', () => {
  test.each([
    [
      'changed',
      `update event_words set words = '{"question": "?"}' where event_id = ${asked}`,
      /words that were changed/,
    ],
    [
      'given another salt',
      `update event_words set salt = ${flipped('salt')} where event_id = ${asked}`,
      /words that were changed/,
    ],
    [
      'moved to another stream',
      `update event_words set stream = id from (select ${asked} as id) q where event_id = q.id`,
      /another stream/,
    ],
    [
      'given to another event',
      `update event_words set event_id = gen_random_uuid() where event_id = ${asked}`,
      /belong to no event/,
    ],
    ['deleted', `delete from event_words where event_id = ${asked}`, /lost its words, and no erasure/],
    [
      'added',
      `insert into event_words select id, stream, '\\x00', '{"a": "b"}' from events where stream = $1 and position = 1`,
      /did not belong to it/,
    ],
  ])('%s', async (_, statement, fault) => {
    expect((await faultsAfter([statement, observer])).join('\n')).toMatch(fault)
  })
})

describe('the audit finds a submission that was', () => {
  const sub = (change: string) => `update submissions set ${change} where case_id = $1`
  test.each([
    ['changed by one letter', sub(`answers = jsonb_set(answers, '{acronym}', '"FLAM"')`), /answers/],
    ['given another salt', sub(`salt = ${flipped('salt')}`), /salt/],
    [
      'given another wording',
      sub(`wording_id = (select max(id) from form_wordings where id <> wording_id)`),
      /wording/,
    ],
    ['given another time', sub(`received_at = received_at + interval '1 minute'`), /time/],
    ['emptied without an erasure', sub('answers = null, salt = null'), /no erasure was recorded/],
    ['emptied by half', sub('salt = null'), /erased by half/],
    ['deleted', `delete from submissions where case_id = $1`, /lost its submission/],
  ])('%s', async (_, statement, fault) => {
    expect((await faultsAfter([statement, observer])).join('\n')).toMatch(fault)
  })
})

describe('the audit finds a wording that was changed', () => {
  const wording = (change: string) =>
    `update form_wordings set ${change} where id = (select min(id) from form_wordings)`
  test.each([
    ['in its text', wording(`wording = jsonb_set(wording, '{title}', '"Something else"')`)],
    ['in its version', wording('version = version + 1')],
    ['in its language', wording(`language = 'xx'`)],
    ['in its form', wording(`form = 'another'`)],
    ['in the name that it calls itself', wording(`wording = jsonb_set(wording, '{id}', '"0"')`)],
  ])('%s', async (_, statement) => {
    expect((await faultsAfter([statement])).join('\n')).toMatch(/is not what its name says/)
  })
})

describe('the audit finds that', () => {
  test('an event is missing in the middle', async () => {
    const faults = await faultsAfter(['delete from events where stream = $1 and position = 3', observer])
    expect(faults[0]).toMatch(/^observer 4: .*position 3 should be/)
  })

  test('the newest events are missing', async () => {
    const faults = await faultsAfter([
      `delete from events where stream = $1 and position = (select max(position) from events where stream = $1)`,
      support,
    ])
    expect(faults.join('\n')).toMatch(/support \d+: ends the stream/)
  })

  test('a whole stream is missing', async () => {
    const faults = await faultsAfter(['delete from events where stream = $1', support])
    expect(faults.join('\n')).toMatch(/support null: is a case without any event/)
  })

  test('two events changed places', async () => {
    const faults = await faultsAfter(
      ['update events set position = -2 where stream = $1 and position = 2', observer],
      ['update events set position = 2 where stream = $1 and position = 3', observer],
      ['update events set position = 3 where stream = $1 and position = -2', observer],
    )
    expect(faults.join('\n')).toMatch(/observer 2: does not continue.*\n.*observer 2: was changed/)
  })

  test('an event was added at the end', async () => {
    const copy = `insert into events select gen_random_uuid(), stream, position + 1, type, at, actor, details, null, hash, hash
      from events where stream = $1 order by position desc limit 1`
    const faults = (await faultsAfter([copy, support])).join('\n')
    expect(faults).toMatch(/support \d+: was changed/)
    expect(faults).toMatch(/support \d+: ends the stream/)
  })

  test('a stream was made up', async () => {
    const copy = `insert into events select gen_random_uuid(), gen_random_uuid(), position, type, at, actor, details, words_hash, previous_hash, hash
      from events where stream = $1 and position = 1`
    expect((await faultsAfter([copy, support])).join('\n')).toMatch(/other null: has events and no case/)
  })

  test('a case was moved without an event', async () => {
    const moved = `update cases set state = 'declined', due_at = null where id = $1`
    expect(await faultsAfter([moved, observer])).toEqual([
      expect.stringMatching(/leaves the case accepted, but the case is declined/),
    ])
  })

  test('a case names a decision that nobody took', async () => {
    const named = 'update cases set decided_by_event = gen_random_uuid() where id = $1'
    expect(await faultsAfter([named, observer])).toEqual([
      'observer null: names a decision that is none of its events',
    ])
  })

  test('a decision has lost its reason code', async () => {
    const dropped = `update events set details = details - 'reasonCode' where type = 'case.decided' and stream = $1`
    expect((await faultsAfter([dropped, observer])).join('\n')).toMatch(/is a decision without a reason/)
  })
})

describe('the digest kept outside', () => {
  test('shows what a database can hide: the office’s newest event gone, or a case with all that was its', async () => {
    const before = await verify()
    const office = await verifyAfter([
      [
        `delete from events where stream = '00000000-0000-4000-8000-000000000000'
        and position = (select max(position) from events where stream = '00000000-0000-4000-8000-000000000000')`,
      ],
    ])
    expect(office.faults).toEqual([])
    expect(office.digest).not.toBe(before.digest)
    const gone = await verifyAfter([
      ['delete from events where stream = $1', support],
      ['delete from event_words where stream = $1', support],
      ['delete from submissions where case_id = $1', support],
      ['delete from cases where id = $1', support],
    ])
    expect(gone.faults).toEqual([])
    expect(gone.digest).not.toBe(before.digest)
  })

  test('stays the same for the time up to which it was made', async () => {
    const until = service.clock.now()
    const before = await verify(until)
    service.clock.advance(1000)
    await service.submitObserver()
    await service.settled()
    expect((await verify(until)).digest).toBe(before.digest)
    expect((await verify()).digest).not.toBe(before.digest)
  })
})
