import type { StandardAt } from '../cases/standards.ts'
import { recordOfficeEvent } from '../events/record.ts'
import type { Tx } from '../kernel/database.ts'
import type { KeptFresh } from '../kernel/keep-fresh.ts'
import { issueLink } from '../staff/sign-in/links.ts'
import { keepLinkLetter } from './keep-link-letter.ts'
import { isSuppressed } from './recipients.ts'
import { render } from './render.ts'
import { letterOf, type Wordings } from './wording/reword.ts'

interface MailLink {
  linkId: string
  now: Date
  /** Where the link leads. */
  publicUrl: string
  contactEmail: string
  standard: StandardAt
  wordings: Pick<KeptFresh<Wordings>, 'current'>
}

/**
 * Writes the email with a link that somebody of the staff asked for, ready to be sent, and the event that says so, in the
 * caller's transaction. The secret is made here and stands nowhere but in the email, which is erased once it has gone out.
 * Does nothing where nobody has the address that was given.
 */
export async function mailLink(tx: Tx, { linkId, now, publicUrl, ...office }: MailLink): Promise<void> {
  const link = await issueLink(tx, linkId)
  if (!link) return
  const { staffId, name, address, language, purpose, path } = link
  const suppressed = await isSuppressed(tx, address)
  const eventId = await recordOfficeEvent(tx, {
    type: 'sign-in.link-mailed',
    actor: { kind: 'system', id: 'mail' },
    at: now,
    details: { staffId, purpose, linkId, suppressed },
  })
  const { message, wordingVersion } = letterOf(
    purpose,
    language,
    `${publicUrl}${path}`,
    office.wordings.current(),
  )
  const { timeZone } = office.standard(now)
  const letter = render({
    message,
    audience: 'staff',
    language,
    name,
    reference: '',
    office: { timeZone, contactEmail: office.contactEmail },
    at: now,
  })
  const about = { eventId, notification: purpose, audience: 'staff', address, name, language } as const
  await keepLinkLetter(tx, { ...about, ...letter, wordingVersion }, { now, publicUrl, suppressed })
}
