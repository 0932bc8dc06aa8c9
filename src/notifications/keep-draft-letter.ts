import type { StandardAt } from '../cases/standards.ts'
import { recordOfficeEvent } from '../events/record.ts'
import type { Tx } from '../kernel/database.ts'
import type { KeptFresh } from '../kernel/keep-fresh.ts'
import type { Language } from '../kernel/languages.ts'
import type { DraftFacts, DraftLetterName } from './applicant/draft-letters.ts'
import { keepLinkLetter } from './keep-link-letter.ts'
import { isSuppressed } from './recipients.ts'
import { render } from './render.ts'
import { draftLetterOf, type Wordings } from './wording/reword.ts'

/** What every letter of the office needs to know. */
export interface LetterOffice {
  publicUrl: string
  contactEmail: string
  standard: StandardAt
  wordings: Pick<KeptFresh<Wordings>, 'current'>
}

interface DraftLetterOrder {
  name: DraftLetterName
  address: string
  language: Language
  facts: DraftFacts
  /** What is recorded about it: identifiers only. */
  event: { type: 'draft.link-mailed' | 'form.refused-by-mail'; details: Record<string, unknown> }
  now: Date
}

/** Writes an email about a form that was not sent yet, ready to be sent, and the event that says so, in the caller's transaction. */
export async function keepDraftLetter(
  tx: Tx,
  { name: notification, address, language, facts, event, now }: DraftLetterOrder,
  { publicUrl, contactEmail, standard, wordings }: LetterOffice,
): Promise<void> {
  const suppressed = await isSuppressed(tx, address)
  const eventId = await recordOfficeEvent(tx, {
    type: event.type,
    actor: { kind: 'system', id: 'mail' },
    at: now,
    details: { ...event.details, suppressed },
  })
  const { message, wordingVersion } = draftLetterOf(notification, language, facts, wordings.current())
  const audience = 'applicant'
  const office = { timeZone: standard(now).timeZone, contactEmail }
  const letter = render({ message, audience, language, name: '', reference: '', office, at: now })
  const about = { eventId, notification, audience, address, name: '', language, wordingVersion } as const
  await keepLinkLetter(tx, { ...about, ...letter }, { now, publicUrl, suppressed })
}
