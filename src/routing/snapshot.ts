import { asc, eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { activePeople, type StaffMember } from '../staff/people.ts'
import type { RoutingSnapshot } from './snapshot-shape.ts'
import { absences, conflicts, routingRules, teamMembers, teams } from './tables.ts'

/**
 * The office as it stands: enabled rules, teams, and the active people with the reviewer's role. Six queries, whatever
 * the size. `load`: open cases by staff id, from the floor that knows cases. Inside a repeatable-read transaction the
 * six agree to the row; outside, a rule changed in between may be seen half, and the next routing sees it whole.
 */
export async function routingSnapshot(
  db: Db | Tx,
  load: ReadonlyMap<string, number>,
): Promise<RoutingSnapshot> {
  const people = await activePeople(db, 'reviewer')
  const ids = people.map(({ staffId }) => staffId)
  return {
    rules: await db
      .select({
        id: routingRules.id,
        name: routingRules.name,
        position: routingRules.position,
        conditions: routingRules.conditions,
        teamId: routingRules.teamId,
      })
      .from(routingRules)
      .where(eq(routingRules.enabled, true))
      .orderBy(asc(routingRules.position), asc(routingRules.id)),
    teams: await db.select({ id: teams.id, name: teams.name, active: teams.active }).from(teams),
    reviewers: await reviewers(db, people),
    absences: await db
      .select({ staffId: absences.staffId, from: absences.from, to: absences.to })
      .from(absences)
      .where(inArray(absences.staffId, ids)),
    conflicts: await db
      .select({ staffId: conflicts.staffId, kind: conflicts.kind, value: conflicts.value })
      .from(conflicts)
      .where(inArray(conflicts.staffId, ids)),
    load: Object.fromEntries(load),
  }
}

async function reviewers(db: Db | Tx, people: readonly StaffMember[]): Promise<RoutingSnapshot['reviewers']> {
  const members = await db
    .select({ teamId: teamMembers.teamId, staffId: teamMembers.staffId, capacity: teamMembers.capacity })
    .from(teamMembers)
  const byPerson = Map.groupBy(members, ({ staffId }) => staffId)
  return people.flatMap(({ staffId, name, country, organisation, emailDomain, language }) =>
    (byPerson.get(staffId) ?? []).map(({ teamId, capacity }) => ({
      staffId,
      name,
      teamId,
      capacity,
      country,
      organisation,
      emailDomain,
      languages: [language],
    })),
  )
}
