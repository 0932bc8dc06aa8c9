// What is to become of a message, by what it says of itself and what we know. Pure; in the order of the rules.
import type { Incoming } from './reading/incoming.ts'
import type { AutomaticReason, FormReason, MailState, QuarantineReason } from './states.ts'

/** What we know besides the message. */
export interface Known {
  isCut: boolean
  /** Files that are our form, filled in without a connection; they are not among the message's files. */
  forms: number
  /** A message with the same id came before: word for word the same, or another. */
  earlier: 'same' | 'other' | undefined
  /** How many came from its author within the last hour, itself included. */
  fromAuthor: number
  /** The cases that its recipients' addresses name; null for an address that somebody else signed. */
  named: readonly (string | null)[]
  /** The case that is named, if there is one. */
  theCase: NamedCase | undefined
  /** Our emails that it says it answers, the newest first. */
  answered: readonly { caseId: string | null; address: string }[]
  /** Whether it is an email of ours that came back as it was. */
  isOwnEmail: boolean
}

interface NamedCase {
  id: string
  state: string
  contactEmail: string
  /** In lower case: those before it that were the applicant's own (`cases/applicant/addresses.ts`). */
  earlierEmails: readonly string[]
  isErased: boolean
}

export interface Verdict {
  state: Exclude<MailState, 'waiting' | 'attached' | 'discarded'>
  reason: QuarantineReason | AutomaticReason | FormReason | null
  caseId: string | null
}

/** A person writes a few messages in an hour; two machines that answer each other write until somebody stops them. */
export const MOST_IN_AN_HOUR = 10

export function judge(mail: Incoming, known: Known): Verdict {
  const { theCase, answered } = known
  const caseId = theCase?.id ?? answered.find(email => email.caseId !== null)?.caseId ?? null
  const as = (state: Verdict['state'], reason: Verdict['reason'] = null): Verdict => ({
    state,
    reason,
    caseId,
  })
  if (known.earlier === 'same') return as('duplicate')
  if (mail.isOurs || known.isOwnEmail) return as('loop')
  if (mail.reports.some(({ action }) => action === 'failed')) return as('bounce')
  if (mail.reports.length > 0) return as('automatic', 'delivery-report')
  if (mail.automatic !== null) return as('automatic', mail.automatic)
  const doubt = known.isCut ? 'too-large' : doubtAbout(mail, known)
  if (known.forms > 0 && (doubt === 'no-address' || doubt === 'no-words')) return as('form')
  if (doubt) return as('quarantined', doubt)
  return as(theCase?.state === 'awaiting-applicant' ? 'answer' : 'message')
}

// Whoever wants to fill in a form need not be an applicant, nor have an address of ours; but must not be somebody else.
const NO_FORMS_FROM: readonly Verdict['reason'][] = [
  'too-large',
  'same-id',
  'too-many',
  'no-author',
  'forged',
]

/** Whether the forms in the message become drafts, whatever else it is. */
export const takesForms = ({ state, reason }: Verdict): boolean =>
  ['answer', 'message', 'form'].includes(state) ||
  (state === 'quarantined' && !NO_FORMS_FROM.includes(reason))

function doubtAbout(mail: Incoming, known: Known): QuarantineReason | undefined {
  const { named, theCase, answered } = known
  if (known.earlier === 'other') return 'same-id'
  if (known.fromAuthor > MOST_IN_AN_HOUR) return 'too-many'
  if (mail.from === null) return 'no-author'
  if (mail.isForged) return 'forged'
  if (named.length === 0) return 'no-address'
  if (named.includes(null)) return 'wrong-signature'
  if (new Set(named).size > 1) return 'several-cases'
  if (!theCase) return 'no-case'
  if (theCase.isErased || theCase.state === 'spam') return 'closed-to-mail'
  if (answered.some(email => email.caseId !== theCase.id)) return 'other-case'
  if (!isApplicant(mail.from.address, theCase, answered)) return 'other-sender'
  if (mail.text.trim() === '' && mail.files.length === 0) return 'no-words'
  return undefined
}

// Whoever changed their address still answers from where our email went. Where staff corrected one, somebody else reads there.
const isApplicant = (
  author: string,
  { contactEmail, earlierEmails }: NamedCase,
  answered: Known['answered'],
): boolean =>
  author === contactEmail.toLowerCase() ||
  (earlierEmails.includes(author) && answered.some(({ address }) => address === author))
