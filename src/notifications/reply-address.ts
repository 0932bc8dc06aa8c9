// The address that an answer to an email of ours comes back to. It names the case, and only we can have written it.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Answers are read: at this address with a tag for each case, signed with this key. */
export interface Replies {
  address: string
  key: Buffer
}

// 80 bits in lower case: some mail servers change the case of what stands before the @.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const SIGNATURE_BYTES = 10
const TAG = /^([a-z]{3}-[0-9a-hjkmnp-tv-z]{5})\.([0-9a-hjkmnp-tv-z]{16})$/

/** `replies+obs-7k2m4.k3vq81r9z0c4m7tx@example.org` for `OBS-7K2M4`. */
export function replyAddress({ address, key }: Replies, reference: string): string {
  const [local = '', domain = ''] = address.split('@')
  const name = reference.toLowerCase()
  return `${local}+${name}.${signature(key, name)}@${domain}`
}

/** The reference that an address of ours names; null where somebody else signed it, undefined where it is none of ours. */
export function referenceIn({ address, key }: Replies, found: string): string | null | undefined {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  const [before = '', host = ''] = found.toLowerCase().split('@')
  if (host !== domain || !before.startsWith(`${local}+`)) return undefined
  const [, name = '', signed = ''] = TAG.exec(before.slice(local.length + 1)) ?? []
  const expected = signature(key, name)
  const isOurs = signed !== '' && timingSafeEqual(Buffer.from(signed), Buffer.from(expected))
  return isOurs ? name.toUpperCase() : null
}

function signature(key: Buffer, name: string): string {
  const mac = createHmac('sha256', key).update(`reply to ${name}`).digest().subarray(0, SIGNATURE_BYTES)
  const bits = [...mac].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map(five => ALPHABET[Number.parseInt(five, 2)]).join('')
}
