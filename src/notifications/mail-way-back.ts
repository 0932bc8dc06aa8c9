import { and, desc, eq } from 'drizzle-orm'
import { dayOf, isoDate } from '../cases/working-days.ts'
import { shownDate } from '../forms/document-texts.ts'
import { formWordings } from '../forms/tables.ts'
import type { Tx } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import { issueWayBack } from '../submissions/drafts/way-back.ts'
import { keepDraftLetter } from './keep-draft-letter.ts'
import type { LetterOffice } from './keep-office-letter.ts'

interface MailWayBack extends LetterOffice {
  keyId: string
  now: Date
}

/**
 * Writes the email with the way back to a draft, ready to be sent, in the caller's transaction. The secret is made here and
 * stands nowhere but in the email, which is erased once it has gone out. Does nothing where the draft was sent or forgotten.
 */
export async function mailWayBack(tx: Tx, { keyId, now, ...office }: MailWayBack): Promise<void> {
  const link = await issueWayBack(tx, keyId)
  if (!link) return
  const { address, language, purpose, draftId } = link
  const facts = {
    form: await titleOf(tx, link.form, language),
    until: shownDate(language, isoDate(dayOf(link.expiresAt, office.standard(now)))),
    why: '',
    url: `${office.publicUrl}${link.path}`,
  }
  const event = { type: 'draft.link-mailed', details: { draftId, purpose } } as const
  await keepDraftLetter(tx, { name: `draft-${purpose}`, address, language, facts, event, now }, office)
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
