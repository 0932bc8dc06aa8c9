// The office's settings by API: teams, rules, absences, conflicts. Each change is an event, and nothing half-right is kept.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
let lead: Awaited<ReturnType<TestService['person']>>
let reviewer: Awaited<ReturnType<TestService['person']>>
beforeAll(async () => {
  service = await testService({ workers: false, sampleStaff: false })
  lead = await service.person(['lead'])
  reviewer = await service.person(['reviewer'])
})
afterAll(() => service.close())

const call = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  payload?: object,
  headers = lead.headers,
) => service.app.inject({ method, url: `/api/v1/routing/${path}`, headers, ...(payload && { payload }) })
const items = async (path: string) => (await call('GET', path)).json().items as Record<string, unknown>[]
const lastEvent = async () =>
  (
    await service.pool.query(
      `select type, actor, details from events where stream = '00000000-0000-4000-8000-000000000000' order by position desc limit 1`,
    )
  ).rows[0]
const ok = async (method: 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) => {
  const response = await call(method, path, payload)
  expect(response.statusCode, response.body).toBeLessThan(300)
  return response
}

test('four regional teams and the rules that lead there are there from the start', async () => {
  expect((await items('teams')).map(team => team['id'])).toEqual(
    expect.arrayContaining(['africa-middle-east', 'americas', 'asia-pacific', 'europe']),
  )
  const rules = await items('rules')
  expect(rules.map(rule => rule['position'])).toEqual(rules.map((_, at) => at + 1))
})

describe('a team', () => {
  test('is made, changed and staffed, each by an event that names who did it', async () => {
    await ok('POST', 'teams', { id: 'thematic', name: 'Legal empowerment' })
    expect(await lastEvent()).toMatchObject({
      actor: { kind: 'staff', id: lead.id },
      details: { teamId: 'thematic' },
    })
    await ok('PUT', 'teams/thematic/members/' + reviewer.id, { capacity: 7 })
    const team = (await items('teams')).find(({ id }) => id === 'thematic')
    expect(team).toMatchObject({
      members: [{ staffId: reviewer.id, capacity: 7 }],
      active: true,
      region: null,
    })
    await ok('PUT', 'teams/thematic', { name: 'Empowerment', active: false })
    await ok('DELETE', `teams/thematic/members/${reviewer.id}`)
    expect((await items('teams')).find(({ id }) => id === 'thematic')).toMatchObject({
      name: 'Empowerment',
      active: false,
      members: [],
    })
  })

  test('that exists already is not made again', async () => {
    const response = await call('POST', 'teams', { id: 'europe', name: 'Europe' })
    expect(response.statusCode).toBe(409)
    expect(response.json().code).toBe('already-exists')
  })

  test.each([
    [{ id: 'Has Spaces', name: 'x' }],
    [{ id: 'x' }],
    [{ id: 'x', name: '' }],
    [{ id: 'x', name: 'x', region: 'mars' }],
    [{ id: 'x', name: 'x', members: [] }],
    [{ id: 'x'.repeat(61), name: 'x' }],
    [{ id: 'x', name: 'a\u0000' }],
  ])('%j is refused', async body => {
    expect((await call('POST', 'teams', body)).statusCode).toBe(422)
  })

  test('has no member who does not work here, and none with a capacity that is no number', async () => {
    expect((await call('PUT', `teams/europe/members/${randomUUID()}`, { capacity: 1 })).statusCode).toBe(404)
    expect((await call('PUT', `teams/mars/members/${reviewer.id}`, { capacity: 1 })).statusCode).toBe(404)
    for (const capacity of [-1, 1001, 1.5, '3', null]) {
      expect((await call('PUT', `teams/europe/members/${reviewer.id}`, { capacity })).statusCode).toBe(422)
    }
  })
})

describe('a rule', () => {
  const rule = {
    name: 'Courts',
    conditions: [{ criterion: 'branch', operator: 'is-any-of', values: ['judiciary'] }],
    teamId: 'europe',
  }

  test('is made, changed, put in order and removed', async () => {
    const { id } = (await ok('POST', 'rules', rule)).json()
    expect((await items('rules')).at(-1)).toMatchObject({ id, name: 'Courts', enabled: true })
    await ok('PUT', `rules/${id}`, { ...rule, enabled: false })
    expect((await items('rules')).at(-1)).toMatchObject({ id, enabled: false })
    const ids = (await items('rules')).map(entry => entry['id'])
    await ok('PUT', 'rules/order', { ruleIds: ids.toReversed() })
    expect((await items('rules')).map(entry => entry['id'])).toEqual(ids.toReversed())
    await ok('DELETE', `rules/${id}`)
    expect((await items('rules')).map(entry => entry['position'])).toEqual(
      ids.slice(1).map((_, at) => at + 1),
    )
    expect((await call('DELETE', `rules/${id}`)).statusCode).toBe(404)
  })

  test.each([
    [
      'an unknown criterion',
      { conditions: [{ criterion: 'mood', operator: 'is-any-of', values: ['good'] }] },
    ],
    ['an unknown value', { conditions: [{ criterion: 'region', operator: 'is-any-of', values: ['mars'] }] }],
    ['no values', { conditions: [{ criterion: 'region', operator: 'is-any-of', values: [] }] }],
    ['an unknown operator', { conditions: [{ criterion: 'region', operator: 'like', values: ['europe'] }] }],
    ['a field of ours', { position: 1 }],
  ])('with %s is refused', async (_, more) => {
    expect((await call('POST', 'rules', { ...rule, ...more })).statusCode).toBe(422)
  })

  test('leads to a team that exists', async () => {
    const response = await call('POST', 'rules', { ...rule, teamId: 'mars' })
    expect([404, 422]).toContain(response.statusCode)
  })

  test('is put in order with all others, or not at all', async () => {
    const ids = (await items('rules')).map(entry => entry['id'])
    for (const ruleIds of [ids.slice(1), [...ids, ids[0]], [...ids.slice(1), randomUUID()], []]) {
      const response = await call('PUT', 'rules/order', { ruleIds })
      expect([409, 422], response.body).toContain(response.statusCode)
    }
    expect((await items('rules')).map(entry => entry['id'])).toEqual(ids)
  })

  test('made by many at once has a position of its own', async () => {
    const responses = await Promise.all(
      Array.from({ length: 8 }, (_, at) => call('POST', 'rules', { ...rule, name: `Rule ${at}` })),
    )
    expect(new Set(responses.map(response => response.statusCode))).toEqual(new Set([201]))
    const positions = (await items('rules')).map(entry => entry['position'])
    expect(positions).toEqual(positions.map((_, at) => at + 1))
  })
})

describe('an absence', () => {
  test('is entered and removed', async () => {
    const { id } = (
      await ok('POST', 'absences', {
        staffId: reviewer.id,
        from: '2026-08-01',
        to: '2026-08-21',
        note: 'Leave',
      })
    ).json()
    expect(await items(`absences?staffId=${reviewer.id}&since=2026-08-21`)).toEqual([
      expect.objectContaining({ id }),
    ])
    expect(await items(`absences?staffId=${reviewer.id}&since=2026-08-22`)).toEqual([])
    await ok('DELETE', `absences/${id}`)
    expect(await items(`absences?staffId=${reviewer.id}`)).toEqual([])
  })

  test.each([
    [{ from: '2026-08-21', to: '2026-08-01' }],
    [{ from: '2026-02-30', to: '2026-03-01' }],
    [{ from: '0001-01-01', to: '2026-03-01' }],
    [{ from: '2026-03-01' }],
  ])('%j is refused', async days => {
    expect((await call('POST', 'absences', { staffId: reviewer.id, ...days })).statusCode).toBe(422)
  })

  test('of nobody is refused', async () => {
    const response = await call('POST', 'absences', {
      staffId: randomUUID(),
      from: '2026-08-01',
      to: '2026-08-02',
    })
    expect([404, 422]).toContain(response.statusCode)
  })
})

describe('a conflict of interest', () => {
  const mine = (body: object) => call('POST', 'my-conflicts', body, reviewer.headers)

  test('is declared by oneself, once, and taken back by a lead only', async () => {
    const [first, again] = [
      await mine({ kind: 'country', value: 'TN' }),
      await mine({ kind: 'country', value: 'TN' }),
    ]
    expect(first.statusCode).toBe(201)
    expect(again.json()).toEqual(first.json())
    const { id } = first.json()
    expect((await call('DELETE', `conflicts/${id}`, undefined, reviewer.headers)).statusCode).toBe(403)
    await ok('DELETE', `conflicts/${id}`)
    expect((await call('DELETE', `conflicts/${id}`)).statusCode).toBe(404)
  })

  test('is not taken back by the lead whose own it is', async () => {
    const { id } = (await ok('POST', 'my-conflicts', { kind: 'country', value: 'GE' })).json()
    const own = await call('DELETE', `conflicts/${id}`)
    expect([own.statusCode, own.json().code]).toEqual([403, 'not-permitted'])
    expect((await items('my-conflicts')).map(conflict => conflict['id'])).toContain(id)
    const other = await service.person(['lead'])
    expect((await call('DELETE', `conflicts/${id}`, undefined, other.headers)).statusCode).toBe(204)
  })

  test('leaves no organisation’s name in what is kept for ever', async () => {
    await mine({ kind: 'organisation', value: 'Tribunal Watch' })
    expect(JSON.stringify(await lastEvent())).not.toContain('Tribunal')
  })

  test.each([
    [{ kind: 'country', value: 'Tunisia' }],
    [{ kind: 'organisation', value: 'gmail.com' }],
    [{ kind: 'organisation', value: '!!' }],
    [{ kind: 'case', value: 'OBS-7K2M4' }],
    [{ kind: 'mood', value: 'x' }],
    [{ kind: 'country', value: 'TN', staffId: randomUUID() }],
  ])('%j is refused', async body => {
    expect((await mine(body)).statusCode).toBe(422)
  })
})
