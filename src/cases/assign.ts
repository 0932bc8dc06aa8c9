import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { record } from '../events/record.ts'
import { heldActive } from '../staff/people.ts'
import { CASE_ASSIGNED } from './events.ts'
import { OPEN_STATES } from './states.ts'
import { cases } from './tables.ts'

export interface Assignment {
  caseId: string
  assigneeId: string
  teamId: string | null
  actor: Actor
  at: Date
  /** Why this person, in the assigner's words; a rule's reason is kept in the routing decision instead. */
  why?: string | undefined
}

/**
 * Gives an open case to a person, in the caller's transaction. The same person again changes nothing.
 * Throws `transition-not-allowed` for a case that is closed, and `changed-meanwhile` for a person who was just suspended.
 */
export async function assign(tx: Tx, assignment: Assignment): Promise<void> {
  const { caseId, assigneeId, teamId, actor, at, why } = assignment
  const before = tx
    .select({ id: cases.id, assigneeId: cases.assigneeId })
    .from(cases)
    .where(eq(cases.id, caseId))
    .for('no key update')
    .as('before')
  // Who is suspended at this moment leaves their cases once, and must not get this one afterwards.
  const active = heldActive(tx, assigneeId)
  const [assigned] = await tx
    .update(cases)
    .set({ assigneeId, teamId, version: sql`${cases.version} + 1` })
    .from(before)
    .innerJoin(active, sql`true`)
    .where(
      and(
        eq(cases.id, before.id),
        inArray(cases.state, OPEN_STATES),
        sql`${before.assigneeId} is distinct from ${assigneeId}::uuid`,
      ),
    )
    .returning({ version: cases.version, previousAssigneeId: before.assigneeId })
  if (!assigned) return refuse(tx, caseId, assigneeId)
  await record(tx, caseId, assigned.version, {
    event: CASE_ASSIGNED,
    at,
    actor,
    details: { assigneeId, teamId, previousAssigneeId: assigned.previousAssigneeId },
    words: why === undefined ? undefined : { why },
  })
}

async function refuse(tx: Tx, caseId: string, assigneeId: string): Promise<void> {
  const [theCase] = await tx
    .select({ assigneeId: cases.assigneeId, reference: cases.reference, state: cases.state })
    .from(cases)
    .where(eq(cases.id, caseId))
  if (theCase?.assigneeId === assigneeId) return
  if (theCase && OPEN_STATES.includes(theCase.state)) {
    throw new Problem('changed-meanwhile', 'This person has just been suspended. Choose someone else.')
  }
  throw new Problem(
    'transition-not-allowed',
    `Case ${theCase?.reference} is closed. Reopen it before you assign it.`,
  )
}
