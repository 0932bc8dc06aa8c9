// The table of transitions, judged by itself.
import { describe, expect, test } from 'vitest'
import { dueOnEntering } from '../../src/cases/due-date.ts'
import { EVENT_TITLES } from '../../src/cases/event-titles.ts'
import { eventOfTransition } from '../../src/cases/events.ts'
import { exitsFrom, TRANSITIONS, type Transition } from '../../src/cases/lifecycle.ts'
import { serviceStandard } from '../../src/cases/service-standard.ts'
import { always } from '../support/standard.ts'
import { CLOSED_STATES, OPEN_STATES, STATE, STATES, type State } from '../../src/cases/states.ts'
import { BODY_OF, REASON_CODES, reasonCodesFor } from '../../src/cases/transition-words.ts'
import { plain, stepTitle } from '../../src/triage/case/step-words.ts'
import { ROLES, may } from '../../src/staff/roles.ts'

const KINDS = ['observer', 'support'] as const
type Kind = (typeof KINDS)[number]
const table: readonly Transition[] = TRANSITIONS
const named = (name: string) => table.find(transition => transition.name === name)

/** The states that a case of this kind can be in, starting with `received`. */
function reachable(kind: Kind, except: (transition: Transition) => boolean = () => false): Set<State> {
  const found = new Set<State>(['received'])
  for (const state of found) {
    for (const exit of exitsFrom(state, kind)) if (!except(exit)) found.add(exit.to)
  }
  return found
}

describe.each(KINDS)('the life of an %s case', kind => {
  const own: Record<Kind, State[]> = { observer: ['active', 'ended'], support: ['in-progress', 'delivered'] }
  const others = own[kind === 'observer' ? 'support' : 'observer']

  test('reaches every state but those of the other kind', () => {
    expect(reachable(kind)).toEqual(new Set(STATES.filter(state => !others.includes(state))))
  })

  test('has a way out of every open state, by a person', () => {
    for (const state of OPEN_STATES.filter(state => reachable(kind).has(state))) {
      expect(
        exitsFrom(state, kind).filter(exit => exit.resource !== undefined),
        state,
      ).not.toEqual([])
    }
  })

  test('can come to its end from every open state', () => {
    for (const state of reachable(kind)) {
      if (CLOSED_STATES.includes(state)) continue
      const onward = new Set([state])
      for (const next of onward) for (const exit of exitsFrom(next, kind)) onward.add(exit.to)
      expect(
        CLOSED_STATES.some(closed => onward.has(closed)),
        state,
      ).toBe(true)
    }
  })

  test('can be taken up again from every closed state, and only by reopening', () => {
    for (const state of CLOSED_STATES)
      expect(
        exitsFrom(state, kind).map(exit => exit.name),
        state,
      ).toEqual(['reopen'])
  })

  test('is never accepted, declined, redirected or deferred without a decision', () => {
    const undecided = reachable(kind, transition => transition.resource === 'decision')
    for (const state of [
      'accepted',
      'declined',
      'redirected',
      'deferred',
      'active',
      'in-progress',
    ] as const) {
      expect(undecided.has(state), state).toBe(false)
    }
  })
})

test('no two transitions have one name, and none leads from a state to itself but a further recommendation and what goes on', () => {
  expect(new Set(table.map(transition => transition.name)).size).toBe(table.length)
  expect(table.filter(({ from, to }) => from.includes(to)).map(({ name }) => name)).toEqual([
    'recommend',
    'renew',
    'report-progress',
  ])
})

test('our own next step, which falls due for ever, can be done without ending the case', () => {
  for (const state of STATES.filter(each => ['next-step', 'term'].includes(STATE[each].due))) {
    const onward = table.filter(({ from, to }) => from.includes(state) && OPEN_STATES.includes(to))
    expect(
      onward.map(({ resource }) => resource),
      state,
    ).not.toEqual([])
  }
})

test('the desk has a name for every step of the table, and a sentence for what it brings', () => {
  for (const transition of table) {
    expect(EVENT_TITLES[eventOfTransition(transition).type], transition.name).toBeDefined()
  }
  for (const { resource } of table.filter(transition => transition.resource !== undefined)) {
    expect(stepTitle(resource ?? ''), resource).not.toBe(plain(resource ?? ''))
  }
})

test('two transitions share a resource only if their outcomes tell them apart', () => {
  const keys = table.filter(t => t.resource !== undefined).map(t => `${t.resource} ${t.outcome ?? ''}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test('a transition that shares a resource asks for the same permission as its neighbours', () => {
  for (const one of table.filter(transition => transition.resource !== undefined)) {
    for (const other of table.filter(transition => transition.resource === one.resource)) {
      expect(other.permission, other.name).toBe(one.permission)
    }
  }
})

test('every transition is taken by a person who has its permission, or by the clock alone', () => {
  for (const { name, permission, resource } of table) {
    expect(permission === undefined, name).toBe(resource === undefined)
    expect(
      ROLES.some(role => permission === undefined || may([role], permission)),
      name,
    ).toBe(true)
  }
  expect(table.filter(transition => transition.resource === undefined).map(t => t.name)).toEqual(['lapse'])
})

test('an automatic lapse follows only a question that was not answered', () => {
  expect(named('lapse')).toMatchObject({ from: ['awaiting-applicant'], to: 'lapsed' })
})

test('whoever has the move is not nobody, as long as a date is due', () => {
  for (const state of STATES) expect(STATE[state].move === 'nobody', state).toBe(STATE[state].due === 'none')
})

test('entering an open state always gives a due date that is not over, entering a closed one none', () => {
  const standard = always(serviceStandard.parse({}))
  const now = new Date('2026-03-02T10:00:00Z')
  for (const kind of KINDS) {
    for (const state of STATES) {
      const due = dueOnEntering(
        state,
        { kind, clockStartedAt: now, holds: [], deferredTo: '2026-05-01' },
        now,
        standard,
      )
      expect(due !== null && due > now, `${kind} ${state}`).toBe(OPEN_STATES.includes(state))
    }
  }
})

test('a deferral without a day is due on the day that it is where we are', () => {
  const timing = { kind: 'observer', clockStartedAt: new Date(0), holds: [], deferredTo: null } as const
  const tokyo = always(serviceStandard.parse({ timeZone: 'Asia/Tokyo' }))
  const due = dueOnEntering('deferred', timing, new Date('2026-03-02T20:00:00Z'), tokyo)
  expect(due).toEqual(new Date('2026-03-03T14:59:59.999Z'))
})

describe('a decision', () => {
  const whole = { reasonCode: 'meets-criteria', reason: 'R', wouldChange: 'W', anotherLook: 'A' }

  test.each(Object.keys(whole))('says its %s', field => {
    expect(BODY_OF.decision.safeParse(whole).success).toBe(true)
    expect(BODY_OF.decision.safeParse({ ...whole, [field]: undefined }).success).toBe(false)
    expect(BODY_OF.decision.safeParse({ ...whole, [field]: '  ' }).success).toBe(false)
  })

  test('takes a reason code of its own outcome only', () => {
    for (const transition of table.filter(t => t.outcome !== undefined)) {
      expect(reasonCodesFor(transition)).toEqual(
        REASON_CODES[transition.outcome as keyof typeof REASON_CODES],
      )
    }
    expect(new Set(table.map(t => t.outcome).filter(outcome => outcome !== undefined))).toEqual(
      new Set(Object.keys(REASON_CODES)),
    )
  })

  test('to defer says until when', () => {
    expect(BODY_OF.deferral.safeParse(whole).success).toBe(false)
    for (const deferredTo of ['2026-02-30', 'soon', '', '2026-1-1']) {
      expect(BODY_OF.deferral.safeParse({ ...whole, deferredTo }).success, deferredTo).toBe(false)
    }
    expect(BODY_OF.deferral.safeParse({ ...whole, deferredTo: '2026-05-01' }).success).toBe(true)
  })
})
