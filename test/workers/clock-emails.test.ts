// What the passing of time tells people: the right person, once, in their language.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { watchClock } from '../../src/cases/watch-clock.ts'
import { supportRequest } from '../../src/forms/support-request/form.ts'
import { decision, recommendation, working } from '../api/cases-steps.ts'
import { observerApplication } from '../support/applications.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
let lead: ReturnType<typeof working>
beforeAll(async () => {
  service = await testService()
  lead = working(service, await service.person(['lead'], { email: 'head@office.example' }))
})
afterAll(() => service.close())

let reference = ''
let applicant = ''
beforeEach(async () => {
  service.clock.set('2026-03-02T10:00:00Z')
  applicant = `awa-${crypto.randomUUID()}@reseau.example`
  const contact = { ...(observerApplication()['contact'] as object), email: applicant, language: 'fr' }
  reference = (await service.submitObserver({ country: 'SN', contact })).json().reference
  await service.settled()
})

async function lookAt(moment: string): Promise<void> {
  service.clock.set(moment)
  await watchClock(service.db, service.clock.now(), service.standard)
  await service.settled()
}
/** The emails about the case: what for, and to whom, in the order of their names. */
async function sent(...notifications: string[]): Promise<[string, string, string][]> {
  const { rows } = await service.pool.query<{ notification: string; address: string; language: string }>(
    `select d.notification, d.address, d.language from deliveries d join cases c on c.id = d.stream
     where c.reference = $1 and d.notification = any($2) and d.state = 'accepted' order by 1, 2`,
    [reference, notifications],
  )
  return rows.map(({ notification, address, language }) => [notification, address, language])
}
const assignee = async (): Promise<{ email: string; language: string }> => {
  const { rows } = await service.pool.query(
    `select s.email, s.language from staff s join cases c on c.assignee_id = s.id where c.reference = $1`,
    [reference],
  )
  return rows[0]
}

test('the reviewer hears that a case is due soon and overdue, the leads that it was left', async () => {
  const { email, language } = await assignee()
  await lookAt('2026-03-03T12:00:00Z')
  await lookAt('2026-03-05T12:00:00Z')
  await lookAt('2026-03-09T12:00:00Z')
  await lookAt('2026-03-09T13:00:00Z')
  expect(await sent('due-soon', 'overdue')).toEqual([
    ['due-soon', email, language],
    ['overdue', email, language],
  ])
  const escalated = await sent('escalated')
  expect(new Set(escalated.map(([, address]) => address))).toEqual(
    new Set(['head@office.example', 'lead@support-unit.example']),
  )
  expect(await sent('hold-reminder', 'lapsed')).toEqual([])
})

test('the applicant hears of a late decision from us, with the new date, in their language', async () => {
  await lead.post(reference, 'review')
  await lookAt('2026-03-16T20:00:00Z')
  await lookAt('2026-03-17T20:00:00Z')
  expect(await sent('delay')).toEqual([['delay', applicant, 'fr']])
  const mail = (await service.inboxOf(applicant)).at(-1)
  expect(mail?.subject).toContain(reference)
  expect(mail?.text).toContain('18 mars 2026')
})

test('the applicant hears of a first look that is late, then of the answer, with a reason, in their language', async () => {
  await lookAt('2026-03-04T20:00:00Z')
  await lookAt('2026-03-06T20:00:00Z')
  expect(await sent('delay')).toEqual([
    ['delay', applicant, 'fr'],
    ['delay', applicant, 'fr'],
  ])
  const [look, answer] = (await service.inboxOf(applicant)).slice(-2)
  expect(look?.subject).toContain('premier examen')
  for (const mail of [look, answer]) expect(mail?.text?.replace(/\s+/g, ' ')).toContain('plus de demandes')
  expect(look?.text).toContain('6 mars 2026')
  expect(answer?.text).toContain('20 mars 2026')
})

test('the applicant is reminded of our question, then told that the case was closed', async () => {
  await lead.post(reference, 'question', { question: 'Qui viendra ?' })
  await lookAt('2026-03-10T09:00:00Z')
  await lookAt('2026-03-11T09:00:00Z')
  await lookAt('2026-03-31T09:00:00Z')
  expect(await sent('hold-reminder', 'lapsed')).toEqual([
    ['hold-reminder', applicant, 'fr'],
    ['lapsed', applicant, 'fr'],
  ])
  const reminder = (await service.inboxOf(applicant)).find(mail => mail.text?.includes('Qui viendra'))
  expect(reminder).toBeDefined()
})

test('the applicant hears that our support continues, and by when they hear from us again; not what was reported', async () => {
  reference = (await service.submitSupport()).json().reference
  const colleague = working(service, await service.person(['lead']))
  const step = async (who: typeof lead, resource: string, body: object = {}) => {
    const response = await who.post(reference, resource, body)
    expect(response.statusCode, response.body).toBeLessThan(300)
    await service.settled()
  }
  await step(lead, 'review')
  await step(colleague, 'recommendation', recommendation(supportRequest))
  await step(lead, 'decision', decision('accept'))
  await step(lead, 'support')
  service.clock.advance(7 * 86_400_000)
  await step(lead, 'progress', { reason: 'Two workshops held.' })
  const to = 'wanjiru.mwangi@court.example.org'
  expect(await sent('support-started', 'support-continues')).toEqual([
    ['support-continues', to, 'en'],
    ['support-started', to, 'en'],
  ])
  const mail = (await service.inboxOf(to)).at(-1)
  const day = new Date((await lead.read(reference)).dueAt)
  expect(mail?.subject).toContain('Our support continues')
  expect(mail?.text?.replaceAll(/\s+/g, ' ')).toContain(
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day),
  )
  expect(mail?.text).not.toContain('workshops')
})
