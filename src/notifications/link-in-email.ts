// The link in an email to an applicant. A rendered email has a mark where the secret belongs: the secret stands beside it until
// the email is settled and is put in when it goes out, so that afterwards nobody can read it anywhere but in the mailbox.
import type { ApplicantLinkPurpose } from '../cases/applicant/tables.ts'
import type { Language } from '../kernel/languages.ts'
import type { Notification } from './define-notification.ts'

const MARK = 'link-of-this-email'

/** What the link in the email is good for; none in one that goes to somebody else. */
export const linkIn = ({ audience, link }: Notification): ApplicantLinkPurpose | undefined => {
  if (audience !== 'applicant' || link === 'none') return undefined
  return link ?? 'follow'
}

/** The address as it is rendered. */
export const markedLink = (publicUrl: string, language: Language): string =>
  `${publicUrl}/${language}/follow/${MARK}`

/** The email's text or HTML with its secret in place; without one, the link leads to where a new one can be asked for. */
export const withSecret = (part: string, secret: string | null): string => part.replaceAll(MARK, secret ?? '')
