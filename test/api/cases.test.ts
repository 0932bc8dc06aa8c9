// Working a case by its steps: what each needs, what it changes, and what it refuses.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testService, type TestService } from '../support/service.ts'
import { observerInterest } from '../../src/forms/observer-interest/form.ts'
import { supportRequest } from '../../src/forms/support-request/form.ts'
import { decision, recommendation, working } from './cases-steps.ts'

let service: TestService
let lead: ReturnType<typeof working>
let person: Awaited<ReturnType<TestService['person']>>
beforeAll(async () => {
  service = await testService({ workers: false })
  person = await service.person(['lead'])
  lead = working(service, person)
})
afterAll(() => service.close())

const observer = async (): Promise<string> => (await service.submitObserver()).json().reference
const support = async (): Promise<string> => (await service.submitSupport()).json().reference
const inReview = async () => {
  const reference = await observer()
  expect((await lead.post(reference, 'review')).statusCode).toBe(200)
  return reference
}
/** A support request, on which somebody else than the lead has recommended. */
async function recommendedSupport() {
  const reference = await support()
  const colleague = working(service, await service.person(['lead']))
  await colleague.post(reference, 'review')
  expect((await colleague.post(reference, 'recommendation', recommendation(supportRequest))).statusCode).toBe(
    200,
  )
  return reference
}
const pointersOf = (response: { json(): { errors: { pointer: string }[] } }) =>
  response.json().errors.map(error => error.pointer)

async function expectUnchanged(reference: string, step: () => Promise<unknown>): Promise<void> {
  const before = await lead.read(reference)
  const trail = await lead.trail(reference)
  await step()
  expect(await lead.read(reference)).toEqual(before)
  expect(await lead.trail(reference)).toEqual(trail)
}

test('an observer’s case is worked from receipt to the end, each step an event', async () => {
  const reference = await observer()
  const steps: [string, object, string][] = [
    ['review', {}, 'in-review'],
    ['question', { question: 'Who will attend?' }, 'awaiting-applicant'],
    ['answer', { answer: 'Aminata.' }, 'in-review'],
    ['recommendation', recommendation(observerInterest), 'recommended'],
    ['return', { reason: 'What of the budget?' }, 'in-review'],
    ['recommendation', recommendation(observerInterest), 'recommended'],
    ['decision', decision('accept'), 'accepted'],
    ['admission', {}, 'active'],
    ['end', { reason: 'The network has dissolved.' }, 'ended'],
    ['reopening', { reason: 'It has not.' }, 'in-review'],
    ['decision', decision('decline'), 'declined'],
  ]
  for (const [resource, body, state] of steps) {
    const response = await lead.post(reference, resource, body)
    expect(response.statusCode, `${resource}: ${response.body}`).toBe(200)
    expect(response.json().state).toBe(state)
  }
  const trail = await lead.trail(reference)
  expect(trail.map(event => event.position)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1))
  expect((await lead.read(reference)).version).toBe(13)
  expect(trail.at(-1)).toMatchObject({
    type: 'case.decided',
    details: { reasonCode: 'outside-remit', outcome: 'decline' },
  })
  expect(trail[3]?.words).toEqual({ question: 'Who will attend?' })
  expect(JSON.stringify(trail.map(event => event.details))).not.toContain('Aminata')
})

test('a support case is worked to delivery', async () => {
  const reference = await recommendedSupport()
  for (const [resource, body] of [
    ['decision', decision('accept')],
    ['support', {}],
    ['delivery', { reason: 'Three meetings were held.' }],
  ] as const) {
    expect((await lead.post(reference, resource, body)).statusCode).toBe(200)
  }
  expect(await lead.read(reference)).toMatchObject({ state: 'delivered', dueAt: null, whoseMove: 'nobody' })
})

test('the steps of the other form are not possible', async () => {
  const [one, other] = [await inReview(), await recommendedSupport()]
  for (const reference of [one, other]) await lead.post(reference, 'decision', decision('accept'))
  for (const [reference, resource] of [
    [one, 'support'],
    [other, 'admission'],
  ] as const) {
    await expectUnchanged(reference, async () => {
      const response = await lead.post(reference, resource)
      expect(response.statusCode).toBe(409)
      expect(response.json().code).toBe('transition-not-allowed')
    })
  }
})

test('the case names the steps that its reader can take now', async () => {
  const reference = await observer()
  const names = async (reader: ReturnType<typeof working>) =>
    (await reader.read(reference)).nextSteps.map((step: { name: string }) => step.name)
  const coordinator = working(service, await service.person(['coordinator']))
  expect(new Set(await names(lead))).toEqual(
    new Set(['start-review', 'ask', 'withdraw', 'mark-duplicate', 'mark-spam']),
  )
  await lead.post(reference, 'review')
  expect(await names(coordinator)).not.toContain('accept')
  expect(await names(lead)).toContain('accept')
})

describe('a decision', () => {
  test('without its reasons is refused with every field that is missing', async () => {
    const reference = await inReview()
    await expectUnchanged(reference, async () => {
      const response = await lead.post(reference, 'decision', { outcome: 'decline' })
      expect(response.statusCode).toBe(422)
      expect(new Set(pointersOf(response))).toEqual(
        new Set(['/reasonCode', '/reason', '/wouldChange', '/anotherLook']),
      )
    })
  })

  test.each([
    ['accept', 'no-capacity'],
    ['decline', 'meets-criteria'],
    ['redirect', 'conduct'],
    ['defer', 'outside-remit'],
    ['accept', 'because'],
  ])('to %s takes no reason of another outcome: %s', async (outcome, reasonCode) => {
    const reference = await inReview()
    await expectUnchanged(reference, async () => {
      const response = await lead.post(reference, 'decision', decision(outcome, { reasonCode }))
      expect(response.statusCode).toBe(422)
      expect(pointersOf(response)).toEqual(['/reasonCode'])
    })
  })

  test('takes nothing beyond what it needs', async () => {
    const reference = await inReview()
    for (const more of [{ state: 'accepted' }, { decidedBy: person.id }, { deferredTo: '2026-06-01' }]) {
      expect((await lead.post(reference, 'decision', decision('accept', more))).statusCode).toBe(422)
    }
    expect((await lead.post(reference, 'decision', decision('lapse'))).statusCode).toBe(422)
    expect((await lead.post(reference, 'decision', {})).statusCode).toBe(422)
  })

  test('to defer is for today or a later day', async () => {
    const reference = await inReview()
    await expectUnchanged(reference, async () => {
      const response = await lead.post(reference, 'decision', decision('defer', { deferredTo: '2026-03-01' }))
      expect(response.statusCode).toBe(422)
      expect(pointersOf(response)).toEqual(['/deferredTo'])
    })
    const response = await lead.post(reference, 'decision', decision('defer', { deferredTo: '2026-03-02' }))
    expect(response.json()).toMatchObject({ state: 'deferred', dueAt: '2026-03-02T23:59:59.999Z' })
  })

  test('is not for a coordinator or a reviewer', async () => {
    const reference = await inReview()
    for (const role of ['coordinator', 'reviewer'] as const) {
      const other = working(service, await service.person([role]))
      expect((await other.post(reference, 'decision', decision('accept'))).statusCode).toBe(403)
    }
  })

  test('of a case that nobody has looked at is not possible', async () => {
    const reference = await observer()
    await expectUnchanged(reference, async () => {
      const response = await lead.post(reference, 'decision', decision('accept'))
      expect(response.statusCode).toBe(409)
      expect(response.json().detail).toContain('start-review')
    })
  })

  test('taken by two at once is one decision; the other is told that they were second', async () => {
    for (let round = 0; round < 5; round += 1) {
      const reference = await inReview()
      const other = working(service, await service.person(['lead']))
      const responses = await Promise.all([
        lead.post(reference, 'decision', decision('accept')),
        other.post(reference, 'decision', decision('decline')),
      ])
      expect(responses.map(response => response.statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
      const won = responses.find(response => response.statusCode === 200)?.json().state
      expect((await lead.read(reference)).state).toBe(won)
      expect((await lead.trail(reference)).filter(event => event.type === 'case.decided')).toHaveLength(1)
    }
  })
})

describe('a duplicate', () => {
  const mark = (reference: string, original: string) =>
    lead.post(reference, 'duplicate', { original, reason: 'Sent twice.' })

  test('is one of another case', async () => {
    const [first, second] = [await observer(), await observer()]
    await expectUnchanged(second, async () => {
      for (const original of [second, 'OBS-00000']) {
        const response = await mark(second, original)
        expect(response.statusCode).toBe(422)
        expect(pointersOf(response)).toEqual(['/original'])
      }
    })
    expect((await mark(second, first)).json().state).toBe('duplicate')
  })

  test('is not one of a duplicate: a ring of them would leave no case to work on', async () => {
    const [first, second] = [await observer(), await observer()]
    await mark(second, first)
    expect((await mark(first, second)).statusCode).toBe(422)
  })

  test('that is taken up again is none any more', async () => {
    const [first, second] = [await observer(), await observer()]
    await mark(second, first)
    await lead.post(second, 'reopening', { reason: 'They differ.' })
    expect((await mark(first, second)).statusCode).toBe(200)
  })
})

describe('words of people', () => {
  test.each([
    ['NUL', 'a\u0000b'],
    ['a lone surrogate', 'a\ud800b'],
    ['nothing', '   '],
    ['too much', 'x'.repeat(8001)],
  ])('that are %s are refused everywhere', async (_, words) => {
    const reference = await inReview()
    const bodies: [string, object][] = [
      ['notes', { note: words }],
      ['question', { question: words }],
      ['recommendation', { recommendation: 'accept', reason: words }],
      ['decision', decision('accept', { wouldChange: words })],
      ['withdrawal', { reason: words }],
      ['recusal', { reason: words }],
    ]
    await expectUnchanged(reference, async () => {
      for (const [resource, body] of bodies) {
        const payload = JSON.stringify(body)
        const url = `/api/v1/cases/${reference}/${resource}`
        const headers = { ...person.headers, 'content-type': 'application/json' }
        const response = await service.app.inject({ method: 'POST', url, payload, headers })
        expect(response.statusCode, `${resource}: ${response.body}`).toBe(422)
      }
    })
  })

  test('a note stays with the staff: it moves nothing and calls for no email', async () => {
    const reference = await inReview()
    const before = await lead.read(reference)
    expect((await lead.post(reference, 'notes', { note: 'Ask Lena.' })).statusCode).toBe(204)
    expect(await lead.read(reference)).toMatchObject({ state: before.state, dueAt: before.dueAt })
    const last = (await lead.trail(reference)).at(-1)
    expect(last).toMatchObject({ type: 'note.added', words: { note: 'Ask Lena.' } })
    const { rows } = await service.pool.query(
      `select count(*)::int as n from outbox o join events e on e.id = o.event_id where e.type = 'note.added'`,
    )
    expect(rows[0]?.n).toBe(0)
  })
})

describe('an assignment', () => {
  test('to the same person again changes nothing', async () => {
    const reference = await observer()
    const reviewer = await service.person(['reviewer'])
    expect(
      (await lead.post(reference, 'assignment', { assigneeId: reviewer.id, why: 'Knows the field.' }))
        .statusCode,
    ).toBe(204)
    await expectUnchanged(reference, () => lead.post(reference, 'assignment', { assigneeId: reviewer.id }))
    expect((await lead.read(reference)).assigneeId).toBe(reviewer.id)
  })

  test('of a closed case is not possible', async () => {
    const reference = await observer()
    await lead.post(reference, 'withdrawal', { reason: 'By telephone.' })
    const reviewer = await service.person(['reviewer'])
    const response = await lead.post(reference, 'assignment', { assigneeId: reviewer.id })
    expect(response.statusCode).toBe(409)
  })
})

test('what an applicant sent never changes, whatever happens to the case', async () => {
  const reference = await observer()
  const { answers } = await lead.read(reference)
  await lead.post(reference, 'review')
  await lead.post(reference, 'withdrawal', { reason: 'By telephone.' })
  expect((await lead.read(reference)).answers).toEqual(answers)
  await expect(service.pool.query(`update submissions set answers = '{}'`)).rejects.toThrow(/refused/)
  await expect(service.pool.query(`delete from events`)).rejects.toThrow(/refused|denied/)
})

test('access needs are not for those who work the case', async () => {
  const reference = await observer()
  const view = await lead.read(reference)
  expect(JSON.stringify(view)).not.toContain('wheelchair')
})

test('a reference is taken as it is printed: capitals, and letters that cannot be confused', async () => {
  for (const reference of ['obs-7k2m4', 'OBS-7K2M', 'OBS-7K2MI', 'OBS_7K2M4', 'OBS-7K2M4x', '%27or1=1']) {
    const response = await service.app.inject({ url: `/api/v1/cases/${reference}`, headers: person.headers })
    expect([404, 422], reference).toContain(response.statusCode)
  }
})
