// Sessions: who is signed in where, until when. The cookie holds the secret, the database its hash and the database's clock decides.
import { and, desc, eq, gt, isNull, lt, ne, not, or, sql, type SQL } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../kernel/database.ts'
import { recordOfficeEvent } from '../events/record.ts'
import { requiresSecondFactor, type Access } from './access.ts'
import type { SignedIn } from './api-tokens.ts'
import type { By } from './by.ts'
import { hashOf, newSecret } from './secret.ts'
import { isSecondFactor, type Factor, type Stage } from './sign-in/words.ts'
import { sessions, staff } from './tables.ts'

/** Somebody who is on their way in has so long for the second factor. */
const STAGE_MINUTES = 10
const inForce = and(
  isNull(sessions.endedAt),
  gt(sessions.idleUntil, sql`now()`),
  gt(sessions.expiresAt, sql`now()`),
)

export interface NewSession {
  staffId: string
  stage: Stage
  factors: Factor[]
  userAgent: string
}

/** Opens a session and returns the secret for its cookie: it is not kept. */
export async function openSession(
  tx: Tx,
  session: NewSession,
  access: Access,
): Promise<{ id: string; secret: string }> {
  const id = randomUUID()
  const secret = newSecret()
  await tx.insert(sessions).values({
    ...session,
    id,
    secretHash: hashOf(secret),
    csrf: newSecret(),
    idleUntil: idleUntil(session.stage, access),
    expiresAt: sql`now() + make_interval(days => ${access.longestDays})`,
  })
  return { id, secret }
}

export interface ComingIn extends Pick<NewSession, 'staffId' | 'stage' | 'factors'> {
  id: string
}

/** The session of a cookie, whatever its stage; none when it has ended or its person is suspended. */
export async function sessionOf(db: Db | Tx, secret: string): Promise<ComingIn | undefined> {
  const { id, staffId, stage, factors } = sessions
  const [found] = await db
    .select({ id, staffId, stage, factors })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(and(eq(sessions.secretHash, hashOf(secret)), inForce, eq(staff.active, true)))
  return found
}

/**
 * The person behind a cookie, if signed in all the way: with a second factor where one of their roles requires it now.
 * Notes that they were seen, once a minute, if they are there themselves.
 */
export async function signedInWith(
  db: Db,
  secret: string,
  access: Access,
  isThere = true,
): Promise<SignedIn | undefined> {
  const [found] = await db
    .select({
      sessionId: sessions.id,
      csrf: sessions.csrf,
      staffId: staff.id,
      name: staff.name,
      language: staff.language,
      timeZone: staff.timeZone,
      country: staff.country,
      organisation: staff.organisation,
      roles: staff.roles,
      factors: sessions.factors,
      steppedUp: sql<boolean>`${sessions.authenticatedAt} > now() - interval '10 minutes'`,
      seenLately: sql<boolean>`${sessions.lastSeenAt} > now() - interval '1 minute'`,
    })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(
      and(
        eq(sessions.secretHash, hashOf(secret)),
        eq(sessions.stage, 'open'),
        inForce,
        eq(staff.active, true),
      ),
    )
  if (!found) return undefined
  const { seenLately, factors, ...person } = found
  if (requiresSecondFactor(access, person.roles) && !factors.some(isSecondFactor)) return undefined
  if (isThere && !seenLately) {
    await db
      .update(sessions)
      .set({ lastSeenAt: sql`now()`, idleUntil: idleUntil('open', access) })
      .where(eq(sessions.id, found.sessionId))
  }
  return { ...person, tokenId: null }
}

/**
 * The person has shown once more who they are: the session is open, gets a new secret and new form tokens, and is fresh
 * for what is delicate. Returns the secret; none when the session has ended meanwhile.
 */
export async function strengthenSession(
  tx: Tx,
  { id, factor }: { id: string; factor: Factor },
  access: Access,
): Promise<string | undefined> {
  const secret = newSecret()
  const rows = await tx
    .update(sessions)
    .set({
      secretHash: hashOf(secret),
      csrf: newSecret(),
      stage: 'open',
      factors: sql`case when ${factor} = any(${sessions.factors}) then ${sessions.factors} else array_append(${sessions.factors}, ${factor}) end`,
      authenticatedAt: sql`now()`,
      lastSeenAt: sql`now()`,
      idleUntil: idleUntil('open', access),
    })
    .where(and(eq(sessions.id, id), inForce))
    .returning({ id: sessions.id })
  return rows.length === 0 ? undefined : secret
}

/** Ends one session of the person, with the event that says so; one that has ended already is left alone. */
export async function endSession(
  tx: Tx,
  { id, staffId, by }: { id: string; staffId: string; by: By },
): Promise<void> {
  const ended = await end(tx, and(eq(sessions.id, id), eq(sessions.staffId, staffId)))
  if (ended > 0)
    await recordOfficeEvent(tx, { type: 'session.ended', ...by, details: { sessionId: id, staffId } })
}

/** Ends all sessions of a person, but for the one that is named. Returns how many. */
export const endSessions = (tx: Tx, staffId: string, but?: string): Promise<number> =>
  end(tx, and(eq(sessions.staffId, staffId), but === undefined ? undefined : ne(sessions.id, but)))

/** The sessions in force of a person, the last seen first. */
export const sessionsOf = (db: Db, staffId: string) =>
  db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      factors: sessions.factors,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.staffId, staffId), eq(sessions.stage, 'open'), inForce))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(100)

/** Deletes what ended a month ago or earlier, but each person’s latest: that they were here is not forgotten. */
export async function forgetSessions(db: Db): Promise<void> {
  const monthAgo = sql`now() - interval '30 days'`
  const isLatest = sql`not exists (select from ${sessions} newer where newer.staff_id = ${sessions.staffId} and newer.created_at > ${sessions.createdAt})`
  await db
    .delete(sessions)
    .where(and(or(lt(sessions.endedAt, monthAgo), lt(sessions.expiresAt, monthAgo)), not(isLatest)))
}

const idleUntil = (stage: Stage, { idleHours }: Access): SQL =>
  stage === 'open'
    ? sql`now() + make_interval(hours => ${idleHours})`
    : sql`now() + make_interval(mins => ${STAGE_MINUTES})`

async function end(tx: Tx, which: SQL | undefined): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(which, isNull(sessions.endedAt)))
    .returning({ id: sessions.id })
  return ended.length
}
