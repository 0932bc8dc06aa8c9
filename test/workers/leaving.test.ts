// Whoever can work on a case no longer keeps none: suspended, or with a conflict once it is opened again.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assign } from '../../src/cases/assign.ts'
import { leaveCases } from '../../src/cases/leave-cases.ts'
import { unfitWatch } from '../../src/cases/unfit-assignees.ts'
import { FORMS } from '../../src/forms/index.ts'
import { suspendStaff } from '../../src/staff/join-and-leave.ts'
import { decision, recommendation, working } from '../api/cases-steps.ts'
import { signedInBrowser } from '../support/browser-session.ts'
import { expectInvariants } from '../support/invariants.ts'
import { testService, type TestService } from '../support/service.ts'

type Person = Awaited<ReturnType<TestService['person']>>
const TEAM = 'africa-middle-east'
const PEOPLE = '/desk/settings/people'

let service: TestService
let lead: Person
let [first, second]: Person[] = []
beforeAll(async () => {
  service = await testService({ sampleStaff: false })
  lead = await service.person(['lead'])
  await service.person(['coordinator'], { email: 'desk@office.example' })
})
afterAll(async () => {
  await service.settled()
  await expectInvariants(service.db)
  await service.close()
})
beforeEach(async () => {
  await service.pool.query('delete from team_members')
  first = await reviewer()
  second = await reviewer()
})

async function reviewer() {
  const person = await service.person(['reviewer'])
  await routing('PUT', `teams/${TEAM}/members/${person.id}`, { capacity: 100 })
  return person
}
async function routing(method: 'PUT' | 'POST', path: string, payload: object) {
  const url = `/api/v1/routing/${path}`
  const response = await service.app.inject({ method, url, payload, headers: lead.headers })
  expect(response.statusCode, response.body).toBeLessThan(300)
}
async function submit(): Promise<string> {
  const { reference } = (await service.submitObserver()).json()
  await service.settled()
  return reference
}
const read = (reference: string) => working(service, lead).read(reference)
const typesOf = async (reference: string) =>
  (await working(service, lead).trail(reference)).map(({ type }) => type)
async function suspend(person: Person | undefined) {
  const browser = await signedInBrowser(service, lead.id)
  const at = `${PEOPLE}/${person?.id}`
  expect((await browser.post(`${at}/suspension`, {}, at)).statusCode).toBe(303)
  await service.settled()
}
/** Both reviewers, whoever has the case first. */
const holderOf = async (reference: string) =>
  (await read(reference)).assigneeId === first?.id ? [first, second] : [second, first]
const taken = async (reference: string, resource: string, body: object) => {
  const response = await working(service, lead).post(reference, resource, body)
  expect(response.statusCode, response.body).toBeLessThan(300)
  await service.settled()
}

test('the open cases of who is suspended go to others, each with the event that says why', async () => {
  const references = [await submit(), await submit(), await submit(), await submit()]
  const [closed = '', ...open] = references
  const [leaver, other] = await holderOf(closed)
  for (const reference of open) {
    if ((await read(reference)).assigneeId !== leaver?.id)
      await taken(reference, 'assignment', { assigneeId: leaver?.id })
  }
  await taken(closed, 'withdrawal', { reason: 'They asked for it.' })
  await suspend(leaver)
  for (const reference of open) {
    expect(await read(reference)).toMatchObject({ assigneeId: other?.id, teamId: TEAM })
    const trail = await working(service, lead).trail(reference)
    expect(trail).toContainEqual(
      expect.objectContaining({
        type: 'case.assignee-suspended',
        actor: { kind: 'staff', id: lead.id },
        details: { previousAssigneeId: leaver?.id },
      }),
    )
  }
  expect(await typesOf(closed)).not.toContain('case.assignee-suspended')
  const { rows } = await service.pool.query(
    `select details from events where type = 'staff.suspended' and details ->> 'staffId' = $1`,
    [leaver?.id],
  )
  expect(rows).toEqual([{ details: expect.objectContaining({ cases: 3 }) }])
})

describe('who may no longer work on a case does not keep it', () => {
  const unfit = async (reference: string) =>
    (await working(service, lead).trail(reference)).find(({ type }) => type === 'case.assignee-unfit')
      ?.details

  test('after a conflict was declared that concerns it: the others stay', async () => {
    const look = unfitWatch(service)
    const [reference, another] = [await submit(), await submit()]
    const [holder, other] = await holderOf(reference)
    if ((await read(another)).assigneeId !== holder?.id)
      await taken(another, 'assignment', { assigneeId: holder?.id })
    expect(await look()).toBe(0)
    const { rows } = await service.pool.query('select id from cases where reference = $1', [reference])
    await routing('POST', `staff/${holder?.id}/conflicts`, { kind: 'case', value: rows[0].id })
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    await service.settled()
    expect(await read(reference)).toMatchObject({ assigneeId: other?.id, teamId: TEAM })
    expect((await read(another)).assigneeId).toBe(holder?.id)
    expect(await unfit(reference)).toEqual({ previousAssigneeId: holder?.id, why: 'conflict-of-interest' })
  })

  test('after they are no reviewer any more', async () => {
    const look = unfitWatch(service)
    const reference = await submit()
    const [holder, other] = await holderOf(reference)
    await look()
    await service.pool.query(`update staff set roles = '{auditor}' where id = $1`, [holder?.id])
    expect(await look()).toBe(1)
    await service.settled()
    expect((await read(reference)).assigneeId).toBe(other?.id)
    expect(await unfit(reference)).toEqual({ previousAssigneeId: holder?.id, why: 'not-a-reviewer' })
  })

  test('in the moment in which they got it: that is found within the hour', async () => {
    const look = unfitWatch(service)
    const reference = await submit()
    const [holder] = await holderOf(reference)
    const { rows } = await service.pool.query('select id from cases where reference = $1', [reference])
    await routing('POST', `staff/${holder?.id}/conflicts`, { kind: 'case', value: rows[0].id })
    await look()
    await service.settled()
    // As an assignment does that had begun before the conflict was declared.
    await service.pool.query('update cases set assignee_id = $1 where reference = $2', [
      holder?.id,
      reference,
    ])
    await look()
    expect((await read(reference)).assigneeId).toBe(holder?.id)
    service.clock.advance(3_600_001)
    await look()
    await service.settled()
    expect((await read(reference)).assigneeId).not.toBe(holder?.id)
  })
})

test('what nobody else can take waits in the triage queue, and the coordinators are told', async () => {
  const reference = await submit()
  const [leaver, other] = await holderOf(reference)
  await suspend(other)
  await suspend(leaver)
  expect(await read(reference)).toMatchObject({ assigneeId: null, teamId: null })
  const inbox = await service.inboxOf('desk@office.example')
  expect(inbox.filter(mail => mail.subject?.includes(reference))).toHaveLength(1)
})

test('who is suspended at the very moment gets no case any more', async () => {
  const reference = await submit()
  const [, other] = await holderOf(reference)
  const { rows } = await service.pool.query('select id from cases where reference = $1', [reference])
  const email = `${other?.id}@staff.example`
  const by = { actor: { kind: 'system', id: 'operator' } as const, at: service.clock.now() }
  const suspended = Promise.withResolvers<void>()
  const committing = service.db.transaction(async tx => {
    await suspendStaff(tx, { email, leaveCases, by })
    suspended.resolve()
    await new Promise(resolve => setTimeout(resolve, 300))
  })
  await suspended.promise
  const assigning = service.db.transaction(tx =>
    assign(tx, { caseId: rows[0].id, assigneeId: other?.id ?? '', teamId: TEAM, ...by }),
  )
  await expect(assigning).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await committing
})

describe('who had it and can work on it no longer does not have it again', () => {
  test('when it is reopened and they were suspended', async () => {
    const reference = await submit()
    const [leaver, other] = await holderOf(reference)
    await taken(reference, 'withdrawal', { reason: 'They asked for it.' })
    await suspend(leaver)
    await taken(reference, 'reopening', { reason: 'They want it after all.' })
    expect((await read(reference)).assigneeId).toBe(other?.id)
  })

  test('when it is reopened, and nobody can take it', async () => {
    const reference = await submit()
    const [leaver, other] = await holderOf(reference)
    await taken(reference, 'withdrawal', { reason: 'They asked for it.' })
    await suspend(leaver)
    await suspend(other)
    await taken(reference, 'reopening', { reason: 'They want it after all.' })
    expect(await read(reference)).toMatchObject({ assigneeId: null, teamId: null })
    const trail = await working(service, lead).trail(reference)
    expect(trail.find(({ type }) => type === 'case.released')?.details).toEqual({
      previousAssigneeId: leaver?.id,
      teamId: null,
      why: 'not-a-reviewer',
    })
    expect((await typesOf(reference)).includes('case.unroutable')).toBe(true)
  })

  test('when it is taken out of another one', async () => {
    const [original, reference] = [await submit(), await submit()]
    const [leaver, other] = await holderOf(reference)
    await taken(reference, 'duplicate', { original, reason: 'The same twice.' })
    await suspend(leaver)
    await taken(reference, 'separation', { reason: 'It is another one.' })
    expect((await read(reference)).assigneeId).toBe(other?.id)
  })

  test('when it is returned and they have a conflict by now', async () => {
    const reference = await submit()
    const [leaver, other] = await holderOf(reference)
    const theirs = working(service, leaver as Person)
    await theirs.post(reference, 'review')
    const observer = FORMS.find(({ name }) => name === 'observer-interest')
    if (!observer) throw new Error('There is no such form.')
    expect(
      (await theirs.post(reference, 'recommendation', recommendation(observer))).statusCode,
    ).toBeLessThan(300)
    await routing('POST', `staff/${leaver?.id}/conflicts`, { kind: 'country', value: 'SL' })
    await taken(reference, 'return', { reason: 'Look at the funding again.' })
    expect((await read(reference)).assigneeId).toBe(other?.id)
  })

  test('and who can, keeps it', async () => {
    const reference = await submit()
    const { assigneeId } = await read(reference)
    await taken(reference, 'review', {})
    await taken(reference, 'decision', decision('decline'))
    await taken(reference, 'reopening', { reason: 'We look again.' })
    expect((await read(reference)).assigneeId).toBe(assigneeId)
    expect(await typesOf(reference)).not.toContain('case.released')
  })
})

test('many hundreds of cases are left in one go, and the chain of each holds', async () => {
  const quiet = await testService({ sampleStaff: false, workers: false })
  try {
    const { id } = await quiet.person(['reviewer'])
    await Promise.all(Array.from({ length: 510 }, () => quiet.submitObserver()))
    await quiet.pool.query('update cases set assignee_id = $1', [id])
    const by = { actor: { kind: 'system', id: 'operator' } as const, at: quiet.clock.now() }
    const email = `${id}@staff.example`
    const left = await quiet.db.transaction(tx => suspendStaff(tx, { email, leaveCases, by }))
    expect(left).toBe(510)
    await expectInvariants(quiet.db)
  } finally {
    await quiet.close()
  }
})
