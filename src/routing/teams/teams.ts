import { and, asc, eq } from 'drizzle-orm'
import { recordOfficeEvent } from '../../events/record.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Region } from '../../kernel/regions.ts'
import { personOf, staffNames } from '../../staff/people.ts'
import { TEAM_ADDED, TEAM_CHANGED, TEAM_MEMBER_REMOVED, TEAM_MEMBER_SET, type By } from '../events.ts'
import { teamMembers, teams } from '../tables.ts'

export interface TeamDetails {
  name: string
  region: Region | null
  active: boolean
}

/** Every team by name, each with its people and their capacities. */
export async function teamList(db: Db) {
  const rows = await db
    .select({
      id: teams.id,
      name: teams.name,
      region: teams.region,
      active: teams.active,
      version: teams.version,
    })
    .from(teams)
    .orderBy(asc(teams.name), asc(teams.id))
  const members = await db
    .select({ teamId: teamMembers.teamId, staffId: teamMembers.staffId, capacity: teamMembers.capacity })
    .from(teamMembers)
  const byPerson = Map.groupBy(members, ({ staffId }) => staffId)
  const named = [...(await staffNames(db))].flatMap(([staffId, name]) =>
    (byPerson.get(staffId) ?? []).map(({ teamId, capacity }) => ({ teamId, staffId, name, capacity })),
  )
  const byTeam = Map.groupBy(named, ({ teamId }) => teamId)
  return rows.map(team => ({
    ...team,
    members: (byTeam.get(team.id) ?? []).map(({ staffId, name, capacity }) => ({ staffId, name, capacity })),
  }))
}

/** Throws `already-exists` when the id is taken. */
export async function addTeam(tx: Tx, id: string, details: TeamDetails, by: By): Promise<void> {
  const added = await tx
    .insert(teams)
    .values({ id, ...details })
    .onConflictDoNothing()
    .returning({ id: teams.id })
  if (added.length === 0) {
    throw new Problem(
      'already-exists',
      `There is a team ${id} already. Choose another id, or change that team.`,
    )
  }
  const { region, active } = details
  await recordOfficeEvent(tx, { type: TEAM_ADDED, ...by, details: { teamId: id, region, active } })
}

/**
 * Teams are closed, not deleted: old decisions name them. Throws `not-found`, and `changed-meanwhile` where `seen`, the
 * version that the person had before them, is not the team's any more.
 */
export async function changeTeam(
  tx: Tx,
  id: string,
  details: TeamDetails,
  by: By,
  seen?: number,
): Promise<void> {
  await touchTeam(tx, id, seen)
  await tx.update(teams).set(details).where(eq(teams.id, id))
  const { region, active } = details
  await recordOfficeEvent(tx, { type: TEAM_CHANGED, ...by, details: { teamId: id, region, active } })
}

export interface Membership {
  teamId: string
  staffId: string
}

/**
 * Puts a person in a team, or changes how many open cases they take. Throws `not-found` for no such team or person, and
 * `changed-meanwhile` as `changeTeam` does.
 */
export async function setTeamMember(
  tx: Tx,
  member: Membership & { capacity: number },
  by: By,
  seen?: number,
): Promise<void> {
  await touchTeam(tx, member.teamId, seen)
  await requireStaff(tx, member.staffId)
  const { capacity } = member
  await tx
    .insert(teamMembers)
    .values(member)
    .onConflictDoUpdate({ target: [teamMembers.teamId, teamMembers.staffId], set: { capacity } })
  await recordOfficeEvent(tx, { type: TEAM_MEMBER_SET, ...by, details: { ...member } })
}

/** The cases that they have stay with them. Throws `not-found` and `changed-meanwhile`. */
export async function removeTeamMember(
  tx: Tx,
  { teamId, staffId }: Membership,
  by: By,
  seen?: number,
): Promise<void> {
  await touchTeam(tx, teamId, seen)
  const removed = await tx
    .delete(teamMembers)
    .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.staffId, staffId)))
    .returning({ staffId: teamMembers.staffId })
  if (removed.length === 0)
    throw new Problem('not-found', `Nobody with the id ${staffId} is in team ${teamId}.`)
  await recordOfficeEvent(tx, { type: TEAM_MEMBER_REMOVED, ...by, details: { teamId, staffId } })
}

/** The next version of a team, whoever changes it. */
async function touchTeam(tx: Tx, id: string, seen: number | undefined): Promise<void> {
  const [before] = await tx
    .select({ version: teams.version })
    .from(teams)
    .where(eq(teams.id, id))
    .for('no key update')
  if (!before) throw new Problem('not-found', `There is no team ${id}.`)
  if (seen !== undefined && seen !== before.version) {
    throw new Problem(
      'changed-meanwhile',
      'Someone else has just changed this team. It is shown as it is now: do it again if it is still right.',
    )
  }
  await tx
    .update(teams)
    .set({ version: before.version + 1 })
    .where(eq(teams.id, id))
}

/** `pointer`: where the id stands in a body; then the field is wrong, else the address is. */
export async function requireTeam(tx: Tx, id: string, pointer?: string): Promise<void> {
  const [found] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, id))
  if (!found) throw unknown('unknown-team', `There is no team ${id}.`, pointer)
}

/** As `requireTeam`, for a person of the staff. */
export async function requireStaff(tx: Tx, id: string, pointer?: string): Promise<void> {
  if (!(await personOf(tx, id))) throw unknown('unknown-staff', `There is no member of staff ${id}.`, pointer)
}

function unknown(code: string, message: string, pointer: string | undefined): Problem {
  if (pointer === undefined) return new Problem('not-found', message)
  return new Problem('invalid-fields', message, { errors: [{ pointer, code, message }] })
}
