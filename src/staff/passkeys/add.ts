// A new passkey: made by the browser for this service, kept here by its public half.
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import type { Access } from '../access.ts'
import type { By } from '../by.ts'
import { hasRecoveryCodes, newRecoveryCodes } from '../second-factor/recovery-codes.ts'
import { staff } from '../tables.ts'
import { additionIn } from './answer.ts'
import { keepChallenge, takeChallenge } from './challenges.ts'
import { passkeyCount, passkeysOf } from './passkeys.ts'
import { relyingParty } from './relying-party.ts'
import { passkeys } from './tables.ts'

const SERVICE = 'Justice desk'
const MOST = 20
// EdDSA, ES256 and RS256 (IANA COSE algorithms): every authenticator knows one of them, and Node checks all three.
const ALGORITHMS = [-8, -7, -257]

/** What the browser is to make: a key that knows by itself whose it is, and that opens only by finger, face or PIN. */
export async function askForNewPasskey(
  db: Db,
  { staffId, sessionId }: { staffId: string; sessionId: string },
  access: Access,
) {
  const own = await passkeysOf(db, staffId)
  if (own.length >= MOST)
    throw new Problem('not-permitted', `You have ${MOST} passkeys. Remove one that you no longer use.`)
  const [person] = await db
    .select({ name: staff.name, email: staff.email })
    .from(staff)
    .where(eq(staff.id, staffId))
  const options = await generateRegistrationOptions({
    rpName: SERVICE,
    rpID: relyingParty(access).id,
    userID: new TextEncoder().encode(staffId),
    userName: person?.email ?? '',
    userDisplayName: person?.name ?? '',
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(db, options.challenge, { purpose: 'add', sessionId })
  return options
}

export interface NewPasskey {
  staffId: string
  sessionId: string
  name: string
  /** What the browser made, as JSON. */
  given: unknown
  by: By
}

/**
 * Adds what the browser made, with the event that says so; none when it does not fit what was asked. `codes`: recovery codes
 * to be shown this once, where the person had none.
 */
export async function addPasskey(
  tx: Tx,
  { staffId, sessionId, name, given, by }: NewPasskey,
  access: Access,
): Promise<{ codes: string[] } | undefined> {
  const addition = additionIn(given)
  if (!addition || !(await takeChallenge(tx, addition.challenge, { purpose: 'add', sessionId })))
    return undefined
  const { id: rpId, origin } = relyingParty(access)
  const verified = await verifyRegistrationResponse({
    response: addition.answer,
    expectedChallenge: addition.challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    supportedAlgorithmIDs: ALGORITHMS,
    requireUserVerification: true,
    // It throws for whatever does not fit.
  }).catch(() => undefined)
  if (!verified?.verified || (await passkeyCount(tx, staffId)) >= MOST) return undefined
  const { credential, credentialDeviceType } = verified.registrationInfo
  const id = randomUUID()
  const added = await tx
    .insert(passkeys)
    .values({
      id,
      staffId,
      name,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: addition.answer.response.transports ?? [],
      synced: credentialDeviceType === 'multiDevice',
      createdAt: by.at,
    })
    .onConflictDoNothing()
    .returning({ id: passkeys.id })
  if (added.length === 0) return undefined
  await recordOfficeEvent(tx, { type: 'passkey.added', ...by, details: { staffId, passkeyId: id } })
  return { codes: (await hasRecoveryCodes(tx, staffId)) ? [] : await newRecoveryCodes(tx, staffId) }
}
