import { recordOfficeEvent } from '../events/record.ts'
import type { Tx } from '../kernel/database.ts'
import { issueLink } from '../staff/sign-in/links.ts'
import { keepOfficeLetter, type LetterOffice } from './keep-office-letter.ts'
import { isSuppressed } from './recipients.ts'
import { letterOf } from './wording/reword.ts'
import { writeAgain } from './write-again.ts'

interface MailLink extends LetterOffice {
  linkId: string
  now: Date
}

/**
 * Writes the email with a link that somebody of the staff asked for, ready to be sent, and the event that says so, in the
 * caller's transaction. The secret is made here and stands nowhere but in the email, which is erased once it has gone out.
 * Does nothing where nobody has the address that was given.
 */
export async function mailLink(tx: Tx, { linkId, now, ...office }: MailLink): Promise<void> {
  const link = await issueLink(tx, linkId)
  if (!link) return
  const { staffId, name, address, language, purpose, path } = link
  const actor = { kind: 'system', id: 'mail' } as const
  // Whoever invites says that the address is right, also where its mailbox was not there the first time.
  if (purpose === 'invitation') await writeAgain(tx, address, { actor, at: now })
  const suppressed = await isSuppressed(tx, address)
  const eventId = await recordOfficeEvent(tx, {
    type: 'sign-in.link-mailed',
    actor,
    at: now,
    details: { staffId, purpose, linkId, suppressed },
  })
  const worded = letterOf(purpose, language, `${office.publicUrl}${path}`, office.wordings.current())
  const to = { address, name, language, suppressed }
  await keepOfficeLetter(
    tx,
    { eventId, notification: purpose, audience: 'staff', to, ...worded, now },
    office,
  )
}
