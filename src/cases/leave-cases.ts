// Whoever is suspended leaves no open case behind: each is routed anew.
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import type { Actor } from '../events/define-event.ts'
import { recordMany } from '../events/record-many.ts'
import { ASSIGNEE_SUSPENDED } from './events.ts'
import { cases } from './tables.ts'

/**
 * Takes all open cases from a person who is suspended in the same transaction. The event of each has the next reviewer found, or
 * the coordinators told that there is none. Returns how many there were.
 */
export async function leaveCases(
  tx: Tx,
  staffId: string,
  { actor, at }: { actor: Actor; at: Date },
): Promise<number> {
  // In one order, as whoever holds several cases takes them.
  const theirs = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.assigneeId, staffId), isNotNull(cases.dueAt)))
    .orderBy(asc(cases.id))
    .for('no key update')
  if (theirs.length === 0) return 0
  const left = await tx
    .update(cases)
    .set({ assigneeId: null, teamId: null, version: sql`${cases.version} + 1` })
    .where(
      inArray(
        cases.id,
        theirs.map(({ id }) => id),
      ),
    )
    .returning({ stream: cases.id, position: cases.version })
  await recordMany(tx, left, {
    event: ASSIGNEE_SUSPENDED,
    at,
    actor,
    details: { previousAssigneeId: staffId },
  })
  return left.length
}
