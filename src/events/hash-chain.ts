// How events are chained: each hash covers the event's own canonical JSON and the hash before it.
import { createHash, randomBytes } from 'node:crypto'

export const GENESIS = Buffer.alloc(32)

export interface ChainedFields {
  id: string
  stream: string
  position: number
  type: string
  at: Date
  actor: unknown
  details: unknown
  wordsHash: Buffer | null
  previousHash: Buffer
}

/** SHA-256 (32 bytes) of an event's fields and the hash of the event before it in its stream. */
export function eventHash(event: ChainedFields): Buffer {
  return createHash('sha256')
    .update(event.previousHash)
    .update(
      canonicalJson([
        event.id,
        event.stream,
        event.position,
        event.type,
        event.at.toISOString(),
        event.actor,
        event.details,
        event.wordsHash?.toString('hex') ?? null,
      ]),
    )
    .digest()
}

/** SHA-256 (32 bytes) over a salt and any JSON value: commits to it, and tells nothing once the salt is erased. */
export const saltedHash = (salt: Buffer, value: unknown): Buffer =>
  createHash('sha256').update(salt).update(canonicalJson(value)).digest()

export const newSalt = (): Buffer => randomBytes(16)

/** JSON with sorted keys: Postgres' jsonb does not keep the order in which keys were written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
