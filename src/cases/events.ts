import { defineEvent, type EventDefinition } from '../events/define-event.ts'
import type { Transition } from './lifecycle.ts'

export const SUBMISSION_RECEIVED = defineEvent('submission.received', 'route-case', 'notify')
/** The same, where signs of spam hold it for a person: it is not routed, and nobody but the applicant is told. */
export const SUBMISSION_HELD = defineEvent('submission.received', 'notify')
/** A person has looked at it: from here on it goes the way of any other. */
export const QUARANTINE_LIFTED = defineEvent('quarantine.lifted', 'route-case', 'notify')
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
/** The same, where it was held before it was merged, and is held again: nobody is told. */
export const CASE_UNMERGED_HELD = defineEvent('case.unmerge')
/** Closed by mistake while it was held, and held again: nobody had looked at it, and nobody is told. */
export const CASE_HELD_AGAIN = defineEvent('case.hold-again')
export const CONTACT_CORRECTED = defineEvent('contact.corrected', 'notify')
/** An address that the applicant has yet to confirm by the link that is sent there. */
export const ADDRESS_GIVEN = defineEvent('contact.address-given', 'notify')
export const ADDRESS_CHANGED = defineEvent('contact.address-changed', 'notify')
/** Staff corrected one that was mistyped. */
export const ADDRESS_CORRECTED = defineEvent('contact.address-corrected', 'notify')
/** Somebody wants a link to the applicant's page; it goes to the applicant. */
export const LINK_ASKED = defineEvent('applicant.link-asked', 'notify')
export const LINKS_STOPPED = defineEvent('applicant.links-stopped')
export const ANOTHER_LOOK_ASKED = defineEvent('applicant.another-look-asked', 'notify')
export const FEEDBACK_GIVEN = defineEvent('applicant.feedback-given')
export const ERASURE_ASKED = defineEvent('applicant.erasure-asked', 'notify')
export const ERASURE_CONFIRMED = defineEvent('applicant.erasure-confirmed', 'notify')
/** A virus was found in a file that came with the case: `details.documentId`. */
export const DOCUMENT_INFECTED = defineEvent('document.infected', 'notify')
/** A person says no to what the applicant asked for: `details.request`. */
export const REQUEST_REFUSED = defineEvent('applicant.request-refused', 'notify')
export const HOLD_REMINDED = defineEvent('case.hold-reminded', 'notify')
/** The term of an observer is over soon. */
export const STATUS_ENDING = defineEvent('case.status-ending', 'notify')
export const CASE_DUE_SOON = defineEvent('case.due-soon', 'notify')
export const CASE_OVERDUE = defineEvent('case.overdue', 'notify')
export const CASE_ESCALATED = defineEvent('case.escalated', 'notify')
export const CASE_DELAYED = defineEvent('case.delayed', 'notify')
export const REVIEWER_ASKED = defineEvent('case.reviewer-asked', 'notify')
export const REVIEWER_RECUSED = defineEvent('case.recused', 'route-case', 'notify')
/** Theirs were all routed anew: they are to get no more cases, and keep none. */
export const ASSIGNEE_SUSPENDED = defineEvent('case.assignee-suspended', 'route-case')
/** `details.why`: not a reviewer any more, or with a conflict of interest by now. */
export const ASSIGNEE_UNFIT = defineEvent('case.assignee-unfit', 'route-case')
export const CASE_TAGGED = defineEvent('case.tagged')
export const CASE_UNTAGGED = defineEvent('case.untagged')
export const CASE_RELEASED = defineEvent('case.released')
/** `details.answersHash`: of the answers that are left, with a salt of their own. */
export const ACCESS_NEEDS_ERASED = defineEvent('access-needs.erased')
export const PERSONAL_DATA_ERASED = defineEvent('personal-data.erased')

const ROUTED: readonly string[] = ['reopen', 'return']

/** The event of a transition: `case.decided` for each of the decisions, else `case.` and the transition's name. */
export function eventOfTransition(transition: Pick<Transition, 'name' | 'resource'>): EventDefinition {
  if (transition.resource === 'decision') return defineEvent('case.decided', 'notify')
  // Whoever had it has it again, if they still may; a case that nobody had, or has any more, needs somebody now.
  if (ROUTED.includes(transition.name)) return defineEvent(`case.${transition.name}`, 'route-case', 'notify')
  return defineEvent(`case.${transition.name}`, 'notify')
}
