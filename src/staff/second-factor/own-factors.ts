// The second factors of a person: an app that makes codes, passkeys, and codes on paper for when those are lost.
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import type { By } from '../by.ts'
import { deletePasskey, passkeyCount } from '../passkeys/passkeys.ts'
import { passkeys } from '../passkeys/tables.ts'
import { authenticators, recoveryCodes, staff } from '../tables.ts'
import { hasAuthenticator } from './authenticator.ts'

export interface OwnFactors {
  app: boolean
  passkeys: number
}

export const factorsOf = async (db: Db | Tx, staffId: string): Promise<OwnFactors> => ({
  app: await hasAuthenticator(db, staffId),
  passkeys: await passkeyCount(db, staffId),
})

/** Whether a second factor is asked for when the person signs in. */
export async function hasSecondFactor(db: Db | Tx, staffId: string): Promise<boolean> {
  const own = await factorsOf(db, staffId)
  return own.app || own.passkeys > 0
}

/**
 * For who is about to set up a first factor on the way in. Nobody else comes between until the transaction ends. Throws
 * `not-permitted` for who has one by now: it is asked for then, and not replaced.
 */
export async function requireNoFactor(tx: Tx, staffId: string): Promise<void> {
  await hold(tx, staffId)
  if (!(await hasSecondFactor(tx, staffId))) return
  throw new Problem(
    'not-permitted',
    'A second factor was set up for this account meanwhile. Sign in again: you are asked for it then.',
  )
}

export interface Removal {
  staffId: string
  /** Whether the person's role requires a second factor: then the last one stays. */
  isDuty: boolean
  by: By
}

/** Throws `not-permitted` for the last factor of somebody who needs one. */
export async function removeApp(tx: Tx, { staffId, isDuty, by }: Removal): Promise<void> {
  await hold(tx, staffId)
  await tx.delete(authenticators).where(eq(authenticators.staffId, staffId))
  await settle(tx, staffId, isDuty)
  await recordOfficeEvent(tx, { type: 'second-factor.removed', ...by, details: { staffId } })
}

/** Throws `not-found`, and `not-permitted` for the last factor of somebody who needs one. */
export async function removePasskey(
  tx: Tx,
  { staffId, isDuty, by, id }: Removal & { id: string },
): Promise<void> {
  await hold(tx, staffId)
  await deletePasskey(tx, { id, staffId })
  await settle(tx, staffId, isDuty)
  await recordOfficeEvent(tx, { type: 'passkey.removed', ...by, details: { staffId, passkeyId: id } })
}

/** All at once, for who has lost them: the next sign-in asks for none, or for a new one where a role requires it. */
export async function removeAllFactors(tx: Tx, staffId: string, by: By): Promise<void> {
  await tx.delete(authenticators).where(eq(authenticators.staffId, staffId))
  await tx.delete(passkeys).where(eq(passkeys.staffId, staffId))
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId))
  await recordOfficeEvent(tx, { type: 'second-factor.removed', ...by, details: { staffId, all: true } })
}

// Two that are removed at once in two windows would leave none; of two that are set up at once, the second would replace the first.
const hold = (tx: Tx, staffId: string) =>
  tx.select({ id: staff.id }).from(staff).where(eq(staff.id, staffId)).for('update')

// Recovery codes stand in for a factor: they go with the last one.
async function settle(tx: Tx, staffId: string, isDuty: boolean): Promise<void> {
  if (await hasSecondFactor(tx, staffId)) return
  if (isDuty) {
    throw new Problem(
      'not-permitted',
      'Your role requires a second factor. Add another one before you remove this.',
    )
  }
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId))
}
