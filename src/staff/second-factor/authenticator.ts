// Six-digit codes from an app (TOTP, RFC 6238): thirty seconds each, the one before and the one after accepted too.
import { and, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { Db, Tx } from '../../kernel/database.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import type { By } from '../by.ts'
import { authenticators, staff } from '../tables.ts'
import { newRecoveryCodes } from './recovery-codes.ts'

const PERIOD = 30
const ISSUER = 'Justice desk'

/** Whether codes are asked for when the person signs in. */
export async function hasAuthenticator(db: Db | Tx, staffId: string): Promise<boolean> {
  const [found] = await db
    .select({ staffId: authenticators.staffId })
    .from(authenticators)
    .where(and(eq(authenticators.staffId, staffId), isNotNull(authenticators.secret)))
  return found !== undefined
}

export interface Pending {
  /** In base 32, for who cannot scan. */
  secret: string
  /** What the QR code says. */
  uri: string
}

interface Whose {
  staffId: string
  sessionId: string
}

/**
 * The secret of an app that is being set up, the same in its session until its first code was right or half an hour went by. In
 * another session it is another one: who has seen this page once must not know what is confirmed later. The app in force stays so.
 */
export async function pendingAuthenticator(db: Db, { staffId, sessionId }: Whose): Promise<Pending> {
  const [row] = await db
    .insert(authenticators)
    .values({
      staffId,
      pendingSecret: new Secret({ size: 20 }).base32,
      pendingSessionId: sessionId,
      pendingUntil: sql`now() + interval '30 minutes'`,
    })
    .onConflictDoUpdate({
      target: authenticators.staffId,
      set: {
        pendingSecret: sql`case when ${isPendingIn(sessionId)} then ${authenticators.pendingSecret} else excluded.pending_secret end`,
        pendingSessionId: sql`excluded.pending_session_id`,
        pendingUntil: sql`excluded.pending_until`,
      },
    })
    .returning({ secret: authenticators.pendingSecret })
  const [person] = await db.select({ label: staff.email }).from(staff).where(eq(staff.id, staffId))
  const secret = row?.secret ?? ''
  return { secret, uri: totp(secret, person?.label).toString() }
}

/**
 * The first code of the app that is being set up: from now on it is in force, and the one before it is not. Returns new
 * recovery codes, to be shown this once; none when the code is wrong.
 */
export async function confirmAuthenticator(
  tx: Tx,
  { staffId, sessionId, code, by }: Whose & { code: string; by: By },
): Promise<string[] | undefined> {
  const [row] = await tx
    .select({ secret: authenticators.pendingSecret })
    .from(authenticators)
    .where(and(eq(authenticators.staffId, staffId), isPendingIn(sessionId)))
    .for('update')
  const step = row?.secret ? stepOf(row.secret, code, by.at) : undefined
  if (!row?.secret || step === undefined) return undefined
  await tx
    .update(authenticators)
    .set({
      secret: row.secret,
      pendingSecret: null,
      pendingSessionId: null,
      pendingUntil: null,
      confirmedAt: by.at,
      lastStep: step,
    })
    .where(eq(authenticators.staffId, staffId))
  const codes = await newRecoveryCodes(tx, staffId)
  await recordOfficeEvent(tx, { type: 'second-factor.set-up', ...by, details: { staffId } })
  return codes
}

/** Accepts a code of the app, once: never the same or an older one again. */
export async function acceptCode(
  tx: Tx,
  { staffId, code, at }: { staffId: string; code: string; at: Date },
): Promise<boolean> {
  const [row] = await tx
    .select({ secret: authenticators.secret })
    .from(authenticators)
    .where(eq(authenticators.staffId, staffId))
  const step = row?.secret ? stepOf(row.secret, code, at) : undefined
  if (step === undefined) return false
  const accepted = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(
      and(
        eq(authenticators.staffId, staffId),
        or(isNull(authenticators.lastStep), lt(authenticators.lastStep, step)),
      ),
    )
    .returning({ staffId: authenticators.staffId })
  return accepted.length > 0
}

const isPendingIn = (sessionId: string) =>
  and(
    isNotNull(authenticators.pendingSecret),
    eq(authenticators.pendingSessionId, sessionId),
    gt(authenticators.pendingUntil, sql`now()`),
  )

const totp = (secret: string, label = '') =>
  new TOTP({ issuer: ISSUER, label, period: PERIOD, secret: Secret.fromBase32(secret) })

function stepOf(secret: string, code: string, at: Date): number | undefined {
  const timestamp = at.getTime()
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totp(secret).validate({ token, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD) + delta
}
