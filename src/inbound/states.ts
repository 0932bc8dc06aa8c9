// What becomes of a message that came in.
import type { RefusalReason } from '../submissions/offline/answers-from-file.ts'
import { AUTOMATIC_KINDS } from './reading/incoming.ts'

/**
 * `waiting`: stored, nothing made of it yet. `answer` and `message`: on its case, as the applicant's. `form`: it brought a form that
 * is a draft now, or was refused. `bounce`: it settled an email of ours. `quarantined`: a person decides; then `attached` to a case or `discarded`.
 */
export const MAIL_STATES = [
  'waiting',
  'answer',
  'message',
  'form',
  'bounce',
  'automatic',
  'duplicate',
  'loop',
  'quarantined',
  'attached',
  'discarded',
] as const
export type MailState = (typeof MAIL_STATES)[number]

/** Why a person has to look at it. */
export const QUARANTINE_REASONS = [
  'too-large',
  'unreadable',
  'same-id',
  'too-many',
  'no-author',
  'forged',
  'no-address',
  'wrong-signature',
  'several-cases',
  'no-case',
  'closed-to-mail',
  'other-case',
  'other-sender',
  'no-words',
  'failed',
] as const
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number]

export const AUTOMATIC_REASONS = [...AUTOMATIC_KINDS, 'delivery-report'] as const
export type AutomaticReason = (typeof AUTOMATIC_REASONS)[number]

/** Why nothing was taken from a form that came by mail. */
export type FormReason = `form-${RefusalReason}`
