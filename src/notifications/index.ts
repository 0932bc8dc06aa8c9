// THE LIST of the emails that the service sends by itself. Another one is one file and one line here.
import { addressChanged } from './applicant/address-changed.ts'
import { addressCorrected } from './applicant/address-corrected.ts'
import { anotherLookReceived } from './applicant/another-look-received.ts'
import { answerReceived } from './applicant/answer-received.ts'
import { confirmAddress } from './applicant/confirm-address.ts'
import { confirmErasure } from './applicant/confirm-erasure.ts'
import { contactCorrected } from './applicant/contact-corrected.ts'
import { decision } from './applicant/decision.ts'
import { delay } from './applicant/delay.ts'
import { duplicate } from './applicant/duplicate.ts'
import { erasureReceived } from './applicant/erasure-received.ts'
import { followLink } from './applicant/follow-link.ts'
import { holdReminder } from './applicant/hold-reminder.ts'
import { inReview } from './applicant/in-review.ts'
import { lapsed } from './applicant/lapsed.ts'
import { meetingCancelled } from './applicant/meeting-cancelled.ts'
import { meetingChanged } from './applicant/meeting-changed.ts'
import { meetingInvitationWithdrawn } from './applicant/meeting-invitation-withdrawn.ts'
import { meetingInvitation } from './applicant/meeting-invitation.ts'
import { message } from './applicant/message.ts'
import { messageReceived } from './applicant/message-received.ts'
import { moreInformationNeeded } from './applicant/more-information-needed.ts'
import { observerAdmitted } from './applicant/observer-admitted.ts'
import { observerEnded } from './applicant/observer-ended.ts'
import { observerRenewed } from './applicant/observer-renewed.ts'
import { observerStatusEnding } from './applicant/observer-status-ending.ts'
import { questionTakenBack } from './applicant/question-taken-back.ts'
import { receipt } from './applicant/receipt.ts'
import { receiptHeld } from './applicant/receipt-held.ts'
import { released } from './applicant/released.ts'
import { reopened } from './applicant/reopened.ts'
import { requestRefused } from './applicant/request-refused.ts'
import { separated } from './applicant/separated.ts'
import { supportDelivered } from './applicant/support-delivered.ts'
import { supportContinues } from './applicant/support-continues.ts'
import { supportStarted } from './applicant/support-started.ts'
import { withdrawn } from './applicant/withdrawn.ts'
import type { Notification } from './define-notification.ts'
import { requestMade } from './point-of-contact/request-made.ts'
import { anotherLookAsked } from './staff/another-look-asked.ts'
import { applicantReplied } from './staff/applicant-replied.ts'
import { applicantWithdrew } from './staff/applicant-withdrew.ts'
import { applicantWrote } from './staff/applicant-wrote.ts'
import { assigned } from './staff/assigned.ts'
import { bounce } from './staff/bounce.ts'
import { deliveryUncertain } from './staff/delivery-uncertain.ts'
import { documentInfected } from './staff/document-infected.ts'
import { dueSoon } from './staff/due-soon.ts'
import { erasureAsked } from './staff/erasure-asked.ts'
import { escalated } from './staff/escalated.ts'
import { mentioned } from './staff/mentioned.ts'
import { overdue } from './staff/overdue.ts'
import { recommendationWaiting } from './staff/recommendation-waiting.ts'
import { recusal } from './staff/recusal.ts'
import { reviewerAsked } from './staff/reviewer-asked.ts'
import { unroutable } from './staff/unroutable.ts'

export const NOTIFICATIONS: readonly Notification[] = [
  receipt,
  receiptHeld,
  released,
  inReview,
  moreInformationNeeded,
  questionTakenBack,
  holdReminder,
  message,
  answerReceived,
  messageReceived,
  delay,
  decision,
  observerAdmitted,
  observerStatusEnding,
  observerRenewed,
  observerEnded,
  meetingInvitation,
  meetingChanged,
  meetingCancelled,
  meetingInvitationWithdrawn,
  supportStarted,
  supportContinues,
  supportDelivered,
  withdrawn,
  lapsed,
  duplicate,
  reopened,
  separated,
  followLink,
  contactCorrected,
  confirmAddress,
  addressChanged,
  addressCorrected,
  anotherLookReceived,
  confirmErasure,
  erasureReceived,
  requestRefused,
  requestMade,
  assigned,
  unroutable,
  applicantReplied,
  applicantWrote,
  applicantWithdrew,
  anotherLookAsked,
  erasureAsked,
  documentInfected,
  dueSoon,
  overdue,
  escalated,
  recommendationWaiting,
  recusal,
  reviewerAsked,
  mentioned,
  bounce,
  deliveryUncertain,
]
