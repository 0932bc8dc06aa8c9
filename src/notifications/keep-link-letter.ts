import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../kernel/database.ts'
import { deliveries } from './tables.ts'

type Row = typeof deliveries.$inferInsert
type LinkLetter = Pick<
  Row,
  'eventId' | 'notification' | 'audience' | 'address' | 'name' | 'language' | 'subject' | 'text' | 'html'
> &
  Partial<Pick<Row, 'wordingVersion'>>

interface Sending {
  now: Date
  publicUrl: string
  /** Mail to the address has come back: the email does not go out, and nothing is kept of the secret in it. */
  suppressed: boolean
}

/** Writes an email down that belongs to no case and has a secret in it, ready to be sent. */
export async function keepLinkLetter(
  tx: Tx,
  letter: LinkLetter,
  { now, publicUrl, suppressed }: Sending,
): Promise<void> {
  const id = randomUUID()
  await tx.insert(deliveries).values({
    id,
    stream: null,
    domain: letter.address.slice(letter.address.lastIndexOf('@') + 1).toLowerCase(),
    ...letter,
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
