import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { StandardAt } from '../cases/standards.ts'
import type { Tx } from '../kernel/database.ts'
import type { KeptFresh } from '../kernel/keep-fresh.ts'
import type { Language } from '../kernel/languages.ts'
import type { LinkPurpose } from '../staff/sign-in/words.ts'
import type { DraftLetterName } from './applicant/draft-letters.ts'
import type { Message } from './message.ts'
import { render } from './render.ts'
import type { DAILY_DIGEST } from './staff/daily-digest.ts'
import type { TO_BE_SORTED } from './staff/to-be-sorted.ts'
import { deliveries } from './tables.ts'
import type { Wordings } from './wording/reword.ts'

/** What every letter that is about no case needs to know. */
export interface LetterOffice {
  publicUrl: string
  contactEmail: string
  standard: StandardAt
  wordings: Pick<KeptFresh<Wordings>, 'current'>
}

interface OfficeLetter {
  eventId: string
  /** Each of these stands in the list of emails on the desk (`catalogue/emails.ts`). */
  notification: LinkPurpose | DraftLetterName | typeof TO_BE_SORTED | typeof DAILY_DIGEST
  audience: 'applicant' | 'staff'
  /** `suppressed`: mail to the address has come back. The email does not go out, and nothing is kept of a secret in it. */
  to: { address: string; name: string; language: Language; suppressed: boolean }
  message: Message
  wordingVersion: number | null
  now: Date
}

/** Writes an email that is about no case, ready to be sent, in the caller's transaction. */
export async function keepOfficeLetter(
  tx: Tx,
  { eventId, notification, audience, to, message, wordingVersion, now }: OfficeLetter,
  { publicUrl, contactEmail, standard }: Omit<LetterOffice, 'wordings'>,
): Promise<void> {
  const { address, name, language, suppressed } = to
  const office = { timeZone: standard(now).timeZone, contactEmail }
  const letter = render({ message, audience, language, name, reference: '', office, at: now })
  const id = randomUUID()
  await tx.insert(deliveries).values({
    id,
    eventId,
    stream: null,
    notification,
    audience,
    address,
    name,
    language,
    domain: address.slice(address.lastIndexOf('@') + 1).toLowerCase(),
    ...letter,
    wordingVersion,
    createdAt: now,
    messageId: `${id}@${new URL(publicUrl).hostname}`,
    ...(suppressed && {
      state: 'cancelled' as const,
      settledAt: sql`now()`,
      lastError: 'suppressed',
      text: '',
      html: '',
    }),
  })
}
