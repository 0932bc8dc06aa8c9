import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Db, Tx } from '../kernel/database.ts'
import { activePeople, type StaffMember } from '../staff/people.ts'
import { rulesAsked } from './rules/rule-set.ts'
import type { RulesInForce } from './rules/rules.ts'
import type { RoutingSnapshot } from './snapshot-shape.ts'
import { absences, conflicts, ruleSets, teamMembers, teams } from './tables.ts'

/** What is ours of it, as the database gives it: one query, so that all of it is of one moment. */
interface Office extends Pick<RoutingSnapshot, 'teams' | 'absences' | 'conflicts'> {
  /** None where no rules were ever published. */
  published: RulesInForce | null
  members: { staffId: string; teamId: string; capacity: number }[]
}

const inTeams = (owner: PgColumn) =>
  sql`where ${owner} in (select ${teamMembers.staffId} from ${teamMembers})`

const officeQuery = sql`select
  (select jsonb_build_object('version', version, 'rules', rules) from ${ruleSets} order by version desc limit 1) as published,
  ${listOf(teams, { id: teams.id, name: teams.name, active: teams.active })} as teams,
  ${listOf(teamMembers, { staffId: teamMembers.staffId, teamId: teamMembers.teamId, capacity: teamMembers.capacity })} as members,
  ${listOf(absences, { staffId: absences.staffId, from: absences.from, to: absences.to }, inTeams(absences.staffId))} as absences,
  ${listOf(conflicts, { staffId: conflicts.staffId, kind: conflicts.kind, value: conflicts.value }, inTeams(conflicts.staffId))} as conflicts`

/**
 * The office as it stands: enabled rules, teams, and the active people with the reviewer's role. Two queries, whatever
 * the size. `load`: open cases by staff id, from the floor that knows cases.
 */
export async function routingSnapshot(
  db: Db | Tx,
  load: ReadonlyMap<string, number>,
): Promise<RoutingSnapshot> {
  const [{ rows }, people] = await Promise.all([
    db.execute<Office & Record<string, unknown>>(officeQuery),
    activePeople(db, 'reviewer'),
  ])
  const office = rows[0] as Office
  const reviewers = reviewersOf(people, office.members)
  const isReviewer = new Set(reviewers.map(({ staffId }) => staffId))
  const theirs = (row: { staffId: string }) => isReviewer.has(row.staffId)
  return {
    ruleSet: office.published?.version ?? 0,
    rules: rulesAsked(office.published?.rules ?? []),
    teams: office.teams,
    reviewers,
    absences: office.absences.filter(theirs),
    conflicts: office.conflicts.filter(theirs),
    load: Object.fromEntries(load),
  }
}

function reviewersOf(
  people: readonly StaffMember[],
  members: Office['members'],
): RoutingSnapshot['reviewers'] {
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

function listOf(table: PgTable, columns: Record<string, PgColumn>, rest = sql``): SQL {
  const fields = Object.entries(columns).map(([key, column]) => sql`${sql.raw(`'${key}'`)}, ${column}`)
  return sql`(select coalesce(json_agg(json_build_object(${sql.join(fields, sql`, `)})), '[]') from ${table} ${rest})`
}
