// A message on its way in over HTTP: all of it is signed, and only what we keep is held in memory.
import type { Readable } from 'node:stream'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { headerOf, keepMail, LARGEST_MAIL } from './keep-mail.ts'
import { isSignedBy, isTimely, signing } from './webhook-signature.ts'

/** Past this a body is no email but an attempt to keep us busy. */
export const LARGEST_BODY = 4 * LARGEST_MAIL

export interface Handed {
  id: string
  timestamp: string
  signature: string
  body: Readable
}

/**
 * Stores the message that a mail provider hands over. Returns whether it is new: the same id again changes nothing.
 * Throws `not-permitted` for a signature that is wrong or too old, `body-too-large`, `malformed-request` for an empty body.
 */
export async function receiveMail(
  { db, clock, secret }: { db: Db; clock: Clock; secret: string },
  { id, timestamp, signature, body }: Handed,
): Promise<boolean> {
  const at = clock.now()
  if (!isTimely(timestamp, at))
    throw new Problem(
      'not-permitted',
      'The timestamp is more than five minutes away from ours. Sign it again.',
    )
  const sum = signing(secret, { id, timestamp })
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) throw new Problem('body-too-large', 'Messages of up to 100 MB are taken.')
    sum.update(chunk)
    if (size <= LARGEST_MAIL || chunks.length === 0) chunks.push(chunk)
  }
  if (!isSignedBy(sum.digest(), signature))
    throw new Problem('not-permitted', 'The signature is not ours. Sign “id.timestamp.body” with the secret.')
  if (size === 0) throw new Problem('malformed-request', 'Send the message as it came, as message/rfc822.')
  const raw = Buffer.concat(chunks)
  const kept = size > LARGEST_MAIL ? headerOf(raw) : raw
  return keepMail(db, { from: { webhookId: id }, raw: kept, size, at })
}
