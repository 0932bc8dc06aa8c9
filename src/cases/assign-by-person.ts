import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { conflictWithCase } from '../routing/conflicts/conflicts.ts'
import { teamsOf } from '../routing/teams/memberships.ts'
import { personOf } from '../staff/people.ts'
import { may } from '../staff/roles.ts'
import { assign } from './assign.ts'
import { requireNotHeld } from './quarantine.ts'
import { routingFacts } from './routing-facts.ts'
import type { cases } from './tables.ts'

interface Choice {
  assigneeId: string
  why: string | undefined
  actor: Actor
  at: Date
}

/**
 * Gives the case to somebody whom a person chose. Throws `transition-not-allowed` for one that is held, `invalid-fields` when that person cannot work on it: unknown,
 * suspended, without the permission to review, or with a conflict of interest.
 */
export async function assignByPerson(
  tx: Tx,
  theCase: typeof cases.$inferSelect,
  choice: Choice,
): Promise<void> {
  requireNotHeld(theCase)
  const person = await personOf(tx, choice.assigneeId)
  if (!person?.active || !may(person.roles, 'case.review')) {
    throw refused('not-a-reviewer', 'Choose somebody of the staff who may review cases.')
  }
  if (await conflictWithCase(tx, choice.assigneeId, routingFacts(theCase))) {
    throw refused(
      'conflict-of-interest',
      'Choose somebody else: this person has a conflict of interest in this case.',
    )
  }
  const teams = await teamsOf(tx, choice.assigneeId)
  const teamId = teams.find(team => team === theCase.teamId) ?? teams[0] ?? null
  await assign(tx, { caseId: theCase.id, teamId, ...choice })
}

const refused = (code: string, message: string) =>
  new Problem('invalid-fields', message, { errors: [{ pointer: '/assigneeId', code, message }] })
