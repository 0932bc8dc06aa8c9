// Nobody reads a case before they have said whether they have a conflict of interest in it; by whatever way they come.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STEPS } from '../../src/cases/steps.ts'
import { signedInBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'
import { decision } from './cases-steps.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

type Person = Awaited<ReturnType<TestService['person']>>

// What stands in the answers and nowhere else.
const CONTENT = 'Zanzibar-quill'
async function submitted(): Promise<string> {
  const answer = await service.submitObserver({ motivation: `We keep the ${CONTENT}.` })
  await service.settled()
  return answer.json().reference
}
const get = (person: Person, url: string) => service.app.inject({ url, headers: person.headers })
const post = (person: Person, reference: string, resource: string, payload: object) =>
  service.app.inject({
    method: 'POST',
    url: `/api/v1/cases/${reference}/${resource}`,
    payload,
    headers: person.headers,
  })

test('a case is closed to its reader on every way until they have declared, then open', async () => {
  const [lead, reference] = [await service.person(['lead', 'auditor']), await submitted()]
  for (const way of ['', '/audit-trail', '/related']) {
    const answer = await get(lead, `/api/v1/cases/${reference}${way}`)
    expect([answer.statusCode, answer.json().code], way).toEqual([403, 'declaration-needed'])
    expect(answer.json().detail).toContain(`/api/v1/cases/${reference}/declaration`)
    expect(answer.body).not.toContain(CONTENT)
  }
  expect((await get(lead, '/api/v1/cases?sort=newest')).body).not.toContain(CONTENT)

  const browser = await signedInBrowser(service, lead.id)
  const page = await browser.get(`/desk/cases/${reference}`)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Do you have a conflict of interest')
  expect(page.body).not.toContain(CONTENT)
  // A step that is sent all the same shows no more than the page did.
  const sent = await browser.post(
    `/desk/cases/${reference}/notes`,
    { note: 'Seen.' },
    `/desk/cases/${reference}`,
  )
  expect(sent.statusCode).toBe(403)
  expect(sent.body).not.toContain(CONTENT)

  expect((await post(lead, reference, 'declaration', { conflict: 'no' })).statusCode).toBe(204)
  expect((await get(lead, `/api/v1/cases/${reference}`)).body).toContain(CONTENT)
  expect((await browser.get(`/desk/cases/${reference}`)).body).toContain(CONTENT)
})

test('every step that asks for knowledge of the case is refused before the declaration', async () => {
  const [lead, reference] = [await service.person(['lead']), await submitted()]
  const bodies: Record<string, object> = {
    review: {},
    question: { question: 'Who?' },
    notes: { note: 'Seen.' },
    spam: { reason: 'Nonsense.' },
    decision: decision('accept'),
  }
  for (const [resource, body] of Object.entries(bodies)) {
    expect((await post(lead, reference, resource, body)).json().code, resource).toBe('declaration-needed')
  }
  expect(
    STEPS.filter(step => step.unread)
      .map(step => step.resource)
      .toSorted(),
  ).toEqual(['assignment', 'declaration', 'link-stop', 'recusal', 'reviewers', 'tag-removal', 'tags'])
})

test('a declaration is recorded once, with who made it and when', async () => {
  const [lead, reference] = [await service.person(['lead']), await submitted()]
  for (let times = 0; times < 2; times += 1) {
    expect((await post(lead, reference, 'declaration', { conflict: 'no' })).statusCode).toBe(204)
  }
  const { items } = (await get(lead, `/api/v1/cases/${reference}/audit-trail`)).json()
  const declared = items.filter((event: { type: string }) => event.type === 'case.no-conflict-declared')
  expect(declared).toHaveLength(1)
  expect(declared[0]).toMatchObject({ actor: { kind: 'staff', id: lead.id }, words: null })
})

test('whoever declares a conflict is recused, the case is handed over, and they never see it again', async () => {
  const reference = await submitted()
  const lead = await service.person(['lead'])
  const reviewer = await service.person(['reviewer'])
  await post(lead, reference, 'assignment', { assigneeId: reviewer.id })
  await service.settled()
  const words = { reason: 'My brother runs it.', handOver: 'They may write to me: send that on.' }
  expect((await post(reviewer, reference, 'declaration', { conflict: 'yes' })).statusCode).toBe(422)
  expect((await post(reviewer, reference, 'declaration', { conflict: 'yes', ...words })).statusCode).toBe(204)
  expect((await get(reviewer, `/api/v1/cases/${reference}`)).statusCode).toBe(404)
  expect((await post(reviewer, reference, 'declaration', { conflict: 'no' })).statusCode).toBe(404)
  await service.settled()
  await service.openTo(lead, reference)
  const view = (await get(lead, `/api/v1/cases/${reference}`)).json()
  expect(view.assigneeId).not.toBe(reviewer.id)
  expect(view.routing).toHaveLength(2)
  const { items } = (await get(lead, `/api/v1/cases/${reference}/audit-trail`)).json()
  expect(items.find((event: { type: string }) => event.type === 'case.recused').words).toEqual(words)
})

test('an auditor works no case and declares nothing: they read the trail of each', async () => {
  const [auditor, reference] = [await service.person(['auditor']), await submitted()]
  expect((await get(auditor, `/api/v1/cases/${reference}/audit-trail`)).statusCode).toBe(200)
})

test('no email to staff says what an applicant wrote or a reviewer thinks', async () => {
  const reference = await submitted()
  const lead = await service.person(['lead'])
  await service.openTo(lead, reference)
  const secrets = ['Umber-question', 'Umber-answer', 'Umber-reason']
  await post(lead, reference, 'review', {})
  await post(lead, reference, 'question', { question: `${secrets[0]}?` })
  await post(lead, reference, 'answer', { answer: `${secrets[1]}.` })
  await post(lead, reference, 'recommendation', { recommendation: 'accept', reason: `${secrets[2]}.` })
  await service.settled()
  const { rows } = await service.pool.query<{ text: string; notification: string }>(
    `select notification, text || html as text from deliveries join cases on cases.id = stream
      where audience = 'staff' and reference = $1`,
    [reference],
  )
  expect(rows.map(row => row.notification)).toContain('applicant-replied')
  for (const secret of [CONTENT, ...secrets]) {
    expect(rows.filter(({ text }) => text.includes(secret)).map(row => row.notification)).toEqual([])
  }
})
