// An event's emails as they are written: to be sent, or to be looked at before anything happens.
import { desc, eq } from 'drizzle-orm'
import { events } from '../events/tables.ts'
import type { Tx } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import type { Notification } from './define-notification.ts'
import type { FanOut } from './fan-out.ts'
import type { Facts } from './facts.ts'
import { factsOf } from './gather-facts.ts'
import { NOTIFICATIONS } from './index.ts'
import { linkIn, markedLink, withSecret } from './link-in-email.ts'
import { namesIn } from './names-in.ts'
import { recipientsOf, type Recipient } from './recipients.ts'
import { render } from './render.ts'
import { messageOf } from './wording/reword.ts'

/** Those that the event calls for; whom they go to is another matter. */
export const notificationsFor = (facts: Facts): Notification[] =>
  NOTIFICATIONS.filter(
    notification => notification.on.includes(facts.event.type) && (notification.when?.(facts) ?? true),
  )

/** The email to one recipient, in their language and in the wording that is in force. */
export function letterTo(
  { name, language }: Pick<Recipient, 'name' | 'language'>,
  notification: Notification,
  known: Facts,
  { now, wordings, publicUrl }: Pick<FanOut, 'now' | 'wordings' | 'publicUrl'>,
) {
  const { audience } = notification
  // Only the applicant has an address to answer to.
  const facts = { ...known, repliesAreRead: known.repliesAreRead && audience === 'applicant' }
  const { theCase, office } = facts
  const { message, wordingVersion } = messageOf(notification, language, facts, wordings.current())
  const { reference } = theCase
  const purpose = linkIn(notification)
  const link = purpose && { purpose, url: markedLink(publicUrl, language) }
  const rendered = render({
    message,
    audience,
    language,
    name,
    names: namesIn(facts),
    reference,
    office,
    at: now,
    link,
  })
  return { ...rendered, wordingVersion }
}

export interface Letter {
  to: { name: string; address: string }
  language: Language
  subject: string
  text: string
  /** Nothing can be sent to the address. */
  suppressed: boolean
}

/** The emails to the applicant that the newest event of the case calls for, as they would be sent. Writes nothing. */
export async function lettersToApplicant(
  tx: Tx,
  caseId: string,
  order: Omit<FanOut, 'eventId' | 'linkDays'>,
): Promise<Letter[]> {
  const [newest] = await tx
    .select({ id: events.id })
    .from(events)
    .where(eq(events.stream, caseId))
    .orderBy(desc(events.position))
    .limit(1)
  if (!newest) return []
  const facts = await factsOf(tx, newest.id, order)
  const letters: Letter[] = []
  for (const notification of notificationsFor(facts).filter(({ audience }) => audience === 'applicant')) {
    for (const recipient of await recipientsOf(tx, notification.to, facts)) {
      const { address, name, language, suppressed } = recipient
      const { subject, text } = letterTo(recipient, notification, facts, order)
      const shown = withSecret(text, '…')
      letters.push({ to: { name, address }, language, subject, text: shown, suppressed })
    }
  }
  return letters
}
