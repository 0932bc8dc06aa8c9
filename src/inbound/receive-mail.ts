// A message on its way in over HTTP: all of it is signed, and only what we keep is held in memory.
import type { Readable } from 'node:stream'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { headerOf, keepMail, LARGEST_MAIL } from './keep-mail.ts'
import { isSignedBy, isTimely, signing } from './webhook-signature.ts'

/** Past this a body is no email but an attempt to keep us busy. */
export const LARGEST_BODY = 4 * LARGEST_MAIL

/** What all messages on their way in may hold in memory. Bytes count and not messages: whoever sends slowly keeps nobody out. */
const MOST_HELD = 4 * LARGEST_MAIL

export interface Memory {
  /** Bytes. */
  held: number
}

export interface Handed {
  id: string
  timestamp: string
  signature: string
  body: Readable
}

/**
 * Stores the message that a mail provider hands over. Returns whether it is new: the same id again changes nothing.
 * Throws `not-permitted` for a signature that is wrong or too old, `body-too-large`, `malformed-request` for an empty body, and
 * `temporarily-unavailable` while others hold all the memory there is for them.
 */
export async function receiveMail(deps: Receiving, handed: Handed): Promise<boolean> {
  const own = { held: 0 }
  try {
    return await receive(deps, handed, own)
  } finally {
    deps.memory.held -= own.held
  }
}

interface Receiving {
  db: Db
  clock: Clock
  secret: string
  memory: Memory
}

async function receive(
  { db, clock, secret, memory }: Receiving,
  { id, timestamp, signature, body }: Handed,
  own: Memory,
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
  // What is refused in the middle is still answered: the connection stays.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) throw new Problem('body-too-large', 'Messages of up to 100 MB are taken.')
    sum.update(chunk)
    if (size > LARGEST_MAIL && chunks.length > 0) continue
    for (const one of [memory, own]) one.held += chunk.length
    if (memory.held > MOST_HELD) throw full()
    chunks.push(chunk)
  }
  if (!isSignedBy(sum.digest(), signature))
    throw new Problem('not-permitted', 'The signature is not ours. Sign “id.timestamp.body” with the secret.')
  if (size === 0) throw new Problem('malformed-request', 'Send the message as it came, as message/rfc822.')
  const raw = Buffer.concat(chunks)
  const kept = size > LARGEST_MAIL ? headerOf(raw) : raw
  return keepMail(db, { from: { webhookId: id }, raw: kept, size, at })
}

const full = () =>
  new Problem('temporarily-unavailable', 'Others are being taken in. Send it again in a moment.', {
    retryAfterSeconds: 5,
  })
