// When the next action on a case is due, from the rule of its state and our service standard.
import type { Hold } from './tables.ts'
import { dueAfterHolds, type ServiceStandard } from './service-standard.ts'
import { STATE, type State } from './states.ts'
import { addWorkingDays, endOfDay } from './working-days.ts'

interface Timing {
  kind: 'observer' | 'support'
  /** From when the decision's time runs: the receipt, or a reopening. */
  clockStartedAt: Date
  holds: readonly Hold[]
  deferredTo: string | null
}

/** The moment at which the decision is due, or none while the clock stands still. */
function decisionDue(timing: Timing, now: Date, standard: ServiceStandard): Date | null {
  return decisionClock(timing, now, standard).dueAt
}

/** The decision's due date with its arithmetic: every day counted, and every day left out and why. */
export const decisionClock = (timing: Timing, now: Date, standard: ServiceStandard) =>
  dueAfterHolds({
    start: timing.clockStartedAt,
    days: standard.decisionDays[timing.kind],
    holds: timing.holds.map(hold => ({
      from: new Date(hold.from),
      to: hold.to === null ? null : new Date(hold.to),
    })),
    now,
    standard,
  })

/** The due date of a case that enters the state now; none where nobody has to move. */
export function dueOnEntering(
  state: State,
  timing: Timing,
  now: Date,
  standard: ServiceStandard,
): Date | null {
  switch (STATE[state].due) {
    case 'first-look':
      return addWorkingDays(now, standard.firstLookDays, standard)
    case 'decision':
      return decisionDue(timing, now, standard)
    case 'hold':
      return addWorkingDays(now, standard.holdLapseDays, standard)
    case 'deferred-to':
      return endOfDay(timing.deferredTo ?? now.toISOString().slice(0, 10), standard)
    case 'next-step':
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
export const reminderOnEntering = (state: State, now: Date, standard: ServiceStandard): Date | null =>
  STATE[state].due === 'hold' ? addWorkingDays(now, standard.holdReminderDays, standard) : null
