// When an email is sent and to whom, in words, for whoever looks after the emails.
import type { LinkPurpose } from '../../staff/sign-in/words.ts'
import type { DraftLetterName } from '../applicant/draft-letters.ts'
import type { RecipientRule } from '../define-notification.ts'

/** By type of event. */
export const TRIGGERS: Readonly<Record<string, string>> = {
  'submission.received': 'An application or a request comes in',
  'quarantine.lifted': 'Someone finds that what was held as possible spam is not spam',
  'case.start-review': 'A review begins',
  'case.resume': 'A deferred case is taken up again',
  'case.reopen': 'A closed case is reopened',
  'case.ask': 'We ask the applicant for something',
  'case.take-back': 'We take back what we asked the applicant for',
  'case.answer': 'The applicant answers our question',
  'case.hold-reminded': 'The applicant has not answered for some working days',
  'case.lapse': 'The applicant never answered, and the case lapses',
  'message.sent': 'Someone writes to the applicant from the case',
  'message.received': 'The applicant writes without having been asked',
  'applicant.link-asked': 'The applicant, or somebody who knows reference and address, asks for a link',
  'contact.corrected': 'The applicant corrects name, telephone or language',
  'contact.address-given': 'The applicant gives a new address',
  'contact.address-changed': 'The applicant’s new address is confirmed',
  'contact.address-corrected': 'Staff correct a mistyped address',
  'applicant.another-look-asked': 'The applicant asks for another look',
  'applicant.erasure-asked': 'The applicant asks us to erase their data',
  'applicant.erasure-confirmed': 'The applicant confirms that their data is to be erased',
  'applicant.request-refused': 'We say no to what the applicant asked for',
  'document.infected': 'A virus is found in a file that came with a case',
  'case.delayed': 'We see that a promised date will be missed',
  'case.decided': 'A decision is taken',
  'case.admit': 'An observer is admitted',
  'case.status-ending': 'The term of an observer is over in some working days',
  'case.renew': 'The time of an observer is extended',
  'case.end': 'The time of an observer ends',
  'meeting.invited': 'An observer is invited to a meeting',
  'meeting.changed': 'A meeting gets another title, time, place or link',
  'meeting.cancelled': 'A meeting is cancelled',
  'meeting.invitation-withdrawn': 'An invitation to a meeting is taken back',
  'case.start-support': 'The support begins',
  'case.report-progress': 'Progress of the support is reported',
  'case.deliver': 'The support has been delivered',
  'case.withdraw': 'The applicant withdraws',
  'case.mark-duplicate': 'A case is joined to an earlier one',
  'case.unmerge': 'A joined case is separated again',
  'case.assigned': 'A case is assigned to somebody',
  'case.unroutable': 'No rule finds anybody for a case',
  'case.due-soon': 'The next action on a case falls due soon',
  'case.overdue': 'The next action on a case is overdue',
  'case.escalated': 'A case has been overdue for some working days',
  'case.recommend': 'Someone recommends how to decide',
  'case.recused': 'Someone steps back from a case for a conflict of interest',
  'case.reviewer-asked': 'Another reviewer is asked for a recommendation',
  'note.people-mentioned': 'Someone is mentioned in a note',
  'delivery.refused': 'An email could not be delivered',
  'delivery.uncertain': 'Nobody knows whether an email arrived',
}

/** What else has to hold, by the name of the email. */
export const CONDITIONS: Readonly<Record<string, string>> = {
  'in-review':
    'After a reopening only where the applicant had not been told of the end: it was taken for spam, or undone at once.',
  reopened: 'Not where the applicant had not been told of the end: then the review begins only now.',
  separated: 'Not where signs of spam hold it for a person again.',
  'hold-reminder': 'Only while we still wait for the answer.',
  'question-taken-back': 'Only where our question had gone out already.',
  'message-received': 'Only where the message came by email.',
  'applicant-withdrew': 'Only where the applicant did it, and nobody of the staff for them.',
  'another-look-received': 'Not where the case was taken for spam.',
  assigned: 'Only while the case is still with that person.',
  bounce: 'Not about an email that itself told of a failed one.',
  'delivery-uncertain': 'Not about an email that itself told of a failed one.',
  receipt: 'Not where signs of spam hold it for a person.',
  'receipt-held': 'Only where signs of spam hold it for a person. It repeats nothing that was typed.',
  'request-made':
    'Only where no signs of spam hold it for a person. Only of requests for support from a member whose point of contact is known.',
}

export const RECIPIENTS: Readonly<Record<RecipientRule, string>> = {
  applicant: 'The applicant',
  'given-address': 'The address that the applicant gives as their new one',
  'earlier-address': 'The address that was the applicant’s until now',
  'applicant-address': 'The applicant’s address, without a name',
  'point-of-contact': 'The point of contact of the OGP member',
  assignee: 'Whoever has the case',
  named: 'The people who are named',
  'assignee-or-coordinators': 'Whoever has the case, or else the coordinators',
  'role:coordinator': 'The coordinators, or else the leads',
  'role:lead': 'The leads, or else the coordinators',
}

export const DRAFT_TRIGGERS: Readonly<Record<DraftLetterName, string>> = {
  'draft-way-back': 'Someone who is filling in a form asks for a link to come back to it',
  'draft-reminder': 'A form that was started and not sent will be deleted in five days',
  'draft-offline-form': 'A form that was filled in without a connection comes by email',
  'offline-form-refused': 'A form that was filled in without a connection comes by email, and cannot be read',
}

export const LINK_TRIGGERS: Readonly<Record<LinkPurpose, string>> = {
  'sign-in': 'Someone asks for a link to sign in',
  invitation: 'Someone is invited to the desk',
  confirm: 'Someone is about to do something sensitive',
}
