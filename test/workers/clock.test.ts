// The passing of time: each thing that comes due is recorded once, however late and however often we look.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { watchClock } from '../../src/cases/watch-clock.ts'
import { addWorkingDays } from '../../src/cases/working-days.ts'
import { supportRequest } from '../../src/forms/support-request/form.ts'
import { decision, recommendation, working } from '../api/cases-steps.ts'
import { testService, type TestService } from '../support/service.ts'

const START = '2026-03-02T10:00:00Z' // a Monday
const DAY_MS = 86_400_000

let service: TestService
let lead: ReturnType<typeof working>
beforeAll(async () => {
  service = await testService({ workers: false })
  lead = working(service, await service.person(['lead']))
})
afterAll(() => service.close())

let reference = ''
beforeEach(async () => {
  // Cases of earlier tests are out of the way: what is closed is never due.
  await service.pool.query(
    `update cases set state = 'withdrawn', due_at = null, quarantine = null where due_at is not null`,
  )
  service.clock.set(START)
  reference = (await service.submitObserver()).json().reference
})

const look = () => watchClock(service.db, service.clock.now(), service.standard)
const lookAt = (moment: string) => {
  service.clock.set(moment)
  return look()
}
/** What the clock recorded, in order. */
const recorded = async () =>
  (await lead.trail(reference))
    .map(event => event.type)
    .filter(type => /due-soon|overdue|delayed|escalated|reminded|lapse/.test(type))
const toStaff = async () => (await recorded()).filter(type => type !== 'case.delayed')
const delays = async () =>
  (await lead.trail(reference)).filter(event => event.type === 'case.delayed').map(({ details }) => details)
const step = async (resource: string, body: object = {}) => {
  const response = await lead.post(reference, resource, body)
  expect(response.statusCode, response.body).toBeLessThan(300)
}

test('a case with which the clock cannot go on stops it for no other', async () => {
  const broken = (await service.submitObserver()).json().reference
  // Before the other one in the order of dates, and its next event has a place that is taken.
  await service.pool.query(
    `update cases set version = version - 1, due_at = due_at - interval '1 minute' where reference = $1`,
    [broken],
  )
  service.clock.set('2026-03-05T12:00:00Z')
  const failed: unknown[] = []
  const log = { error: (context: unknown) => void failed.push(context) }
  await watchClock(service.db, service.clock.now(), service.standard, log)
  expect(await toStaff()).toEqual(['case.overdue'])
  const { rows } = await service.pool.query('select id from cases where reference = $1', [broken])
  expect(failed).toContainEqual(expect.objectContaining({ caseId: rows[0]?.id }))
})

describe('a first look that nobody takes', () => {
  test('is due soon, overdue and escalated, each once', async () => {
    // Received Monday, due at the end of Wednesday.
    expect(await lookAt('2026-03-02T12:00:00Z')).toBe(0)
    expect(await lookAt('2026-03-03T12:00:00Z')).toBe(1)
    expect(await recorded()).toEqual(['case.due-soon'])
    expect(await look()).toBe(0)
    expect(await toStaff()).toEqual(['case.due-soon'])
    await lookAt('2026-03-04T23:00:00Z')
    expect(await toStaff()).toEqual(['case.due-soon'])
    await lookAt('2026-03-05T00:00:01Z')
    expect(await toStaff()).toEqual(['case.due-soon', 'case.overdue'])
    expect(await lookAt('2026-03-06T12:00:00Z')).toBe(0)
    // Thursday and Friday are the two working days after which the leads hear of it.
    await lookAt('2026-03-07T00:00:01Z')
    expect(await toStaff()).toEqual(['case.due-soon', 'case.overdue', 'case.escalated'])
    await lookAt('2026-05-09T12:00:00Z')
    expect(await toStaff()).toHaveLength(3)
  })

  test('is told to the applicant once for each date that they were given, before it is over', async () => {
    // First look by Wednesday 4, answer by Monday 16 March.
    expect(await lookAt('2026-03-04T17:00:00Z')).toBe(1)
    expect(await delays()).toEqual([])
    await lookAt('2026-03-04T20:00:00Z')
    const first = {
      missed: 'first-look',
      because: 'not-looked-at',
      dueAt: '2026-03-04T23:59:59.999Z',
      newDueAt: '2026-03-06T23:59:59.999Z',
    }
    expect(await delays()).toEqual([first])
    await lookAt('2026-03-06T12:00:00Z')
    expect(await delays()).toEqual([first])
    await lookAt('2026-03-06T20:00:00Z')
    const second = {
      missed: 'decision',
      because: 'not-looked-at',
      dueAt: '2026-03-16T23:59:59.999Z',
      newDueAt: '2026-03-20T23:59:59.999Z',
    }
    expect(await delays()).toEqual([first, second])
    await lookAt('2026-03-17T12:00:00Z')
    await lookAt('2026-03-20T20:00:00Z')
    expect(await delays()).toEqual([
      first,
      second,
      { ...second, dueAt: second.newDueAt, newDueAt: '2026-04-03T23:59:59.999Z' },
    ])
    expect(await look()).toBe(0)
  })

  test('that is taken after all is late no more: the answer is due when it was', async () => {
    await lookAt('2026-03-04T20:00:00Z')
    await step('review')
    await lookAt('2026-03-06T20:00:00Z')
    expect(await delays()).toHaveLength(1)
    await lookAt('2026-03-16T20:00:00Z')
    expect((await delays()).at(-1)).toMatchObject({
      missed: 'decision',
      because: 'still-reviewing',
      dueAt: '2026-03-16T23:59:59.999Z',
    })
  })

  test('is told to nobody while the case is held as possible spam', async () => {
    await service.pool.query(`update cases set quarantine = '{disposable-address}' where reference = $1`, [
      reference,
    ])
    await lookAt('2026-03-04T20:00:00Z')
    await lookAt('2026-03-17T12:00:00Z')
    expect(await delays()).toEqual([])
  })

  test('is named anew for the next day at the earliest, whatever the standard', async () => {
    const none = (at: Date) => ({ ...service.standard(at), firstLookDays: 0 })
    service.clock.set('2026-03-04T20:00:00Z')
    await watchClock(service.db, service.clock.now(), none)
    expect((await delays()).map(({ newDueAt }) => newDueAt)).toEqual(['2026-03-05T23:59:59.999Z'])
  })
})

describe('a decision that is late', () => {
  test('is told to the applicant once, with a new date, before the old one is over', async () => {
    await step('review')
    const { dueAt } = await lead.read(reference)
    expect(dueAt).toBe('2026-03-16T23:59:59.999Z')
    await lookAt('2026-03-16T17:00:00Z')
    expect(await recorded()).not.toContain('case.delayed')
    await lookAt('2026-03-16T20:00:00Z')
    const told = (await lead.trail(reference)).find(event => event.type === 'case.delayed')
    expect(told?.details).toMatchObject({ dueAt, newDueAt: '2026-03-18T23:59:59.999Z' })
    await lookAt('2026-03-18T12:00:00Z')
    expect(await delays()).toHaveLength(1)
  })

  test('is told again when the date that was named is going to be missed as well', async () => {
    await step('review')
    await lookAt('2026-03-16T20:00:00Z')
    await lookAt('2026-03-18T20:00:00Z')
    await lookAt('2026-03-19T20:00:00Z')
    expect((await delays()).map(({ dueAt, newDueAt }) => [dueAt, newDueAt])).toEqual([
      ['2026-03-16T23:59:59.999Z', '2026-03-18T23:59:59.999Z'],
      ['2026-03-18T23:59:59.999Z', '2026-04-01T23:59:59.999Z'],
    ])
  })

  test('that a person announces is watched too, and is named for a day that is still ahead', async () => {
    await step('review')
    const until = async (day: string) =>
      lead.post(reference, 'delay', { until: day, reason: 'Two of us are ill.' })
    expect((await until('2026-03-16')).json().errors).toEqual([
      {
        pointer: '/until',
        code: 'too-early',
        message: 'Give a day after the one on which the decision is due.',
      },
    ])
    service.clock.set('2026-03-25T12:00:00Z')
    for (const day of ['2026-03-17', '2026-03-25']) {
      const refused = await until(day)
      expect([refused.statusCode, refused.json().errors]).toEqual([
        422,
        [{ pointer: '/until', code: 'too-early', message: 'Give a day after today, 2026-03-25.' }],
      ])
    }
    expect((await until('2026-03-26')).statusCode).toBe(204)
    await lookAt('2026-03-26T12:00:00Z')
    expect(await delays()).toHaveLength(1)
    await lookAt('2026-03-26T20:00:00Z')
    expect((await delays()).map(({ dueAt }) => dueAt)).toEqual([
      '2026-03-16T23:59:59.999Z',
      '2026-03-26T23:59:59.999Z',
    ])
  })

  test('that a person has announced with its reason is not announced again by the clock', async () => {
    await step('review')
    await step('delay', { until: '2026-03-25', reason: 'Two of us are ill.' })
    await lookAt('2026-03-17T12:00:00Z')
    expect((await recorded()).filter(type => type === 'case.delayed')).toHaveLength(1)
  })
})

describe('after a month in which nobody looked', () => {
  test('what is long over is overdue and escalated, and no longer due soon', async () => {
    await lookAt('2026-04-02T12:00:00Z')
    expect(await recorded()).toEqual(['case.overdue', 'case.escalated', 'case.delayed'])
    expect(await look()).toBe(0)
  })

  test('a question that was never answered lapses, without a reminder that comes too late', async () => {
    await step('question', { question: 'Who will attend?' })
    await lookAt('2026-04-15T12:00:00Z')
    expect(await recorded()).toEqual(['case.lapse'])
    expect(await lead.read(reference)).toMatchObject({ state: 'lapsed', dueAt: null })
    expect(await look()).toBe(0)
  })

  test('a backlog of hundreds is worked off in one look', async () => {
    await Promise.all(Array.from({ length: 230 }, () => service.submitSupport()))
    expect(await lookAt('2026-04-02T12:00:00Z')).toBe(3 * 231)
    expect(await look()).toBe(0)
  })
})

test('two who look at once record each thing once', async () => {
  await Promise.all(Array.from({ length: 40 }, () => service.submitSupport()))
  await step('question', { question: 'Who will attend?' })
  service.clock.set('2026-04-15T12:00:00Z')
  const counts = await Promise.all([look(), look(), look()])
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3 * 40 + 1)
  const { rows } = await service.pool.query(
    `select stream, type from events where type like 'case.%' and at = '2026-04-15T12:00:00Z' group by 1, 2 having count(*) > 1`,
  )
  expect(rows).toEqual([])
})

describe('while we wait for the applicant', () => {
  beforeEach(async () => {
    await step('review')
    service.clock.set('2026-03-04T10:00:00Z')
    await step('question', { question: 'Who will attend?' })
  })

  test('our clock stands, and the case says since when', async () => {
    const view = await lead.read(reference)
    expect(view).toMatchObject({
      state: 'awaiting-applicant',
      whoseMove: 'applicant',
      decisionClock: { dueAt: null },
    })
    expect(view.decisionClock.arithmetic).toContain('the clock is stopped while we wait for the applicant')
    await lookAt('2026-03-18T12:00:00Z')
    expect(await recorded()).not.toContain('case.overdue')
    expect(await recorded()).not.toContain('case.delayed')
  })

  test('they are reminded once after five working days, and the case lapses after twenty', async () => {
    expect(await lookAt('2026-03-11T20:00:00Z')).toBe(0)
    expect(await lookAt('2026-03-12T09:00:00Z')).toBe(1)
    expect(await recorded()).toEqual(['case.hold-reminded'])
    expect(await lookAt('2026-03-20T09:00:00Z')).toBe(0)
    expect(await lookAt('2026-04-01T23:00:00Z')).toBe(0)
    expect(await lookAt('2026-04-02T00:00:01Z')).toBe(1)
    expect(await recorded()).toEqual(['case.hold-reminded', 'case.lapse'])
  })

  test('an answer starts our clock again, and the days of waiting are not counted', async () => {
    service.clock.set('2026-03-09T10:00:00Z')
    await step('answer', { answer: 'Aminata.' })
    const { dueAt, decisionClock } = await lead.read(reference)
    // Ten working days from 2 March; 4 to 6 March were the applicant's (three working days and a weekend).
    expect(dueAt).toBe('2026-03-19T23:59:59.999Z')
    expect(decisionClock).toEqual({
      dueAt,
      arithmetic:
        'Received Monday 2 March; 10 working days; stopped 3 days while waiting for the applicant; due Thursday 19 March; by version 1 of our service standard, in force since Monday 2 March 2026.',
    })
  })

  test('a second question has a reminder of its own', async () => {
    await lookAt('2026-03-12T09:00:00Z')
    await step('answer', { answer: 'Aminata.' })
    await step('question', { question: 'And who else?' })
    await lookAt('2026-03-20T09:00:00Z')
    expect((await recorded()).filter(type => type === 'case.hold-reminded')).toHaveLength(2)
  })

  test('an answer in the very moment of the lapse is taken or refused, never lost', async () => {
    service.clock.set('2026-04-02T00:00:01Z')
    const [answered] = await Promise.all([lead.post(reference, 'answer', { answer: 'Here.' }), look()])
    const { state } = await lead.read(reference)
    expect([answered.statusCode, state]).toEqual(
      answered.statusCode === 200 ? [200, 'in-review'] : [409, 'lapsed'],
    )
  })
})

test('a case that is taken up again gets its full time again, and is due soon and overdue anew', async () => {
  await step('review')
  await step('decision', decision('decline'))
  service.clock.set('2026-06-01T10:00:00Z')
  expect(await look()).toBe(0)
  await step('reopening', { reason: 'New facts.' })
  expect((await lead.read(reference)).dueAt).toBe('2026-06-15T23:59:59.999Z')
  await lookAt('2026-06-16T10:00:00Z')
  expect(await recorded()).toContain('case.overdue')
})

test('a deferred case falls due on the day to which it was deferred', async () => {
  await step('review')
  await step('decision', decision('defer', { deferredTo: '2026-05-04' }))
  expect(await lookAt('2026-04-30T10:00:00Z')).toBe(0)
  expect(await lookAt('2026-05-04T10:00:00Z')).toBe(1)
  expect(await recorded()).toEqual(['case.due-soon'])
})

/** Somebody else recommends, as the form for support asks for. */
async function recommended() {
  const other = working(service, await service.person(['lead']))
  const response = await other.post(reference, 'recommendation', recommendation(supportRequest))
  expect(response.statusCode, response.body).toBe(200)
}

test.each([
  ['observer', 'admission', 'renewal', 'case.renew', 'active', 120],
  ['support', 'support', 'progress', 'case.report-progress', 'in-progress', 20],
] as const)(
  'what goes on is due again: of an %s case after its %s by its %s',
  async (kind, begin, goOn, type, state, days) => {
    if (kind === 'support') reference = (await service.submitSupport()).json().reference
    await step('review')
    if (kind === 'support') await recommended()
    await step('decision', decision('accept'))
    await step(begin)
    const end = new Date((await lead.read(reference)).dueAt)
    const late = new Date(end.getTime() + 5 * DAY_MS)
    await lookAt(late.toISOString())
    expect((await recorded()).slice(-2)).toEqual(['case.overdue', 'case.escalated'])
    await step(goOn, { reason: 'They came to every meeting.' })
    const dueAt = addWorkingDays(late, days, service.standard(late)).toISOString()
    expect(await lead.read(reference)).toMatchObject({ state, dueAt })
    expect((await lead.trail(reference)).at(-1)).toMatchObject({
      type,
      details: { from: state, to: state, dueAt },
      words: { reason: 'They came to every meeting.' },
    })
    expect(await look()).toBe(0)
    await lookAt(new Date(new Date(dueAt).getTime() + 1).toISOString())
    expect((await recorded()).filter(each => each === 'case.overdue')).toHaveLength(2)
    await step(goOn, { reason: 'Again.' })
  },
)

test('a closed case is never due', async () => {
  await step('withdrawal', { reason: 'By telephone.' })
  service.clock.advance(365 * DAY_MS)
  expect(await look()).toBe(0)
})
