import type { Db } from '../../kernel/database.ts'
import { oneLine } from '../../notifications/clean.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { readMail } from '../reading/read-mail.ts'
import { withoutLinks } from '../said-in.ts'
import { isSortable } from './sort-mail.ts'
import { DISCARD_REASONS, reasonWords, sizeWords, STATE_WORDS } from './words.ts'
import { mayRead, visibleMail } from './visible-mail.ts'

/** The context of one message's page: all of its text, as plain text, quotes and signature included. Throws `not-found`. */
export async function mailPage(db: Db, me: SignedIn, id: string) {
  const { raw, ...mail } = await visibleMail(db, me, id)
  const isOpen = await mayRead(db, me, mail.caseId)
  const read = raw !== null && isOpen ? await readMail(raw).catch(() => undefined) : undefined
  return {
    mail: {
      ...mail,
      ...STATE_WORDS[mail.state],
      why: reasonWords(mail.reason),
      size: sizeWords(mail.size),
      subject: mail.subject === '' ? 'Without a subject' : mail.subject,
    },
    isOpen,
    isGone: raw === null,
    text: read ? withoutLinks(read.text).trim() : '',
    goesOn: read?.goesOn ?? false,
    recipients: read?.recipients.join(', ') ?? '',
    files: (read?.files ?? []).map(({ name, type, content }) => ({
      name: oneLine(name, 120) || 'Without a name',
      type,
      size: sizeWords(content.length),
    })),
    canBeAttached: isOpen && isSortable({ ...mail, raw }) && !mail.isCut,
    canBeDiscarded: mail.state === 'quarantined',
    discardReasons: Object.entries(DISCARD_REASONS).map(([value, name]) => ({ value, name })),
  }
}
