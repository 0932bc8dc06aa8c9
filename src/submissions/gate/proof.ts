// Proof of work, asked for only under pressure: some seconds of a computer's time for each submission, and nobody else's service.
// The puzzle is ALTCHA's (version 2, SHA-256): find the counter whose hash begins as the challenge says.
import type { KeyObject } from 'node:crypto'
import { createChallenge, randomInt, verifySolution, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import { gateProofs } from './tables.ts'

/** So many hashes at least and at most: about a second on a computer, some on an old phone. */
const HASHES = { least: 10_000, most: 40_000 } as const
const GOOD_FOR_MS = 15 * 60_000
const MOST_BYTES = 2000

const hex = z
  .string()
  .regex(/^[0-9a-f]+$/)
  .max(128)
const proof = z.strictObject({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('SHA-256'),
      cost: z.literal(1),
      nonce: hex,
      salt: hex,
      keyLength: z.int(),
      keyPrefix: hex,
      data: z.strictObject({ form: z.string().max(60), until: z.number() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int(), derivedKey: hex }),
})

export interface ProofDeps {
  db: Db
  clock: Clock
  key: KeyObject
}

/** A challenge for a submission of the form, good for fifteen minutes. */
export const newChallenge = ({ clock, key }: Omit<ProofDeps, 'db'>, form: string): Promise<Challenge> =>
  createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: randomInt(HASHES.most - 1, HASHES.least),
    deriveKey,
    hmacSignatureSecret: secretOf(key),
    data: { form, until: clock.now().getTime() + GOOD_FOR_MS },
  })

/** Whether this is the solution of a challenge of ours for the form, not older than it may be and not used before. Uses it up. */
export async function spendProof(deps: ProofDeps, form: string, given: string): Promise<boolean> {
  const parsed = proof.safeParse(decoded(given))
  if (!parsed.success) return false
  const { challenge, solution } = parsed.data
  const { data, nonce } = challenge.parameters
  if (data.form !== form || data.until < deps.clock.now().getTime()) return false
  const { verified } = await verifySolution({
    challenge,
    solution: { ...solution, time: 0 },
    deriveKey,
    hmacSignatureSecret: secretOf(deps.key),
  })
  if (!verified) return false
  const spent = await deps.db
    .insert(gateProofs)
    .values({ nonce, until: new Date(data.until) })
    .onConflictDoNothing({ target: gateProofs.nonce })
    .returning({ nonce: gateProofs.nonce })
  return spent.length > 0
}

const secretOf = (key: KeyObject) => `proof ${key.export().toString('base64')}`

/** Base64 of JSON, as ALTCHA's clients send it. */
function decoded(given: string): unknown {
  if (given.length > MOST_BYTES) return undefined
  try {
    return JSON.parse(Buffer.from(given, 'base64').toString())
  } catch {
    return undefined
  }
}
