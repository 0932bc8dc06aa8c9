// What happened on a case and who did it, in the words of the desk: for its timeline and for the audit trail.
import type { Actor, EventDefinition } from '../events/define-event.ts'
import type * as defined from './events.ts'
import type { TRANSITIONS, TransitionName } from './lifecycle.ts'

type Decision = Extract<(typeof TRANSITIONS)[number], { resource: 'decision' }>['name']
type OfTransition = 'case.decided' | `case.${Exclude<TransitionName, Decision>}`
type OfCase = Extract<(typeof defined)[keyof typeof defined], EventDefinition>['type']

/** By type of event; those of the office have none. Of a case's own events the compiler misses the one that is left out. */
export const EVENT_TITLES: Readonly<Record<OfTransition | OfCase, string> & Record<string, string>> = {
  'submission.received': 'Received',
  'quarantine.lifted': 'Released from quarantine: no spam',
  'case.hold-again': 'Held again: it was closed by mistake',
  'case.assigned': 'Assigned',
  'case.unroutable': 'Left in the triage queue: no rule found a reviewer',
  'case.start-review': 'Review started',
  'case.ask': 'Applicant asked',
  'case.answer': 'Applicant answered',
  'case.recommend': 'Recommended',
  'case.return': 'Returned to the reviewer',
  'case.decided': 'Decided',
  'case.resume': 'Taken up again',
  'case.admit': 'Admitted as observer',
  'case.renew': 'Observer status renewed',
  'case.status-ending': 'Applicant asked whether to continue as an observer',
  'case.end': 'Observer status ended',
  'meeting.invited': 'Invited to a meeting',
  'meeting.changed': 'Told of a change of a meeting',
  'meeting.cancelled': 'Told that a meeting is cancelled',
  'meeting.invitation-withdrawn': 'Invitation to a meeting taken back',
  'case.start-support': 'Support started',
  'case.report-progress': 'Progress reported',
  'case.deliver': 'Support delivered',
  'case.withdraw': 'Withdrawn',
  'case.lapse': 'Lapsed: no answer came',
  'case.mark-duplicate': 'Closed as duplicate',
  'case.mark-spam': 'Closed as spam',
  'case.unmerge': 'Taken out again: no duplicate',
  'case.duplicate-joined': 'A duplicate was merged into it',
  'case.duplicate-left': 'A duplicate was taken out again',
  'message.sent': 'Message to the applicant',
  'message.received': 'Message from the applicant',
  'contact.corrected': 'Applicant corrected their contact details',
  'contact.address-given': 'Applicant gave a new address, not confirmed yet',
  'contact.address-changed': 'Applicant confirmed their new address',
  'contact.address-corrected': 'Applicant’s address corrected',
  'applicant.link-asked': 'A link to the applicant’s page was asked for',
  'applicant.links-stopped': 'Links to the applicant’s page stopped',
  'applicant.another-look-asked': 'Applicant asked for another look',
  'applicant.feedback-given': 'Feedback from the applicant',
  'applicant.erasure-asked': 'Applicant wants their data erased, not confirmed yet',
  'applicant.erasure-confirmed': 'Applicant confirmed that their data is to be erased',
  'applicant.request-refused': 'What the applicant asked for was refused',
  'case.reopen': 'Reopened',
  'case.no-conflict-declared': 'Declared no conflict of interest',
  'case.reviewer-asked': 'Asked for a recommendation',
  'case.take-back': 'Question taken back',
  'case.released': 'Taken from its assignee',
  'case.assignee-suspended': 'Taken from its assignee, who was suspended',
  'case.assignee-unfit': 'Taken from its assignee, who may no longer work on it',
  'case.tagged': 'Tagged',
  'case.untagged': 'Tag taken off',
  'case.recused': 'A reviewer stepped back',
  'case.due-soon': 'Due soon',
  'case.overdue': 'Overdue',
  'case.escalated': 'Escalated to the leads',
  'case.delayed': 'Applicant told of a delay',
  'case.hold-reminded': 'Applicant reminded',
  'note.added': 'Note',
  'note.people-mentioned': 'Told of the note',
  'delivery.refused': 'An email was refused',
  'delivery.uncertain': 'An email may not have arrived',
  'document.infected': 'A virus was found in a file',
  'access-needs.erased': 'Access needs erased',
  'personal-data.erased': 'Personal data erased',
}

const SYSTEM: Readonly<Record<Extract<Actor, { kind: 'system' }>['id'], string>> = {
  intake: 'Intake',
  router: 'Routing rules',
  clock: 'The clock',
  mail: 'Mail',
  scanner: 'Virus scanner',
  operator: 'An operator',
}

/** `names` are keyed by staff id. */
export function whoDid(actor: Actor, names: ReadonlyMap<string, string>): string {
  if (actor.kind === 'applicant') return 'Applicant'
  if (actor.kind === 'staff') return names.get(actor.id) ?? 'Someone who has left'
  return SYSTEM[actor.id]
}
