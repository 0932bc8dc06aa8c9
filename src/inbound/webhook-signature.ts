// Who handed a message over: the signature of the Standard Webhooks specification (https://www.standardwebhooks.com), HMAC-SHA256
// over `id.timestamp.body`, with the body as bytes.
import { createHmac, timingSafeEqual } from 'node:crypto'

const TOLERANCE_MS = 5 * 60_000

/** The secret as its bytes: what follows `whsec_` is base64, anything else is taken as it is. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret)

/** The beginning of the sum; the body goes in as it arrives. */
export const signing = (secret: string, { id, timestamp }: { id: string; timestamp: string }) =>
  createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`)

/** Whether one of the header's signatures (`v1,base64`, spaces between them) is the one expected. */
export function isSignedBy(expected: Buffer, header: string): boolean {
  const given = header
    .split(' ')
    .filter(part => part.startsWith('v1,'))
    .map(part => Buffer.from(part.slice('v1,'.length), 'base64'))
  return given.some(signature => signature.length === expected.length && timingSafeEqual(signature, expected))
}

/** Whether the timestamp (seconds since 1970) is not older, and not further ahead, than five minutes. */
export const isTimely = (timestamp: string, now: Date): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(Number(timestamp) * 1000 - now.getTime()) <= TOLERANCE_MS
