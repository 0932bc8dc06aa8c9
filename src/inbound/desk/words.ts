// What is said on the desk about messages that came in.
import type { AutomaticReason, FormReason, MailState, QuarantineReason } from '../states.ts'

export const STATE_WORDS: Readonly<Record<MailState, { label: string; tone: '' | 'good' | 'warn' }>> = {
  waiting: { label: 'Coming in', tone: '' },
  answer: { label: 'Answer', tone: 'good' },
  message: { label: 'Message', tone: 'good' },
  form: { label: 'Form by mail', tone: 'good' },
  bounce: { label: 'Returned email', tone: 'warn' },
  automatic: { label: 'By a machine', tone: '' },
  duplicate: { label: 'Came twice', tone: '' },
  loop: { label: 'Our own email', tone: '' },
  quarantined: { label: 'To be sorted', tone: 'warn' },
  attached: { label: 'Put on a case', tone: 'good' },
  discarded: { label: 'Discarded', tone: '' },
}

const REASON_WORDS: Readonly<Record<QuarantineReason | AutomaticReason | FormReason, string>> = {
  'too-large': 'Larger than 25 MB: only its header was kept. Ask for it in parts.',
  unreadable: 'It could not be read as an email.',
  'same-id': 'Another message came under the same id, and says something else.',
  'too-many': 'More than ten messages came from this address within an hour.',
  'no-author': 'It names no author, or several.',
  forged: 'A mail server on its way found that the sender’s address is forged.',
  'no-address': 'It came without the address that our emails ask answers to.',
  'wrong-signature': 'Someone has made up the address that it came to.',
  'several-cases': 'It was sent to the addresses of several cases.',
  'no-case': 'The case that its address names does not exist.',
  'closed-to-mail': 'The case no longer takes messages: it is spam, or its personal data was erased.',
  'other-case': 'It answers an email about another case than the one that its address names.',
  'other-sender': 'It was not sent from the applicant’s address.',
  'no-words': 'It says nothing, and has no files.',
  failed: 'Taking it in failed several times. The log says why.',
  'auto-submitted': 'An automatic answer.',
  bulk: 'A mailing.',
  calendar: 'An answer to an invitation, by a calendar.',
  'no-return-path': 'It wants no answer, as reports of mail servers do.',
  receipt: 'A read receipt.',
  'sent-by-machine': 'A report of a mail server.',
  vacation: 'A notice that someone is away.',
  'delivery-report': 'A report about an email that changes nothing.',
  'form-too-large': 'Nothing was taken from the form: it is too large. The sender was told.',
  'form-not-a-form': 'Nothing was taken: it is not our form. The sender was told.',
  'form-broken': 'Nothing was taken from the form: it was cut off or changed. The sender was told.',
  'form-other-form': 'Nothing was taken: it is a form that we do not have. The sender was told.',
  'form-other-version':
    'Nothing was taken: the form has changed since it was downloaded. The sender was told.',
  'form-changed': 'Nothing was taken: it answers questions that the form does not ask. The sender was told.',
  'form-empty': 'Nothing was taken: there are no answers in the form. The sender was told.',
}

export const reasonWords = (reason: string | null): string =>
  reason !== null && Object.hasOwn(REASON_WORDS, reason)
    ? REASON_WORDS[reason as keyof typeof REASON_WORDS]
    : ''

export const DISCARD_REASONS = {
  spam: 'It is spam',
  'not-for-us': 'It is not for us',
  'dealt-with': 'It has been dealt with otherwise',
} as const
export type DiscardReason = keyof typeof DISCARD_REASONS

/** “812 bytes”, “48 KB”, “31 MB”. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  const kibibytes = bytes / 1024
  return kibibytes < 1024 ? `${Math.round(kibibytes)} KB` : `${Math.round(kibibytes / 1024)} MB`
}
