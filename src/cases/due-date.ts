// When the next action on a case is due, from the rule of its state and our service standard.
import type { Hold } from './tables.ts'
import { dueAfterHolds } from './service-standard.ts'
import type { StandardAt } from './standards.ts'
import { STATE, type State } from './states.ts'
import { addWorkingDays, dayOf, endOfDay, isoDate } from './working-days.ts'

interface Timing {
  kind: 'observer' | 'support'
  /** From when the decision's time runs: the receipt, or a reopening. */
  clockStartedAt: Date
  holds: readonly Hold[]
  deferredTo: string | null
}

/**
 * The decision's due date with its arithmetic: every day counted, every day left out and why, and by which standard. It is
 * the one that was in force when the clock started: what was promised then is kept, whatever is published later.
 */
export function decisionClock(timing: Timing, now: Date, standardAt: StandardAt) {
  const standard = standardAt(timing.clockStartedAt)
  const { dueAt, arithmetic } = dueAfterHolds({
    start: timing.clockStartedAt,
    days: standard.decisionDays[timing.kind],
    holds: timing.holds.map(hold => ({
      from: new Date(hold.from),
      to: hold.to === null ? null : new Date(hold.to),
    })),
    now,
    standard,
  })
  const inForceFrom = isoDate(dayOf(standard.inForceFrom, standard))
  return { dueAt, arithmetic: { ...arithmetic, standard: { version: standard.version, inForceFrom } } }
}

/** The due date of a case that enters the state now; none where nobody has to move. */
export function dueOnEntering(state: State, timing: Timing, now: Date, standardAt: StandardAt): Date | null {
  const standard = standardAt(now)
  switch (STATE[state].due) {
    case 'first-look':
      return addWorkingDays(now, standard.firstLookDays, standard)
    case 'decision':
      return decisionClock(timing, now, standardAt).dueAt
    case 'hold':
      return addWorkingDays(now, standard.holdLapseDays, standard)
    case 'deferred-to':
      return endOfDay(timing.deferredTo ?? isoDate(dayOf(now, standard)), standard)
    case 'next-step':
    case 'term':
      return addWorkingDays(now, standard.nextStepDays[state as keyof typeof standard.nextStepDays], standard)
    case 'none':
      return null
  }
}

/** Closes the hold that is open and opens one where the state waits for the applicant. */
export function holdsOnEntering(state: State, holds: readonly Hold[], now: Date): Hold[] {
  const closed = holds.map(hold => (hold.to === null ? { ...hold, to: now.toISOString() } : hold))
  return STATE[state].due === 'hold' ? [...closed, { from: now.toISOString(), to: null }] : closed
}

/** When the applicant is reminded of our question; none in a state that does not wait for them. */
export function reminderOnEntering(state: State, now: Date, standardAt: StandardAt): Date | null {
  const standard = standardAt(now)
  return STATE[state].due === 'hold' ? addWorkingDays(now, standard.holdReminderDays, standard) : null
}
