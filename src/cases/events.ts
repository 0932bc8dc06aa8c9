import { defineEvent, type EventDefinition } from '../events/define-event.ts'
import type { Transition } from './lifecycle.ts'

export const SUBMISSION_RECEIVED = defineEvent('submission.received', 'route-case', 'notify')
export const CASE_ASSIGNED = defineEvent('case.assigned', 'notify')
export const CASE_UNROUTABLE = defineEvent('case.unroutable', 'notify')
export const NO_CONFLICT_DECLARED = defineEvent('case.no-conflict-declared')
export const NOTE_ADDED = defineEvent('note.added')
/** The note before it names people: they are told. */
export const PEOPLE_MENTIONED = defineEvent('note.people-mentioned', 'notify')
export const MESSAGE_SENT = defineEvent('message.sent', 'notify')
/** From the applicant, who was not asked: `details.way` says how, `details.documents` names what came with it. */
export const MESSAGE_RECEIVED = defineEvent('message.received', 'notify')
/** On the case that goes on; the duplicate has its own event. */
export const DUPLICATE_JOINED = defineEvent('case.duplicate-joined')
export const DUPLICATE_LEFT = defineEvent('case.duplicate-left')
// One that was merged before anybody had it needs somebody now.
export const CASE_UNMERGED = defineEvent('case.unmerge', 'route-case', 'notify')
export const HOLD_REMINDED = defineEvent('case.hold-reminded', 'notify')
export const CASE_DUE_SOON = defineEvent('case.due-soon', 'notify')
export const CASE_OVERDUE = defineEvent('case.overdue', 'notify')
export const CASE_ESCALATED = defineEvent('case.escalated', 'notify')
export const CASE_DELAYED = defineEvent('case.delayed', 'notify')
export const REVIEWER_ASKED = defineEvent('case.reviewer-asked', 'notify')
export const REVIEWER_RECUSED = defineEvent('case.recused', 'route-case', 'notify')
export const CASE_TAGGED = defineEvent('case.tagged')
export const CASE_UNTAGGED = defineEvent('case.untagged')
export const CASE_RELEASED = defineEvent('case.released')
export const PERSONAL_DATA_ERASED = defineEvent('personal-data.erased')

/** The event of a transition: `case.decided` for each of the decisions, else `case.` and the transition's name. */
export function eventOfTransition(transition: Pick<Transition, 'name' | 'resource'>): EventDefinition {
  if (transition.resource === 'decision') return defineEvent('case.decided', 'notify')
  // Whoever had it has it again; a case that was closed before anybody did needs somebody now.
  if (transition.name === 'reopen') return defineEvent('case.reopen', 'route-case', 'notify')
  return defineEvent(`case.${transition.name}`, 'notify')
}
