import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkInvariants, RULES } from '../../src/operations/invariants/check-invariants.ts'
import { expectInvariants } from '../support/invariants.ts'
import { testService, type TestService } from '../support/service.ts'
import { tampered } from '../support/tampering.ts'

let service: TestService
/** An application that was asked about, answered and accepted; one that waits for its applicant; one that nobody can review. */
let accepted: Case
let waiting: Case
let unroutable: Case

interface Case {
  reference: string
  id: string
}

beforeAll(async () => {
  service = await testService()
  // The purge of what is done goes by the database's clock.
  service.clock.set(new Date())
  const lead = await service.person(['lead'])
  const step = async (theCase: Case, resource: string, payload: object) => {
    const url = `/api/v1/cases/${theCase.reference}/${resource}`
    const answer = await service.app.inject({ method: 'POST', url, payload, headers: lead.headers })
    expect(answer.statusCode, `${resource}: ${answer.body}`).toBeLessThan(300)
    service.clock.advance(1000)
  }
  accepted = await opened(await service.submitObserver())
  waiting = await opened(await service.submitSupport())
  await service.settled()
  await service.pool.query('update staff set active = false where roles = $1', [['reviewer']])
  unroutable = await opened(await service.submitObserver())
  await service.settled()
  await service.pool.query('update staff set active = true')
  for (const { reference } of [accepted, waiting]) await service.openTo(lead, reference)
  await step(accepted, 'review', {})
  await step(accepted, 'question', { question: 'How many paralegals work with you?' })
  await step(accepted, 'answer', { answer: 'Forty-two.' })
  await step(accepted, 'decision', {
    outcome: 'accept',
    reasonCode: 'meets-criteria',
    reason: 'Your work fits what the Coalition does.',
    wouldChange: 'Nothing needs to change.',
    anotherLook: 'Write to us within a month.',
  })
  await step(waiting, 'question', { question: 'Which courts?' })
  await service.settled()
})
afterAll(() => service.close())

async function opened(answer: LightMyRequestResponse): Promise<Case> {
  const { reference } = answer.json<{ reference: string }>()
  const { rows } = await service.pool.query<{ id: string }>('select id from cases where reference = $1', [
    reference,
  ])
  return { reference, id: rows[0]?.id ?? '' }
}

const THE = { accepted: () => accepted, waiting: () => waiting, unroutable: () => unroutable }

test('a service that did its work breaks no rule, and what it accepted is there', async () => {
  await expectInvariants(
    service.db,
    [accepted, waiting, unroutable].map(theCase => theCase.reference),
  )
})

test('a case that was closed before anybody had it is routed once it is opened again', async () => {
  const quick = await testService({ workers: false })
  try {
    const lead = await quick.person(['lead'])
    const { reference } = (await quick.submitObserver()).json<{ reference: string }>()
    const step = (resource: string) =>
      quick.app.inject({
        method: 'POST',
        url: `/api/v1/cases/${reference}/${resource}`,
        payload: { reason: 'It looked like spam.' },
        headers: lead.headers,
      })
    await quick.openTo(lead, reference)
    expect((await step('spam')).statusCode).toBe(200)
    expect((await step('reopening')).statusCode).toBe(200)
    const { rows } = await quick.pool.query(
      `select topic from outbox join events on events.id = event_id where type = 'case.reopen'`,
    )
    expect(rows).toContainEqual({ topic: 'route-case' })
    quick.clock.set(new Date())
    await expectInvariants(quick.db, [reference])
  } finally {
    await quick.close()
  }
})

const BREAKS: [rule: string, on: keyof typeof THE, statement: string][] = [
  [
    'a case has the files that its submission names',
    'accepted',
    `update submissions set answers = answers || '{"documents": [{"id": "00000000-0000-4000-8000-000000000001"}]}' where case_id = $1`,
  ],
  ['a case has its submission', 'accepted', 'delete from submissions where case_id = $1'],
  [
    'a submission has its case',
    'accepted',
    'update submissions set case_id = gen_random_uuid() where case_id = $1',
  ],
  [
    'a case begins with the receipt of its submission, and receives it once',
    'accepted',
    `update events set type = 'submission.received' where stream = $1 and position = 2`,
  ],
  [
    'a case counts the events of its stream',
    'accepted',
    'update cases set version = version + 1 where id = $1',
  ],
  [
    'an idempotency key leads to a case, and no two keys to the same one',
    'accepted',
    `insert into idempotency_keys values ('k', 'f', '\\x00', gen_random_uuid(), now())`,
  ],
  [
    'an open case has a date by which somebody has to move, a closed one has none',
    'accepted',
    'update cases set due_at = null where id = $1',
  ],
  [
    'an open case is somebody’s, waits in the triage queue, is being routed, or is held for a person',
    'accepted',
    'update cases set assignee_id = null where id = $1',
  ],
  [
    'an open case is somebody’s, waits in the triage queue, is being routed, or is held for a person',
    'unroutable',
    `update events set type = 'note.added' where stream = $1 and type = 'case.unroutable'`,
  ],
  [
    'the dates of a case follow each other',
    'waiting',
    `update cases set remind_at = due_at + interval '1 day' where id = $1`,
  ],
  [
    'the clock is stopped exactly while we wait for the applicant, and no hold ends before it begins',
    'waiting',
    `update cases set holds = '[]' where id = $1`,
  ],
  [
    'a decided case names its decision, which has a reason',
    'accepted',
    `update events set details = details - 'reasonCode' where stream = $1 and type = 'case.decided'`,
  ],
  [
    'of an erased case nothing personal is left',
    'accepted',
    'update cases set erased_at = now() where id = $1',
  ],
  [
    'an event has the work that it calls for, once for each topic',
    'accepted',
    `delete from outbox where stream = $1 and topic = 'notify' and event_id in (select id from events where type = 'case.decided')`,
  ],
  [
    'an event has the work that it calls for, once for each topic',
    'accepted',
    `insert into outbox (topic, event_id, stream, state) select topic, event_id, stream, state from outbox where stream = $1`,
  ],
  [
    'work on a case belongs to an event that calls for it',
    'accepted',
    `update outbox set topic = 'route-case' where stream = $1`,
  ],
  [
    'nothing that was claimed stays with a worker that is gone',
    'accepted',
    `update outbox set state = 'claimed', lease_until = now() - interval '1 hour' where stream = $1`,
  ],
  [
    'nothing that was claimed stays with a worker that is gone',
    'accepted',
    `update deliveries set state = 'data-started', lease_until = now() - interval '1 hour' where stream = $1`,
  ],
  [
    'what is due is taken up within ten minutes',
    'accepted',
    `update outbox set state = 'pending', due_at = now() - interval '1 hour' where stream = $1`,
  ],
  ['no work was given up', 'accepted', `update outbox set state = 'dead' where stream = $1`],
  [
    'a case that was routed is assigned or left in the triage queue, unless it was somebody’s or closed already',
    'unroutable',
    `update events set type = 'note.added' where stream = $1 and type = 'case.unroutable'`,
  ],
  [
    'each decision of the router is kept with its reasons, and each that is kept was carried out',
    'accepted',
    'delete from routing_decisions where case_id = $1',
  ],
  [
    'each decision of the router is kept with its reasons, and each that is kept was carried out',
    'unroutable',
    `update events set type = 'note.added' where stream = $1 and type = 'case.unroutable'`,
  ],
  [
    'the applicant is written to after each event that they are to hear of',
    'accepted',
    `delete from deliveries where stream = $1 and notification = 'receipt'`,
  ],
  [
    'a reviewer who has a case was told so',
    'accepted',
    `delete from deliveries where stream = $1 and notification = 'assigned'`,
  ],
  [
    'nobody is told the same thing twice',
    'accepted',
    `insert into deliveries select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'message_id', 'other', 'address', upper(address)))).*
      from deliveries d where stream = $1 and notification = 'receipt'`,
  ],
  [
    'an email is about something that happened on its case',
    'accepted',
    'update deliveries set event_id = gen_random_uuid() where stream = $1',
  ],
  [
    'no two emails have the same Message-ID',
    'accepted',
    `update deliveries set message_id = 'one' where stream = $1`,
  ],
]

describe('it is found where', () => {
  test.each(BREAKS)('%s: %s', async (rule, on, statement) => {
    const violations = await tampered(service.db, [[statement, THE[on]().id]], db => checkInvariants(db))
    expect(violations.map(violation => violation.rule)).toContain(rule)
  })

  test('something that was told accepted is not there', async () => {
    const violations = await checkInvariants(service.db, { accepted: [accepted.reference, 'OBS-00000'] })
    expect(violations).toEqual([
      expect.objectContaining({ found: 'OBS-00000: 0 cases, 0 submissions, 0 first events' }),
    ])
  })

  test('every rule has been seen broken', () => {
    const [aboutAccepted, ...others] = RULES
    expect(aboutAccepted).toMatch(/told is accepted/)
    expect(new Set(BREAKS.map(([rule]) => rule))).toEqual(new Set(others))
  })
})
