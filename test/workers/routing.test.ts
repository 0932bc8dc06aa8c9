// The routing worker on real parts: who gets a case, who does not, and that it can be said again why.
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ruleList } from '../../src/routing/rules/rules.ts'
import { routingFacts } from '../../src/cases/routing-facts.ts'
import { cases } from '../../src/cases/tables.ts'
import { openCasesByAssignee } from '../../src/cases/workload.ts'
import { chooseReviewer } from '../../src/routing/choose-reviewer.ts'
import { routingDecisions } from '../../src/routing/routing-decisions.ts'
import { routingSnapshot } from '../../src/routing/snapshot.ts'
import { routeCase } from '../../workers/route-cases.ts'
import { working } from '../api/cases-steps.ts'
import { observerApplication } from '../support/applications.ts'
import { testService, type TestService } from '../support/service.ts'

type Person = Awaited<ReturnType<TestService['person']>>
const TEAM = 'africa-middle-east'

let service: TestService
let lead: Person
let [first, second]: Person[] = []
beforeAll(async () => {
  service = await testService({ sampleStaff: false })
  lead = await service.person(['lead'])
  await service.person(['coordinator'], { email: 'desk@office.example' })
  first = await reviewer('first@office.example')
  second = await reviewer('second@office.example')
})
afterAll(() => service.close())

beforeEach(async () => {
  service.clock.set('2026-03-02T10:00:00Z')
  await service.pool.query(`delete from absences`)
  await service.pool.query(`delete from conflicts`)
  for (const one of [first, second])
    await settings('PUT', `teams/${TEAM}/members/${one?.id}`, { capacity: 100 })
})
// What a test opened is closed, so that the next one starts with empty desks.
afterEach(async () => {
  await service.settled()
  await service.pool.query(`update cases set state = 'withdrawn', due_at = null where due_at is not null`)
})

async function reviewer(email: string, more = {}): Promise<Person> {
  return service.person(['reviewer'], { email, ...more })
}
async function settings(method: 'PUT' | 'POST', path: string, payload: object): Promise<void> {
  const response = await service.app.inject({
    method,
    url: `/api/v1/routing/${path}`,
    payload,
    headers: lead.headers,
  })
  expect(response.statusCode, response.body).toBeLessThan(300)
}
const away = (person: Person | undefined, from: string, to: string) =>
  settings('POST', 'absences', { staffId: person?.id, from, to })
async function submit(overrides = {}) {
  const reference: string = (await service.submitObserver(overrides)).json().reference
  await service.settled()
  return read(reference)
}
const read = (reference: string) => working(service, lead).read(reference)
const caseRow = async (reference: string) => {
  const [row] = await service.db.select().from(cases).where(eq(cases.reference, reference))
  if (!row) throw new Error(`${reference} is gone.`)
  return row
}
/** Why each candidate who was left out was left out, by their id. */
const excluded = (view: {
  routing: { decision: { candidates: { staffId: string; excluded?: { reason: string } }[] } }[]
}) =>
  Object.fromEntries(
    (view.routing.at(-1)?.decision.candidates ?? []).map(one => [one.staffId, one.excluded?.reason]),
  )

test('many cases at once are shared out evenly: no two see the same lightest desk', async () => {
  await Promise.all(Array.from({ length: 30 }, () => service.submitObserver()))
  await service.settled()
  const load = await openCasesByAssignee(service.db)
  expect([load.get(first?.id ?? ''), load.get(second?.id ?? '')]).toEqual([15, 15])
})

describe('a reviewer does not get a case', () => {
  test('while they are away, from the first day to the last', async () => {
    await away(first, '2026-03-01', '2026-03-02')
    const view = await submit()
    expect(view.assigneeId).toBe(second?.id)
    expect(excluded(view)).toEqual({ [first?.id ?? '']: 'absent', [second?.id ?? '']: undefined })
    service.clock.set('2026-03-03T10:00:00Z')
    expect((await submit()).assigneeId).toBe(first?.id)
  })

  test('once their desk is full', async () => {
    await settings('PUT', `teams/${TEAM}/members/${first?.id}`, { capacity: 1 })
    await settings('PUT', `teams/${TEAM}/members/${second?.id}`, { capacity: 2 })
    const assignees = []
    for (let at = 0; at < 3; at += 1) assignees.push((await submit()).assigneeId)
    expect(assignees.filter(id => id === first?.id)).toHaveLength(1)
    expect(assignees.filter(id => id === second?.id)).toHaveLength(2)
    const view = await submit()
    expect(view).toMatchObject({ assigneeId: null, state: 'received' })
    expect(new Set(Object.values(excluded(view)))).toEqual(new Set(['at-capacity']))
  })

  test('in which they have a conflict of interest', async () => {
    const declare = (kind: string, value: string) =>
      settings('POST', `staff/${first?.id}/conflicts`, { kind, value })
    await declare('country', 'SN')
    await declare('organisation', 'Freetown Legal Aid Network')
    for (const view of [await submit({ country: 'SN', organisationName: 'Another' }), await submit()]) {
      expect(view.assigneeId).toBe(second?.id)
      expect(excluded(view)[first?.id ?? '']).toBe('declared-conflict')
    }
  })

  test('that is already closed or assigned when its turn comes', async () => {
    const view = await submit()
    const { id } = await caseRow(view.reference)
    await service.db.transaction(tx => routeCase(tx, id, service))
    const again = await read(view.reference)
    expect(again).toEqual(view)
    expect(again.routing).toHaveLength(1)
  })
})

describe('a recusal', () => {
  test('hands the case to the next one, who is told why; the one who stepped back no longer sees it', async () => {
    const { reference, assigneeId } = await submit()
    const [from, to] = assigneeId === first?.id ? [first, second] : [second, first]
    const recused = await working(service, from as Person).post(reference, 'recusal', {
      reason: 'My sister works there.',
    })
    expect(recused.statusCode).toBe(204)
    await service.settled()
    const view = await read(reference)
    expect(view.assigneeId).toBe(to?.id)
    expect(view.routing).toHaveLength(2)
    expect(excluded(view)[from?.id ?? '']).toBe('declared-conflict')
    const inbox = await service.inboxOf(to === first ? 'first@office.example' : 'second@office.example')
    expect(inbox.some(mail => mail.subject?.includes(reference))).toBe(true)
    const url = `/api/v1/cases/${reference}`
    expect((await service.app.inject({ url, headers: (from as Person).headers })).statusCode).toBe(404)
    await service.openTo(to as Person, reference)
    expect((await service.app.inject({ url, headers: (to as Person).headers })).statusCode).toBe(200)
  })

  test('of the last one leaves the case to the coordinators, who are told', async () => {
    await away(second, '2026-03-01', '2026-03-31')
    const { reference, assigneeId } = await submit()
    expect(assigneeId).toBe(first?.id)
    await working(service, first as Person).post(reference, 'recusal', { reason: 'My sister works there.' })
    await service.settled()
    expect(await read(reference)).toMatchObject({ assigneeId: null, teamId: null, state: 'received' })
    const inbox = await service.inboxOf('desk@office.example')
    const about = inbox.filter(mail => mail.subject?.includes(reference))
    expect(about.length).toBeGreaterThanOrEqual(1)
    expect(about.map(mail => mail.text).join()).not.toContain('My sister')
  })
})

describe('a decision of routing', () => {
  test('is stored with its rule, its candidates and one plain sentence', async () => {
    const view = await submit()
    const [{ decision, explanation, sequence }] = view.routing
    expect(sequence).toBe(1)
    expect(decision).toMatchObject({
      outcome: 'assigned',
      rule: { name: 'Africa and the Middle East' },
      matched: [{ criterion: 'region' }],
      assignee: { staffId: view.assigneeId },
    })
    expect(decision.candidates).toHaveLength(2)
    expect(explanation).toMatch(/^Assigned to .+Africa.+\.$/)
    expect(explanation).not.toContain('\n')
  })

  test('comes out the same from the same facts and the same office', async () => {
    await away(second, '2026-03-01', '2026-03-31')
    const snapshot = await routingSnapshot(service.db, await openCasesByAssignee(service.db))
    const { reference } = await submit()
    const row = await caseRow(reference)
    const [stored] = await routingDecisions(service.db, row.id)
    expect(chooseReviewer(routingFacts(row), snapshot, '2026-03-02')).toEqual(stored?.decision)
  })

  test('asks the rules in their order, and passes over one whose team has nobody', async () => {
    await settings('POST', 'teams', { id: 'legal-aid', name: 'Legal aid' })
    await settings('POST', 'rules', {
      name: 'Empowerment',
      conditions: [{ criterion: 'themes', operator: 'is-any-of', values: ['legal-empowerment'] }],
      teamId: 'legal-aid',
    })
    const rules = await ruleList(service.db)
    const rows = rules.toSorted(
      (a, b) =>
        Number(b.name === 'Empowerment') - Number(a.name === 'Empowerment') || a.position - b.position,
    )
    await settings('PUT', 'rules/order', { ruleIds: rows.map(({ id }) => id) })
    const nobody = await submit()
    expect(nobody.routing[0].decision).toMatchObject({
      rule: { name: 'Africa and the Middle East' },
      rulesTried: [{ name: 'Empowerment', result: 'nobody-available' }],
    })
    await settings('PUT', `teams/legal-aid/members/${second?.id}`, { capacity: 100 })
    expect(await submit()).toMatchObject({ assigneeId: second?.id, teamId: 'legal-aid' })
    expect((await submit({ justiceThemes: ['open-justice'] })).teamId).toBe(TEAM)
  })
})

test('a reviewer who leaves gets no more cases', async () => {
  await service.pool.query('update staff set active = false where id = $1', [second?.id])
  try {
    for (let at = 0; at < 3; at += 1) expect((await submit()).assigneeId).toBe(first?.id)
  } finally {
    await service.pool.query('update staff set active = true where id = $1', [second?.id])
  }
})

test('a reviewer never gets a case from their own email domain', async () => {
  const contact = { ...(observerApplication()['contact'] as object), email: 'us@court.office.example' }
  expect(await submit({ contact })).toMatchObject({ assigneeId: null })
})
