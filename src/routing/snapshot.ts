import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { staff } from '../staff/tables.ts'
import type { RoutingSnapshot } from './snapshot-shape.ts'
import { absences, conflicts, routingRules, teamMembers, teams } from './tables.ts'

/**
 * The office as it stands: enabled rules, teams, and the active people with the reviewer's role. Five queries, whatever
 * the size. `load`: open cases by staff id, from the floor that knows cases. Inside a repeatable-read transaction the
 * five agree to the row; outside, a rule changed in between may be seen half, and the next routing sees it whole.
 */
export async function routingSnapshot(
  db: Db | Tx,
  load: ReadonlyMap<string, number>,
): Promise<RoutingSnapshot> {
  const isReviewer = and(eq(staff.active, true), sql`${staff.roles} @> array['reviewer']`)
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
    reviewers: await reviewers(db, isReviewer),
    absences: await db
      .select({ staffId: absences.staffId, from: absences.from, to: absences.to })
      .from(absences)
      .innerJoin(staff, eq(staff.id, absences.staffId))
      .where(isReviewer),
    conflicts: await db
      .select({ staffId: conflicts.staffId, kind: conflicts.kind, value: conflicts.value })
      .from(conflicts)
      .innerJoin(staff, eq(staff.id, conflicts.staffId))
      .where(isReviewer),
    load: Object.fromEntries(load),
  }
}

async function reviewers(db: Db | Tx, isReviewer: SQL | undefined): Promise<RoutingSnapshot['reviewers']> {
  const rows = await db
    .select({
      staffId: staff.id,
      name: staff.name,
      teamId: teamMembers.teamId,
      capacity: teamMembers.capacity,
      country: staff.country,
      organisation: staff.organisation,
      emailDomain: sql<string>`split_part(${staff.email}, '@', 2)`,
      language: staff.language,
    })
    .from(teamMembers)
    .innerJoin(staff, eq(staff.id, teamMembers.staffId))
    .where(isReviewer)
  return rows.map(({ language, ...row }) => ({ ...row, languages: [language] }))
}
