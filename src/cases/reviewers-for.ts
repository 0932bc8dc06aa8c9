import type { Db, Tx } from '../kernel/database.ts'
import { conflictsWithCase } from '../routing/conflicts/conflicts.ts'
import { activePeople, type StaffMember } from '../staff/people.ts'
import { routingFacts } from './routing-facts.ts'
import type { cases } from './tables.ts'

/** The reviewers to whom the case can be given: active, and without a conflict of interest in it. */
export async function reviewersFor(db: Db | Tx, theCase: typeof cases.$inferSelect): Promise<StaffMember[]> {
  const people = await activePeople(db, 'reviewer')
  const conflicted = await conflictsWithCase(db, people, routingFacts(theCase))
  return people
    .filter(({ staffId }) => !conflicted.has(staffId) && staffId !== theCase.assigneeId)
    .toSorted((one, other) => one.name.localeCompare(other.name))
}
