// What the web processes seal and count by: a key that they share, made once and kept in Postgres.
import { createHmac, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { Db } from '../../kernel/database.ts'
import { gateKeys } from './tables.ts'

/** Prepared once: Node takes six times as long to hash with plain bytes. */
export async function gateKey(db: Db): Promise<KeyObject> {
  await db
    .insert(gateKeys)
    .values({ id: 1, key: randomBytes(32) })
    .onConflictDoNothing({ target: gateKeys.id })
  const [row] = await db.select({ key: gateKeys.key }).from(gateKeys)
  if (!row) throw new Error('The key of the gate is gone.')
  return createSecretKey(row.key)
}

/** A keyed hash: nobody else can make it, nor guess from it what it was made of. */
export const sealOf = (key: KeyObject, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')

export function isSealOf(key: KeyObject, text: string, seal: string): boolean {
  const ours = Buffer.from(sealOf(key, text))
  const theirs = Buffer.from(seal)
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}
