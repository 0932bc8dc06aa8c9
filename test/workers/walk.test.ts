// The main job, end to end: a form goes in, a reviewer is chosen, every email goes out.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { observerApplication } from '../support/applications.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const subjectsFor = async (address: string, reference: string) =>
  (await service.inboxOf(address))
    .map(mail => mail.subject ?? '')
    .filter(subject => subject.includes(reference))

test('an observer application reaches a reviewer of its region, who is told why', async () => {
  const response = await service.submitObserver()
  expect(response.statusCode).toBe(201)
  const { reference } = response.json()
  expect(response.headers['location']).toBe(`/api/v1/cases/${reference}`)
  await service.settled()
  const [assigned] = await service.inboxOf('africa@support-unit.example')
  expect(assigned?.subject).toContain(reference)
  expect(assigned?.text).toMatch(/WHY YOU\s+Assigned to Adjoa Example/)
  expect(await subjectsFor('mohamed.kamara@legal-aid.example.org', reference)).toHaveLength(1)
})

test('the receipt carries the answers and says what happens next, in the applicant’s language', async () => {
  const contact = {
    ...(observerApplication()['contact'] as object),
    name: 'Awa Diop',
    email: 'awa.diop@justice-sn.example.org',
    language: 'fr',
  }
  const { reference } = (
    await service.submitObserver({ country: 'SN', organisationName: 'Réseau Justice', contact })
  ).json()
  await service.settled()
  const [receipt] = await service.inboxOf('awa.diop@justice-sn.example.org')
  expect(receipt?.subject).toContain(reference)
  expect(receipt?.text).toContain('Réseau Justice')
  expect(receipt?.text).toContain('Unité d’appui')
  expect(receipt?.headers.get('auto-submitted')).toBe('auto-generated')
})

test('a support request reaches a reviewer, and the point of contact is told', async () => {
  const { reference } = (await service.submitSupport()).json()
  await service.settled()
  expect(await subjectsFor('wanjiru.mwangi@court.example.org', reference)).toHaveLength(1)
  expect(await subjectsFor('ogp.poc@government.example.org', reference)).toHaveLength(1)
})

test('of two reviewers the one with fewer open cases is next', async () => {
  const lead = await service.person(['lead'])
  await service.submitObserver()
  await service.settled()
  const list = await service.app.inject({
    url: '/api/v1/cases?region=africa-middle-east',
    headers: lead.headers,
  })
  const assignees = list.json().items.map((item: { assigneeId: string }) => item.assigneeId)
  expect(assignees).toHaveLength(4)
  expect(new Set(assignees).size).toBe(2)
})

test('a case that no rule places waits in the triage queue, and the coordinators are told why', async () => {
  await service.pool.query(
    `insert into routing_rule_sets select version + 1, '[]', published_at, published_by from routing_rule_sets order by version desc limit 1`,
  )
  const { reference } = (await service.submitObserver({ country: 'DE' })).json()
  await service.settled()
  expect(await subjectsFor('coordinator@support-unit.example', reference)).toHaveLength(1)
  const coordinator = await service.person(['coordinator'])
  await service.openTo(coordinator, reference)
  const read = await service.app.inject({ url: `/api/v1/cases/${reference}`, headers: coordinator.headers })
  expect(read.json()).toMatchObject({ assigneeId: null, state: 'received' })
  expect(read.json().routing[0].decision.outcome).toBe('triage')
})
