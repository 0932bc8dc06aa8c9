// From a first factor to the open desk. A second factor that somebody has is always asked for, whatever the first was.
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import { requiresSecondFactor, type Access } from '../access.ts'
import { hasSecondFactor } from '../second-factor/own-factors.ts'
import { openSession, strengthenSession, type ComingIn } from '../sessions.ts'
import { staff } from '../tables.ts'
import { isSecondFactor, type Factor, type Stage } from './words.ts'

export interface FirstFactor {
  staffId: string
  factor: Factor
  userAgent: string
  at: Date
}

/** What the browser is to keep, and how far it has come. */
export interface Way {
  secret: string
  stage: Stage
}

/** Opens a session for who has shown a first factor; the desk stays closed while a second one is due. A passkey is both. */
export async function comeIn(
  tx: Tx,
  { staffId, factor, userAgent, at }: FirstFactor,
  access: Access,
): Promise<Way> {
  const [person] = await tx
    .select({ roles: staff.roles })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.active, true)))
  if (!person) throw new Problem('not-permitted', 'This account is suspended. Speak to your administrator.')
  const stage = isSecondFactor(factor)
    ? 'open'
    : (await hasSecondFactor(tx, staffId))
      ? 'second-factor'
      : requiresSecondFactor(access, person.roles)
        ? 'set-up'
        : 'open'
  const { id, secret } = await openSession(tx, { staffId, stage, factors: [factor], userAgent }, access)
  if (stage === 'open') await recordSignIn(tx, { id, staffId, factors: [factor] }, at)
  return { secret, stage }
}

/** Opens the desk to who has shown a second factor as well. Returns the new secret. */
export async function comeInFurther(
  tx: Tx,
  session: ComingIn,
  { factor, at }: { factor: Factor; at: Date },
  access: Access,
): Promise<string> {
  const secret = await strengthenSession(tx, { id: session.id, factor }, access)
  if (secret === undefined) throw new Problem('not-signed-in', 'This took too long. Sign in again.')
  await recordSignIn(tx, { ...session, factors: [...session.factors, factor] }, at)
  return secret
}

/** The active person with this address, by id. */
export async function activeByAddress(db: Db | Tx, address: string): Promise<string | undefined> {
  const [found] = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.email, address), eq(staff.active, true)))
  return found?.id
}

async function recordSignIn(
  tx: Tx,
  { id, staffId, factors }: Pick<ComingIn, 'id' | 'staffId' | 'factors'>,
  at: Date,
): Promise<void> {
  await recordOfficeEvent(tx, {
    type: 'sign-in.succeeded',
    actor: { kind: 'staff', id: staffId },
    at,
    details: { staffId, sessionId: id, factors },
  })
}
