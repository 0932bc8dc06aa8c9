import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type pg from 'pg'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
let caseId: string

beforeAll(async () => {
  service = await testService()
  const reviewer = await service.person(['lead'])
  const { reference } = (await service.submitObserver()).json<{ reference: string }>()
  await service.settled()
  const note = {
    method: 'POST',
    url: `/api/v1/cases/${reference}/notes`,
    payload: { note: 'Seen.' },
  } as const
  await service.openTo(reviewer, reference)
  await service.app.inject({ ...note, headers: reviewer.headers })
  const { rows } = await service.pool.query<{ id: string }>('select id from cases')
  caseId = rows[0]?.id ?? ''
})
afterAll(() => service.close())

/** The SQLSTATE with which the statement is refused, and the constraint's name where one refused it; then all is as before. */
async function refusal(statement: string, before?: string): Promise<{ code?: string; constraint?: string }> {
  const client = await service.pool.connect()
  try {
    await client.query('begin')
    if (before) await client.query(before)
    await client.query(statement)
    return {}
  } catch (error) {
    const { code, constraint } = error as pg.DatabaseError
    return { ...(code && { code }), ...(constraint && { constraint }) }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const NO_RIGHT = '42501'
const REFUSED = '23001'

const CHANGES = {
  events: ["update events set type = 'other'", 'delete from events', 'truncate events'],
  routing_decisions: [
    "update routing_decisions set outcome = 'triage'",
    'update routing_decisions set decision = decision, decided_at = now()',
    'delete from routing_decisions',
    'truncate routing_decisions',
  ],
  form_wordings: ['delete from form_wordings', 'truncate form_wordings cascade'],
  event_words: [`update event_words set words = '{"note": "Never seen."}'`, 'truncate event_words'],
  submissions: ['delete from submissions', 'truncate submissions'],
}

describe('the application’s role is no superuser, and has no right to', () => {
  test('be more than it is', async () => {
    const { rows } = await service.pool.query(
      'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }])
  })

  test.each(Object.values(CHANGES).flat())('%s', async statement => {
    expect(await refusal(statement)).toMatchObject({ code: NO_RIGHT })
  })
})

describe('the database refuses, even to an owner who gave himself the right, to', () => {
  test.each(
    Object.entries(CHANGES).flatMap(([table, statements]) => statements.map(statement => [statement, table])),
  )('%s', async (statement, table) => {
    expect(await refusal(statement, `grant all on ${table}, submissions to current_user`)).toMatchObject({
      code: REFUSED,
    })
  })

  test.each([
    `update submissions set answers = answers || '{"acronym": "OTHER"}'`,
    `update submissions set answers = '{}', salt = null`,
    'update submissions set answers = null',
    'update submissions set salt = null',
    `update submissions set answers = null, salt = null, received_at = received_at + interval '1 day'`,
    'update submissions set answers = null, salt = null, wording_id = (select max(id) from form_wordings where id <> wording_id)',
    "update form_wordings set language = 'xx'",
    "update routing_decisions set decision = jsonb_set(decision, '{candidates}', '[]') || '{\"version\": 2}'",
    'update routing_decisions set decision = decision',
  ])('%s', async statement => {
    expect(await refusal(statement)).toMatchObject({ code: REFUSED })
  })
})

describe('the database allows', () => {
  test.each([
    ['what people wrote to be erased', 'delete from event_words'],
    ['answers to be erased with their salt', 'update submissions set answers = null, salt = null'],
  ])('%s', async (_, statement) => {
    expect(await refusal(statement)).toEqual({})
  })
})

describe('the database refuses', () => {
  const decision = (details: string, wordsHash: string) => `
    insert into events (id, stream, position, type, at, actor, details, words_hash, previous_hash, hash)
    values (gen_random_uuid(), '${caseId}', 100, 'case.decided', now(), '{}', '${details}', ${wordsHash}, '\\x00', '\\x00')`

  test.each([
    ['without a reason code', '{}', `'\\x00'::bytea`],
    ['with an empty reason code', '{"reasonCode": ""}', `'\\x00'::bytea`],
    ['without a reason in words', '{"reasonCode": "meets-criteria"}', 'null'],
  ])('a decision %s', async (_, details, wordsHash) => {
    expect(await refusal(decision(details, wordsHash))).toMatchObject({
      constraint: 'events_decision_reasoned_check',
    })
  })

  test('no decision that has both', async () => {
    expect(await refusal(decision('{"reasonCode": "meets-criteria"}', `'\\x00'::bytea`))).toEqual({})
  })

  test.each(['accepted', 'active', 'in-progress'])('a case that is %s without a decision', async state => {
    expect(await refusal(`update cases set state = '${state}'`)).toMatchObject({
      constraint: 'cases_decision_check',
    })
  })

  test.each(['declined', 'redirected', 'delivered', 'ended'])(
    'a case that is %s without a decision',
    async state => {
      const moved = `update cases set state = '${state}', due_at = null`
      expect(await refusal(moved)).toMatchObject({ constraint: 'cases_decision_check' })
    },
  )

  test('a deferred case without a decision', async () => {
    const moved = `update cases set state = 'deferred', deferred_to = '2026-05-01'`
    expect(await refusal(moved)).toMatchObject({ constraint: 'cases_decision_check' })
  })

  test('an open case without a date, and a closed one with a date', async () => {
    expect(await refusal('update cases set due_at = null')).toMatchObject({ constraint: 'cases_due_check' })
    expect(await refusal(`update cases set state = 'withdrawn'`)).toMatchObject({
      constraint: 'cases_due_check',
    })
  })

  test('two events at one position of a stream, and an event with the id of another', async () => {
    const again = (position: string, id: string) => `
      insert into events select ${id}, stream, ${position}, type, at, actor, details, words_hash, previous_hash, hash from events
      where stream = '${caseId}' and position = 1`
    expect(await refusal(again('2', 'gen_random_uuid()'))).toMatchObject({ constraint: 'events_pkey' })
    expect(await refusal(again('100', 'id'))).toMatchObject({ constraint: 'events_id_key' })
  })
})
