import { and, desc, eq } from 'drizzle-orm'
import type { StandardAt } from '../cases/standards.ts'
import { recordOfficeEvent } from '../events/record.ts'
import { shownDate } from '../forms/document-texts.ts'
import { formWordings } from '../forms/tables.ts'
import type { Tx } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import { issueWayBack } from '../submissions/drafts/way-back.ts'
import { DRAFT_LETTERS } from './applicant/draft-letters.ts'
import { keepLinkLetter } from './keep-link-letter.ts'
import { isSuppressed } from './recipients.ts'
import { render } from './render.ts'

interface MailWayBack {
  keyId: string
  now: Date
  publicUrl: string
  contactEmail: string
  standard: StandardAt
}

/**
 * Writes the email with the way back to a draft, ready to be sent, in the caller's transaction. The secret is made here and
 * stands nowhere but in the email, which is erased once it has gone out. Does nothing where the draft was sent or forgotten.
 */
export async function mailWayBack(tx: Tx, { keyId, now, publicUrl, ...office }: MailWayBack): Promise<void> {
  const link = await issueWayBack(tx, keyId)
  if (!link) return
  const { address, language, purpose, draftId } = link
  const suppressed = await isSuppressed(tx, address)
  const eventId = await recordOfficeEvent(tx, {
    type: 'draft.link-mailed',
    actor: { kind: 'system', id: 'mail' },
    at: now,
    details: { draftId, purpose, suppressed },
  })
  const message = DRAFT_LETTERS[purpose][language]({
    form: await titleOf(tx, link.form, language),
    until: shownDate(language, link.expiresAt.toISOString().slice(0, 10)),
    url: `${publicUrl}${link.path}`,
  })
  const { timeZone } = office.standard(now)
  const letter = render({
    message,
    audience: 'applicant',
    language,
    name: '',
    reference: '',
    office: { timeZone, contactEmail: office.contactEmail },
    at: now,
  })
  const about = {
    eventId,
    notification: `draft-${purpose}`,
    audience: 'applicant',
    address,
    name: '',
    language,
  } as const
  await keepLinkLetter(tx, { ...about, ...letter }, { now, publicUrl, suppressed })
}

async function titleOf(tx: Tx, form: string, language: Language): Promise<string> {
  const [latest] = await tx
    .select({ wording: formWordings.wording })
    .from(formWordings)
    .where(and(eq(formWordings.form, form), eq(formWordings.language, language)))
    .orderBy(desc(formWordings.version))
    .limit(1)
  return latest?.wording.title ?? ''
}
