// The same question as visible-cases.ts asks, from the other side: not which cases a person may see, but who may see one.
import type { Db, Tx } from '../kernel/database.ts'
import { conflictsWithCase } from '../routing/conflicts/conflicts.ts'
import { membersOf } from '../routing/teams/memberships.ts'
import { activeStaff, type StaffMember } from '../staff/people.ts'
import { may } from '../staff/roles.ts'
import { askedReviewers } from './ask-reviewer.ts'
import { routingFacts } from './routing-facts.ts'
import type { cases } from './tables.ts'

/** The active people who may see the case, in the order of names. */
export async function whoMaySee(db: Db | Tx, theCase: typeof cases.$inferSelect): Promise<StaffMember[]> {
  const team = theCase.teamId === null ? [] : await membersOf(db, theCase.teamId)
  const near = new Set([theCase.assigneeId, ...team, ...(await askedReviewers(db, theCase.id))])
  const people = (await activeStaff(db)).filter(
    ({ staffId, roles }) => may(roles, 'case.read-all') || (may(roles, 'case.read') && near.has(staffId)),
  )
  const conflicted = await conflictsWithCase(db, people, routingFacts(theCase))
  return people.filter(({ staffId }) => !conflicted.has(staffId))
}
