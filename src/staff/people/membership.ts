// Who works here and with which roles, as those who manage people change it.
import { and, arrayContains, count, desc, asc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import type { By } from '../by.ts'
import { joinStaff, suspendStaff, type Joining, type LeaveCases } from '../join-and-leave.ts'
import type { Role } from '../roles.ts'
import { endSessions } from '../sessions.ts'
import { askForLink } from '../sign-in/links.ts'
import { passkeys } from '../passkeys/tables.ts'
import { removeIdentities } from '../single-sign-on/identities.ts'
import { oidcIdentities } from '../single-sign-on/tables.ts'
import { authenticators, passwords, sessions, staff } from '../tables.ts'
import { removeAllFactors } from '../second-factor/own-factors.ts'

type Affiliation = Pick<Joining, 'country' | 'organisation'>

/** Everybody, by name, suspended ones last; `cameIn`: whether they ever signed in here. */
export const everybody = (db: Db) =>
  db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      roles: staff.roles,
      country: staff.country,
      organisation: staff.organisation,
      active: staff.active,
      hasSecondFactor: sql<boolean>`${authenticators.secret} is not null or exists (select from ${passkeys} where ${passkeys.staffId} = ${staff.id})`,
      isLinked: sql<boolean>`exists (select from ${oidcIdentities} where ${oidcIdentities.staffId} = ${staff.id})`,
      cameIn: sql<boolean>`${passwords.staffId} is not null or exists (select from ${sessions} where ${sessions.staffId} = ${staff.id})`,
    })
    .from(staff)
    .leftJoin(authenticators, eq(authenticators.staffId, staff.id))
    .leftJoin(passwords, eq(passwords.staffId, staff.id))
    .orderBy(desc(staff.active), asc(staff.name), asc(staff.id))
    .limit(1000)

/** Makes the account and has a link sent by which the person sets it up. Throws `already-exists`. */
export async function invite(tx: Tx, joining: Joining, by: By): Promise<void> {
  const staffId = await joinStaff(tx, joining, by)
  await askForLink(tx, { purpose: 'invitation', staffId })
}

/** Sends another invitation. Throws `not-found` for nobody active. */
export async function inviteAgain(tx: Tx, staffId: string, by: By): Promise<void> {
  await held(tx, staffId, true)
  await askForLink(tx, { purpose: 'invitation', staffId })
  await recordOfficeEvent(tx, { type: 'staff.invited-again', ...by, details: { staffId } })
}

/**
 * Gives the person these roles and no others. They sign in anew: what a session may do changes only with its secret, and a
 * role may require a second factor. Throws `not-found`, and `not-permitted` when no administrator would be left.
 */
export async function changeRoles(tx: Tx, staffId: string, roles: Role[], by: By): Promise<void> {
  const before = await held(tx, staffId, true)
  await tx.update(staff).set({ roles }).where(eq(staff.id, staffId))
  if (before.roles.includes('administrator')) await keepAnAdministrator(tx)
  const ended = { sessions: await endSessions(tx, staffId) }
  await recordOfficeEvent(tx, {
    type: 'staff.roles-changed',
    ...by,
    details: { staffId, from: before.roles, to: roles, ended },
  })
}

/**
 * Says where the person belongs: on whose cases they never work. An organisation's name is what somebody wrote, and stays out of the
 * event. The same again changes nothing. Throws `not-found`.
 */
export async function changeAffiliation(tx: Tx, staffId: string, to: Affiliation, by: By): Promise<void> {
  const { country, organisation } = await held(tx, staffId, true)
  const details = {
    ...(to.country !== country && { country: { from: country, to: to.country } }),
    ...(to.organisation !== organisation && { organisation: to.organisation === null ? 'removed' : 'set' }),
  }
  if (Object.keys(details).length === 0) return
  await tx.update(staff).set(to).where(eq(staff.id, staffId))
  await recordOfficeEvent(tx, { type: 'staff.affiliation-changed', ...by, details: { staffId, ...details } })
}

/** Suspends the person; their open cases go to others. Throws `not-found`, and `not-permitted` when no administrator would be left. */
export async function suspend(tx: Tx, staffId: string, by: By, leaveCases: LeaveCases): Promise<void> {
  const { email, roles } = await held(tx, staffId, true)
  await suspendStaff(tx, { email, leaveCases, by })
  if (roles.includes('administrator')) await keepAnAdministrator(tx)
}

/** Lets a suspended person in again, with the roles they had; what ended with the suspension stays ended. Throws `not-found`. */
export async function reinstate(tx: Tx, staffId: string, by: By): Promise<void> {
  await held(tx, staffId, false)
  await tx.update(staff).set({ active: true }).where(eq(staff.id, staffId))
  await recordOfficeEvent(tx, { type: 'staff.reinstated', ...by, details: { staffId } })
}

/** For who has lost app, passkeys and recovery codes: the next sign-in asks for none, or for a new one. Throws `not-found`. */
export async function removeSecondFactor(tx: Tx, staffId: string, by: By): Promise<void> {
  await held(tx, staffId, true)
  await removeAllFactors(tx, staffId, by)
}

/** For whom the identity provider knows under another name now: the next to come with their address is linked. Throws `not-found`. */
export async function unlinkSingleSignOn(tx: Tx, staffId: string, by: By): Promise<void> {
  await held(tx, staffId, true)
  await removeIdentities(tx, staffId, by)
}

/**
 * Throws `not-permitted` where somebody who is no administrator would make one, unmake one or change how one gets in:
 * else everybody who manages people could become one.
 */
export async function guardAdministrators(
  tx: Tx,
  { staffId, mine, given = [] }: { staffId?: string; mine: readonly Role[]; given?: readonly Role[] },
): Promise<void> {
  if (mine.includes('administrator')) return
  const [person] = staffId
    ? await tx.select({ roles: staff.roles }).from(staff).where(eq(staff.id, staffId))
    : []
  if (![...(person?.roles ?? []), ...given].includes('administrator')) return
  throw new Problem('not-permitted', 'Only an administrator can do this to or for an administrator.')
}

/** Throws `not-permitted` unless an active administrator is left: nobody could let anybody in again. */
async function keepAnAdministrator(tx: Tx): Promise<void> {
  // Two who take the role from each other at once would leave none.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('staff.administrators'))`)
  const [left] = await tx
    .select({ count: count() })
    .from(staff)
    .where(and(eq(staff.active, true), arrayContains(staff.roles, ['administrator'])))
  if (left?.count === 0) {
    throw new Problem('not-permitted', 'There would be no administrator left. Make someone else one first.')
  }
}

async function held(tx: Tx, staffId: string, active: boolean) {
  const [person] = await tx
    .select({
      roles: staff.roles,
      email: staff.email,
      country: staff.country,
      organisation: staff.organisation,
    })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.active, active)))
    .for('update')
  if (!person) throw new Problem('not-found', 'There is no such person here. Load the list again.')
  return person
}
