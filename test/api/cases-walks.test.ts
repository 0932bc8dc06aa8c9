// Random lives of cases on Postgres: whatever order of steps people try, the rules that never bend hold after each.
import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exitsFrom, transitionNamed, TRANSITIONS, type TransitionName } from '../../src/cases/lifecycle.ts'
import type { Body } from '../../src/cases/transition-words.ts'
import { OPEN_STATES, STATE, type State } from '../../src/cases/states.ts'
import { cases } from '../../src/cases/tables.ts'
import { moveCase } from '../../src/cases/transition.ts'
import { events } from '../../src/events/tables.ts'
import { isoDate, dayOf } from '../../src/cases/working-days.ts'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import { observerInterest } from '../../src/forms/observer-interest/form.ts'
import { supportRequest } from '../../src/forms/support-request/form.ts'
import { Problem } from '../../src/kernel/problem.ts'
import { testService, type TestService } from '../support/service.ts'
import { decision, recommendation } from './cases-steps.ts'

let service: TestService
let original = ''
beforeAll(async () => {
  service = await testService({ workers: false })
  original = (await service.submitObserver()).json().reference
})
afterAll(() => service.close())

const DECIDED = new Set<State>([
  'accepted',
  'declined',
  'redirected',
  'deferred',
  'in-progress',
  'delivered',
  'active',
  'ended',
])
const HOUR_MS = 3_600_000
const step = fc.record({
  name: fc.constantFrom(...TRANSITIONS.map(transition => transition.name)),
  // Mostly steps that are possible, so that walks get far; `name` is taken as it is otherwise.
  possible: fc.integer({ min: 0, max: 9 }).map(chance => chance < 7),
  choice: fc.nat(20),
  hours: fc.integer({ min: 0, max: 24 * 30 }),
  deferDays: fc.nat(60),
})

const caseNow = async (reference: string) => {
  const [row] = await service.db.select().from(cases).where(eq(cases.reference, reference))
  if (!row) throw new Error(`${reference} is gone.`)
  return row
}
const eventsOf = (caseId: string) =>
  service.db
    .select({ id: events.id, position: events.position, type: events.type, details: events.details })
    .from(events)
    .where(eq(events.stream, caseId))
    .orderBy(events.position)

function bodyOf(form: Form, name: TransitionName, deferredTo: string): Body {
  const { needs, outcome } = transitionNamed(name)
  if (outcome !== undefined) {
    const { outcome: _, ...body } = decision(outcome, outcome === 'defer' ? { deferredTo } : {})
    return body
  }
  if (needs === 'original') return { original, reason: 'Sent twice.' }
  if (needs === 'recommendation') return recommendation(form)
  return needs === 'nothing' ? {} : { [needs]: 'Words.' }
}

async function expectRules(reference: string, caseId: string): Promise<void> {
  const row = await caseNow(reference)
  const trail = await eventsOf(caseId)
  const open = OPEN_STATES.includes(row.state)
  // No open case without a date, an exit and somebody whose move it is; no closed one with a date.
  expect(row.dueAt !== null).toBe(open)
  expect(STATE[row.state].move !== 'nobody').toBe(open)
  expect(exitsFrom(row.state, row.kind)).not.toEqual([])
  // Each change is an event, in order and without a gap.
  expect(trail.map(event => event.position)).toEqual(Array.from({ length: row.version }, (_, at) => at + 1))
  // A decision is the event that made it; what was not decided has none.
  const decided = trail.find(event => event.id === row.decidedBy)
  expect(decided?.type).toBe(row.decidedBy === null ? undefined : 'case.decided')
  expect(row.decidedBy !== null || !DECIDED.has(row.state)).toBe(true)
  expect(row.state === 'in-review' || row.state === 'recommended' ? row.decidedBy : null).toBeNull()
  // The clock stands exactly while we wait for the applicant.
  const running = row.holds.filter(hold => hold.to === null)
  expect(running).toHaveLength(row.state === 'awaiting-applicant' ? 1 : 0)
  for (const hold of row.holds) expect(hold.to === null || hold.from <= hold.to).toBe(true)
  expect(row.remindAt !== null).toBe(row.state === 'awaiting-applicant')
  expect(row.deferredTo !== null).toBe(row.state === 'deferred')
  expect(row.duplicateOf !== null).toBe(row.state === 'duplicate')
}

test.each(['observer', 'support'] as const)(
  'any walk of an %s case keeps the rules, and what is not in the table changes nothing',
  async kind => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async steps => {
        const submitted = kind === 'observer' ? await service.submitObserver() : await service.submitSupport()
        const { reference } = submitted.json()
        const { id } = await caseNow(reference)
        await expectRules(reference, id)
        for (const { name, possible, choice, hours, deferDays } of steps) {
          service.clock.advance(hours * HOUR_MS)
          const before = await caseNow(reference)
          const trail = await eventsOf(id)
          const exits = exitsFrom(before.state, kind)
          const wanted = possible ? (exits[choice % exits.length]?.name as TransitionName) : name
          const at = service.clock.now()
          const deferredTo = isoDate(dayOf(at, service.standard(at)) + deferDays)
          const move = {
            caseId: id,
            name: wanted,
            actor: { kind: 'system', id: 'operator' } as const,
            at,
            body: bodyOf(kind === 'observer' ? observerInterest : supportRequest, wanted, deferredTo),
            standard: service.standard,
            forms: FORMS,
          }
          const failure = await service.db
            .transaction(tx => moveCase(tx, move))
            .then(
              () => undefined,
              (error: unknown) => error,
            )
          const allowed = exits.some(exit => exit.name === wanted)
          const after = await caseNow(reference)
          expect(failure instanceof Problem ? failure.code : failure).toBe(
            allowed ? undefined : 'transition-not-allowed',
          )
          expect(after.state).toBe(allowed ? transitionNamed(wanted).to : before.state)
          expect(after.version).toBe(before.version + Number(allowed))
          expect(allowed ? null : after).toEqual(allowed ? null : before)
          // What happened before stays as it was written.
          expect((await eventsOf(id)).slice(0, trail.length)).toEqual(trail)
          await expectRules(reference, id)
        }
      }),
      { numRuns: 25 },
    )
  },
)

test('of many steps at once on one case each is taken whole or not at all', async () => {
  const lead = await service.person(['lead'])
  service.clock.set('2026-03-02T10:00:00Z')
  for (let round = 0; round < 3; round += 1) {
    const { reference } = (await service.submitObserver()).json()
    const { id } = await caseNow(reference)
    const post = (resource: string, payload: object) =>
      service.app.inject({
        method: 'POST',
        url: `/api/v1/cases/${reference}/${resource}`,
        payload,
        headers: lead.headers,
      })
    await service.openTo(lead, reference)
    const responses = await Promise.all([
      post('review', {}),
      post('question', { question: 'Who?' }),
      post('withdrawal', { reason: 'Withdrawn.' }),
      post('spam', { reason: 'Spam.' }),
      post('notes', { note: 'One.' }),
      post('notes', { note: 'Two.' }),
      post('recusal', { reason: 'Cousin.' }),
      post('delay', { until: '2026-12-01', reason: 'Illness.' }),
    ])
    for (const response of responses)
      expect([200, 204, 404, 409], response.body).toContain(response.statusCode)
    const taken = responses.filter(response => response.statusCode < 300).length
    expect((await caseNow(reference)).version).toBe(2 + taken)
    await expectRules(reference, id)
    // Who recused themselves is out of the next rounds.
    await service.pool.query(`delete from conflicts where staff_id = $1`, [lead.id])
  }
})
