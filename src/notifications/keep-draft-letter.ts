import { recordOfficeEvent } from '../events/record.ts'
import type { Tx } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import type { DraftFacts, DraftLetterName } from './applicant/draft-letters.ts'
import { keepOfficeLetter, type LetterOffice } from './keep-office-letter.ts'
import { isSuppressed } from './recipients.ts'
import { draftLetterOf } from './wording/reword.ts'

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
  office: LetterOffice,
): Promise<void> {
  const suppressed = await isSuppressed(tx, address)
  const eventId = await recordOfficeEvent(tx, {
    type: event.type,
    actor: { kind: 'system', id: 'mail' },
    at: now,
    details: { ...event.details, suppressed },
  })
  const worded = draftLetterOf(notification, language, facts, office.wordings.current())
  const to = { address, name: '', language, suppressed }
  await keepOfficeLetter(tx, { eventId, notification, audience: 'applicant', to, ...worded, now }, office)
}
