// A passkey shows who somebody is. It asks for the finger, the face or the PIN each time: so it is two factors in one.
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { and, eq, lt, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import type { Access } from '../access.ts'
import { staff } from '../tables.ts'
import { proofIn } from './answer.ts'
import { keepChallenge, takeChallenge, type Asked } from './challenges.ts'
import { passkeysOf } from './passkeys.ts'
import { relyingParty } from './relying-party.ts'
import { passkeys } from './tables.ts'

/** What the browser is to have signed: by a passkey of this person, or by whichever its user chooses. */
export async function askForPasskey(
  db: Db,
  { staffId, ...asked }: Asked & { staffId?: string },
  access: Access,
) {
  const own = staffId === undefined ? [] : await passkeysOf(db, staffId)
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(access).id,
    allowCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: 'required',
  })
  await keepChallenge(db, options.challenge, asked)
  return options
}

/**
 * Whose passkey signed what was asked, by id of the person; none when the signature, the challenge, the place or the
 * counter is not right, or when the person is suspended.
 */
export async function acceptPasskey(
  tx: Tx,
  given: unknown,
  asked: Asked,
  access: Access,
): Promise<string | undefined> {
  const proof = proofIn(given)
  if (!proof || !(await takeChallenge(tx, proof.challenge, asked))) return undefined
  const key = await keyOf(tx, proof.answer.id)
  if (!key) return undefined
  const { id: rpId, origin } = relyingParty(access)
  const verified = await verifyAuthenticationResponse({
    response: proof.answer,
    expectedChallenge: proof.challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    credential: { id: proof.answer.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    requireUserVerification: true,
    // It throws for whatever does not fit.
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  return (await countOn(tx, key.id, verified.authenticationInfo.newCounter)) ? key.staffId : undefined
}

async function keyOf(tx: Tx, credentialId: string) {
  const [key] = await tx
    .select({
      id: passkeys.id,
      staffId: passkeys.staffId,
      publicKey: passkeys.publicKey,
      counter: passkeys.counter,
    })
    .from(passkeys)
    .innerJoin(staff, eq(staff.id, passkeys.staffId))
    .where(and(eq(passkeys.credentialId, credentialId), eq(staff.active, true)))
  return key
}

// Of two answers with the same count one is a copy: only the first moves the counter.
async function countOn(tx: Tx, id: string, counter: number): Promise<boolean> {
  const moved = await tx
    .update(passkeys)
    .set({ counter, lastUsedAt: sql`now()` })
    .where(
      and(
        eq(passkeys.id, id),
        or(lt(passkeys.counter, counter), and(eq(passkeys.counter, 0), sql`${counter}::bigint = 0`)),
      ),
    )
    .returning({ id: passkeys.id })
  return moved.length > 0
}
