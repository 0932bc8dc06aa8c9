// Which cases a person may see: theirs, those on which they were asked, and their teams', or all, and never one in which they have a conflict.
import { and, eq, inArray, isNull, not, or, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { interestsOf, type Interests } from '../routing/conflicts/interests.ts'
import { teamsOf } from '../routing/teams/memberships.ts'
import { may, type Role } from '../staff/roles.ts'
import { requireDeclared } from './declare.ts'
import { caseReviewers, cases } from './tables.ts'

interface Person {
  staffId: string
  roles: readonly Role[]
}

/** The condition under which the person may see a case. Belongs into every read of cases for staff. */
export async function visibleTo(db: Db | Tx, person: Person): Promise<SQL | undefined> {
  const noConflict = withoutConflict(await interestsOf(db, person.staffId))
  if (may(person.roles, 'case.read-all')) return noConflict
  if (!may(person.roles, 'case.read')) return sql`false`
  const teams = await teamsOf(db, person.staffId)
  const asked = db
    .select({ id: caseReviewers.caseId })
    .from(caseReviewers)
    .where(eq(caseReviewers.staffId, person.staffId))
  const own = or(
    eq(cases.assigneeId, person.staffId),
    // As an array, it can be looked up beside the other two in their indexes; as `in` every case would be held against it.
    sql`${cases.id} = any (array${asked})`,
    teams.length > 0 ? inArray(cases.teamId, teams) : undefined,
  )
  return and(own, noConflict)
}

/** The condition under which somebody who reads all of the audit trail may know of a case. */
export const auditableBy = async (db: Db | Tx, { staffId }: Person): Promise<SQL | undefined> =>
  withoutConflict(await interestsOf(db, staffId))

/**
 * The case whose audit trail the person may read: one that they may read, or any but a conflicted one for an auditor. Who
 * also works cases declares first: an auditor, who works none, has nothing to declare. Throws as `readableCase` does.
 */
export async function auditableCase(
  db: Db | Tx,
  person: Person,
  reference: string,
): Promise<typeof cases.$inferSelect> {
  const readsAll = may(person.roles, 'audit.read')
  const visible = readsAll ? await auditableBy(db, person) : await visibleTo(db, person)
  const theCase = await oneOf(db, reference, visible)
  if (may(person.roles, 'case.read')) await requireDeclared(db, person.staffId, theCase)
  return theCase
}

/**
 * The case, for whoever is about to read what is in it. Throws `not-found` as `visibleCase` does, and `declaration-needed`
 * until the person has said that they have no conflict of interest.
 */
export async function readableCase(
  db: Db | Tx,
  person: Person,
  reference: string,
): Promise<typeof cases.$inferSelect> {
  const theCase = await visibleCase(db, person, reference)
  await requireDeclared(db, person.staffId, theCase)
  return theCase
}

/** The case with this reference, if the person may see it. Throws `not-found` either way else: that it exists is not told. */
export const visibleCase = async (
  db: Db | Tx,
  person: Person,
  reference: string,
): Promise<typeof cases.$inferSelect> => oneOf(db, reference, await visibleTo(db, person))

async function oneOf(db: Db | Tx, reference: string, visible: SQL | undefined) {
  const [theCase] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.reference, reference), visible))
  if (!theCase) throw new Problem('not-found', 'There is no such case among those that you may see.')
  return theCase
}

/** The condition under which nobody with these interests has to keep away from a case; none where they have none. */
export function withoutConflict(interests: Interests): SQL | undefined {
  const { countries, jurisdictions, organisations, domains, caseIds } = interests
  const domain = cases.contactDomain
  return and(
    countries.length > 0 ? or(isNull(cases.country), not(inArray(cases.country, countries))) : undefined,
    jurisdictions.length > 0
      ? or(isNull(cases.jurisdiction), not(inArray(cases.jurisdiction, jurisdictions)))
      : undefined,
    organisations.length > 0 ? not(inArray(cases.organisationKey, organisations)) : undefined,
    caseIds.length > 0 ? not(inArray(cases.id, caseIds)) : undefined,
    ...domains.map(
      own => sql`not (${domain} = ${own} or right(${domain}, ${own.length + 1}) = ${`.${own}`})`,
    ),
  )
}
