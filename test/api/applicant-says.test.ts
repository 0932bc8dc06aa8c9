// What arrives from an applicant, whichever way it comes: an answer, a message, a withdrawal.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { answerByApplicant, withdrawByApplicant, writeByApplicant } from '../../src/cases/applicant/said.ts'
import { observerApplication } from '../support/applications.ts'
import { testService, type TestService } from '../support/service.ts'
import { working } from './cases-steps.ts'

let service: TestService
let lead: ReturnType<typeof working>
beforeAll(async () => {
  service = await testService()
  lead = working(service, await service.person(['lead'], { email: 'head@office.example' }))
})
afterAll(() => service.close())

const at = new Date('2026-03-03T09:00:00Z')
let reference = ''
let caseId = ''
let address = ''
beforeEach(async () => {
  address = `awa-${crypto.randomUUID()}@reseau.example`
  const contact = { ...(observerApplication()['contact'] as object), email: address }
  reference = (await service.submitObserver({ contact })).json().reference
  const { rows } = await service.pool.query('select id from cases where reference = $1', [reference])
  caseId = rows[0].id
  await service.settled()
})

const answered = (answer: string) =>
  service.db.transaction(tx =>
    answerByApplicant(tx, {
      caseId,
      at,
      way: 'page',
      documents: [caseId],
      answer,
      standard: service.standard,
    }),
  )
const subjectsTo = async (to: string) =>
  (await service.inboxOf(to)).map(mail => mail.subject ?? '').filter(subject => subject.includes(reference))

test('of two answers at once one wins, and the review goes on', async () => {
  await lead.post(reference, 'question', { question: 'Since when?' })
  await service.settled()
  const results = await Promise.allSettled([answered('Since 2019.'), answered('Since 2020.')])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = results.find(result => result.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'transition-not-allowed' })
  expect((await lead.read(reference)).state).toBe('in-review')
  const answers = (await lead.trail(reference)).filter(({ type }) => type === 'case.answer')
  expect(answers).toHaveLength(1)
  expect(answers[0]).toMatchObject({
    actor: { kind: 'applicant' },
    details: { way: 'page', documents: [caseId], from: 'awaiting-applicant' },
  })
  await service.settled()
  expect((await subjectsTo(address)).at(-1)).toContain('We have your answer')
})

test('an answer to a question that was taken back, or on a closed case, moves nothing', async () => {
  await lead.post(reference, 'question', { question: 'Since when?' })
  await lead.post(reference, 'take-back', { reason: 'Found it.' })
  await expect(answered('Since 2019.')).rejects.toMatchObject({ code: 'transition-not-allowed' })
  await lead.post(reference, 'withdrawal', { reason: 'By telephone.' })
  await expect(answered('Since 2019.')).rejects.toMatchObject({ code: 'transition-not-allowed' })
})

test('a message changes nothing, and whoever has the case is told that it is there', async () => {
  const { rows } = await service.pool.query(
    `select s.email from staff s join cases c on c.assignee_id = s.id where c.id = $1`,
    [caseId],
  )
  await service.db.transaction(tx =>
    writeByApplicant(
      tx,
      { id: caseId, reference, state: 'received', erasedAt: null },
      { at, way: 'email', message: 'A word on our minutes.' },
    ),
  )
  await service.settled()
  expect((await lead.read(reference)).state).toBe('received')
  const mails = (await service.inboxOf(rows[0].email)).filter(mail => mail.subject?.includes(reference))
  expect(mails.at(-1)?.subject).toMatch(/has written|a écrit|ha escrito/)
  expect(mails.at(-1)?.text).not.toContain('minutes')
})

test('a withdrawal closes the case, is confirmed, and whoever has it is told', async () => {
  await service.db.transaction(tx =>
    withdrawByApplicant(tx, { caseId, at, way: 'page', standard: service.standard }),
  )
  await service.settled()
  expect((await lead.read(reference)).state).toBe('withdrawn')
  expect((await subjectsTo(address)).at(-1)).toContain('Your withdrawal is confirmed')
  const told = await service.pool.query(
    `select 1 from deliveries where stream = $1 and notification = 'applicant-withdrew' and state = 'accepted'`,
    [caseId],
  )
  expect(told.rows).toHaveLength(1)
  await expect(
    service.db.transaction(tx =>
      withdrawByApplicant(tx, { caseId, at, way: 'page', standard: service.standard }),
    ),
  ).rejects.toMatchObject({ code: 'transition-not-allowed' })
})
