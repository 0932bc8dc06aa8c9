import type { Tx } from '../kernel/database.ts'
import { conflictsWithCase } from '../routing/conflicts/conflicts.ts'
import { personOf } from '../staff/people.ts'
import { may } from '../staff/roles.ts'
import { routingFacts } from './routing-facts.ts'
import type { cases } from './tables.ts'

/** Why a person cannot work on the case: unknown, suspended, without the permission to review, or with a conflict. None where they can. */
export async function unfitFor(
  tx: Tx,
  theCase: typeof cases.$inferSelect,
  staffId: string,
): Promise<'not-a-reviewer' | 'conflict-of-interest' | undefined> {
  const person = await personOf(tx, staffId)
  if (!person?.active || !may(person.roles, 'case.review')) return 'not-a-reviewer'
  const kept = await conflictsWithCase(tx, [person], routingFacts(theCase))
  return kept.size > 0 ? 'conflict-of-interest' : undefined
}
