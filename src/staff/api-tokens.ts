// Who is asking: a person of the staff, shown by a personal API token.
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Language } from '../kernel/languages.ts'
import { recordOfficeEvent } from '../events/record.ts'
import type { Actor } from '../events/define-event.ts'
import type { Role } from './roles.ts'
import { hashOf, newSecret } from './secret.ts'
import { apiTokens, staff } from './tables.ts'

/** The signed-in person, as a request knows them. */
export interface SignedIn {
  staffId: string
  /** The API token or the browser session that shows who it is; one of the two. */
  tokenId: string | null
  sessionId: string | null
  /** What the session's forms carry; none with a token. */
  csrf: string | null
  /** Whether they showed within ten minutes that it is them; never by a token. */
  steppedUp: boolean
  name: string
  language: Language
  timeZone: string
  country: string | null
  organisation: string | null
  /** The roles in force: those of the token that its person still has. */
  roles: Role[]
}

const TOKEN_PREFIX = 'ogpj_'

/** The person behind a token, or none when it is unknown, expired or revoked or its person is suspended. */
export async function signedInBy(db: Db, token: string): Promise<SignedIn | undefined> {
  if (!token.startsWith(TOKEN_PREFIX) || token.length > 100) return undefined
  const [found] = await db
    .select({
      tokenId: apiTokens.id,
      tokenRoles: apiTokens.roles,
      staffId: staff.id,
      name: staff.name,
      language: staff.language,
      timeZone: staff.timeZone,
      country: staff.country,
      organisation: staff.organisation,
      roles: staff.roles,
      usedLately: sql<boolean>`coalesce(${apiTokens.lastUsedAt} > now() - interval '1 minute', false)`,
    })
    .from(apiTokens)
    .innerJoin(staff, eq(staff.id, apiTokens.staffId))
    .where(
      and(
        eq(apiTokens.secretHash, hashOf(token)),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, sql`now()`),
        eq(staff.active, true),
      ),
    )
  if (!found) return undefined
  const { usedLately, tokenRoles, ...person } = found
  if (!usedLately) {
    await db
      .update(apiTokens)
      .set({ lastUsedAt: sql`now()` })
      .where(eq(apiTokens.id, found.tokenId))
  }
  const roles = person.roles.filter(role => tokenRoles.includes(role))
  return { ...person, roles, sessionId: null, csrf: null, steppedUp: false }
}

export interface NewToken {
  staffId: string
  /** The roles in force of whoever asks: a token cannot beget one that may do more than itself. */
  within: readonly Role[]
  name: string
  roles: readonly Role[]
  expiresAt: Date
  at: Date
  actor: Actor
}

/**
 * Makes a token and returns it: it is shown once, the database keeps its hash. Throws `not-permitted` for roles beyond
 * `within`, and where it is asked for by a token that it would outlive.
 */
export async function createToken(tx: Tx, wanted: NewToken): Promise<{ id: string; token: string }> {
  const lacking = wanted.roles.filter(role => !wanted.within.includes(role))
  if (lacking.length > 0) {
    throw new Problem(
      'not-permitted',
      `You cannot give a token roles that you do not have here: ${lacking.join(', ')}.`,
    )
  }
  const last = await endOfToken(tx, wanted.actor)
  if (last && wanted.expiresAt > last) {
    throw new Problem(
      'not-permitted',
      `A token cannot make one that outlives it: this one ends at ${last.toISOString()}. Ask for fewer days, or sign in with a browser.`,
    )
  }
  const token = `${TOKEN_PREFIX}${newSecret()}`
  const id = randomUUID()
  await tx.insert(apiTokens).values({
    id,
    staffId: wanted.staffId,
    name: wanted.name,
    secretHash: hashOf(token),
    roles: [...wanted.roles],
    createdAt: wanted.at,
    expiresAt: wanted.expiresAt,
  })
  const details = { tokenId: id, staffId: wanted.staffId, roles: wanted.roles }
  await recordOfficeEvent(tx, { type: 'token.created', actor: wanted.actor, at: wanted.at, details })
  return { id, token }
}

async function endOfToken(tx: Tx, actor: Actor): Promise<Date | undefined> {
  if (actor.kind !== 'staff' || actor.token === undefined) return undefined
  const [used] = await tx
    .select({ expiresAt: apiTokens.expiresAt })
    .from(apiTokens)
    .where(eq(apiTokens.id, actor.token))
  return used?.expiresAt
}

/** Ends all tokens of a person at once. Returns how many. */
export async function endTokens(tx: Tx, staffId: string, at: Date): Promise<number> {
  const ended = await tx
    .update(apiTokens)
    .set({ revokedAt: at })
    .where(and(eq(apiTokens.staffId, staffId), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id })
  return ended.length
}

/** The tokens in force of a person, in the order in which they were made. */
export async function tokensOf(db: Db, staffId: string) {
  const { id, name, roles, createdAt, expiresAt, lastUsedAt } = apiTokens
  return db
    .select({ id, name, roles, createdAt, expiresAt, lastUsedAt })
    .from(apiTokens)
    .where(and(eq(apiTokens.staffId, staffId), isNull(apiTokens.revokedAt), gt(expiresAt, sql`now()`)))
    .orderBy(asc(createdAt))
    .limit(100)
}

/** Every token in force with its person, the one that was used last first. */
export async function tokensInForce(db: Db) {
  const { id, name, roles, createdAt, expiresAt, lastUsedAt } = apiTokens
  return db
    .select({ id, name, roles, createdAt, expiresAt, lastUsedAt, person: staff.name, active: staff.active })
    .from(apiTokens)
    .innerJoin(staff, eq(staff.id, apiTokens.staffId))
    .where(and(isNull(apiTokens.revokedAt), gt(expiresAt, sql`now()`)))
    .orderBy(sql`${lastUsedAt} desc nulls last`, asc(createdAt))
    .limit(500)
}

/** Ends a token at once; `staffId`: only one of that person. Throws `not-found` where no such token is in force. */
export async function revokeToken(
  tx: Tx,
  revoked: { id: string; staffId?: string; at: Date; actor: Actor },
): Promise<void> {
  const [row] = await tx
    .update(apiTokens)
    .set({ revokedAt: revoked.at })
    .where(
      and(
        eq(apiTokens.id, revoked.id),
        revoked.staffId === undefined ? undefined : eq(apiTokens.staffId, revoked.staffId),
        isNull(apiTokens.revokedAt),
      ),
    )
    .returning({ staffId: apiTokens.staffId })
  if (!row) throw new Problem('not-found', 'There is no such token in force.')
  await recordOfficeEvent(tx, {
    type: 'token.revoked',
    actor: revoked.actor,
    at: revoked.at,
    details: { tokenId: revoked.id, staffId: row.staffId },
  })
}
