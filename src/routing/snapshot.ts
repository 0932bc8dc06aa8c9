import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Db, Tx } from '../kernel/database.ts'
import type { Role } from '../staff/roles.ts'
import { withDomain } from '../staff/people.ts'
import { staff } from '../staff/tables.ts'
import { rulesAsked } from './rules/rule-set.ts'
import type { RulesInForce } from './rules/rules.ts'
import type { RoutingSnapshot } from './snapshot-shape.ts'
import { absences, conflicts, ruleSets, teamMembers, teams } from './tables.ts'

/** The office as the database gives it: one query, so that all of it is of one moment. */
interface Office extends Omit<RoutingSnapshot, 'rules' | 'ruleSet' | 'reviewers' | 'load'> {
  /** None where no rules were ever published. */
  published: RulesInForce | null
  members: (Omit<RoutingSnapshot['reviewers'][number], 'emailDomain' | 'languages'> & {
    email: string
    language: string
  })[]
}

const REVIEWER: Role = 'reviewer'
const isReviewer = sql`${staff.active} and ${staff.roles} @> array[${sql.raw(`'${REVIEWER}'`)}]`
const ofReviewers = (owner: PgColumn) =>
  sql`${owner} in (select ${staff.id} from ${staff} where ${isReviewer})`

const officeQuery = sql`select
  (select jsonb_build_object('version', version, 'rules', rules) from ${ruleSets} order by version desc limit 1) as published,
  ${listOf(teams, { id: teams.id, name: teams.name, active: teams.active }, sql``)} as teams,
  ${listOf(
    teamMembers,
    {
      staffId: teamMembers.staffId,
      teamId: teamMembers.teamId,
      capacity: teamMembers.capacity,
      name: staff.name,
      email: staff.email,
      language: staff.language,
      country: staff.country,
      organisation: staff.organisation,
    },
    sql`join ${staff} on ${staff.id} = ${teamMembers.staffId} where ${isReviewer}`,
  )} as members,
  ${listOf(absences, { staffId: absences.staffId, from: absences.from, to: absences.to }, sql`where ${ofReviewers(absences.staffId)}`)} as absences,
  ${listOf(conflicts, { staffId: conflicts.staffId, kind: conflicts.kind, value: conflicts.value }, sql`where ${ofReviewers(conflicts.staffId)}`)} as conflicts`

/**
 * The office as it stands: enabled rules, teams, and the active people with the reviewer's role, all of one moment.
 * `load`: open cases by staff id, from the floor that knows cases.
 */
export async function routingSnapshot(
  db: Db | Tx,
  load: ReadonlyMap<string, number>,
): Promise<RoutingSnapshot> {
  const { rows } = await db.execute<Office & Record<string, unknown>>(officeQuery)
  const { members, published, teams: all, absences: away, conflicts: declared } = rows[0] as Office
  return {
    ruleSet: published?.version ?? 0,
    rules: rulesAsked(published?.rules ?? []),
    teams: all,
    absences: away,
    conflicts: declared,
    reviewers: members.map(({ email, language, ...member }) => ({
      ...member,
      emailDomain: withDomain({ email }).emailDomain,
      languages: [language],
    })),
    load: Object.fromEntries(load),
  }
}

function listOf(table: PgTable, columns: Record<string, PgColumn>, rest: SQL): SQL {
  const fields = Object.entries(columns).map(([key, column]) => sql`${sql.raw(`'${key}'`)}, ${column}`)
  return sql`(select coalesce(json_agg(json_build_object(${sql.join(fields, sql`, `)})), '[]') from ${table} ${rest})`
}
