import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { teamsOf } from '../routing/teams/memberships.ts'
import { assign } from './assign.ts'
import { requireNotHeld } from './quarantine.ts'
import type { cases } from './tables.ts'
import { unfitFor } from './unfit.ts'

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
  const unfit = await unfitFor(tx, theCase, choice.assigneeId)
  if (unfit) throw refused(unfit)
  const teams = await teamsOf(tx, choice.assigneeId)
  const teamId = teams.find(team => team === theCase.teamId) ?? teams[0] ?? null
  await assign(tx, { caseId: theCase.id, teamId, ...choice })
}

const WHY_NOT = {
  'not-a-reviewer': 'Choose a member of staff who may review cases.',
  'conflict-of-interest': 'Choose someone else: this person has a conflict of interest in this case.',
} as const

const refused = (code: keyof typeof WHY_NOT) =>
  new Problem('invalid-fields', WHY_NOT[code], {
    errors: [{ pointer: '/assigneeId', code, message: WHY_NOT[code] }],
  })
