import { and, eq } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import type { Actor } from '../events/define-event.ts'
import { declareConflict } from '../routing/conflicts/conflicts.ts'
import { appendToCase } from './append-event.ts'
import { forgetReviewer } from './ask-reviewer.ts'
import { withdrawDeclaration } from './declare.ts'
import { REVIEWER_RECUSED } from './events.ts'
import { cases } from './tables.ts'

interface Recusal {
  staffId: string
  reason: string
  /** What whoever takes the case over should know. */
  handOver?: string | undefined
  actor: Actor
  at: Date
}

/**
 * Keeps a person away from the case from now on. Where it was theirs, the event's work finds the next reviewer.
 */
export async function recuse(tx: Tx, theCase: typeof cases.$inferSelect, recusal: Recusal): Promise<void> {
  const { staffId, reason, handOver, actor, at } = recusal
  await declareConflict(tx, { staffId, kind: 'case', value: theCase.id }, { actor, at })
  // What they declared before, and that they were asked, is over.
  await withdrawDeclaration(tx, staffId, theCase.id)
  await forgetReviewer(tx, theCase.id, staffId)
  // Only while it is theirs: somebody else may have been given the case just now.
  await tx
    .update(cases)
    .set({ assigneeId: null, teamId: null })
    .where(and(eq(cases.id, theCase.id), eq(cases.assigneeId, staffId)))
  await appendToCase(tx, theCase.id, {
    event: REVIEWER_RECUSED,
    at,
    actor,
    details: { staffId },
    words: { reason, ...(handOver !== undefined && { handOver }) },
  })
}
