// A notification is one file: what happened, who is told, and what they are told in every language. Pure.
import type { ApplicantLinkPurpose } from '../cases/applicant/tables.ts'
import type { Language } from '../kernel/languages.ts'
import type { Facts } from './facts.ts'
import type { Message } from './message.ts'
import type { Say } from './say.ts'

export const AUDIENCES = ['applicant', 'point-of-contact', 'staff'] as const
export type Audience = (typeof AUDIENCES)[number]

/**
 * Who is told. `applicant-address` is the applicant, not called by the name that was typed; `given-address` is the one that the event's words give as new,
 * `earlier-address` the one before. `assignee` is that person or nobody, `named` those whom the event names; where others have to step in (`assignee-or-coordinators`, a role that
 * nobody can be reached in), `recipients.ts` knows who.
 */
export type RecipientRule =
  | 'applicant'
  | 'given-address'
  | 'earlier-address'
  | 'applicant-address'
  | 'point-of-contact'
  | 'assignee'
  | 'named'
  | 'assignee-or-coordinators'
  | 'role:coordinator'
  | 'role:lead'

export interface Notification {
  /** Slug, unique: names the email in the database, for good. */
  readonly name: string
  readonly audience: Audience
  /** The types of event after which it is sent. */
  readonly on: readonly string[]
  /** Sent only if this holds. */
  readonly when?: (facts: Facts) => boolean
  readonly to: RecipientRule
  /** What the link in an email to the applicant is good for; `follow` where nothing is said. */
  readonly link?: ApplicantLinkPurpose | 'none'
  /** A language that is missing does not compile. */
  readonly text: Readonly<Record<Language, (facts: Facts, say: Say) => Message>>
}

export const defineNotification = (notification: Notification): Notification => notification
