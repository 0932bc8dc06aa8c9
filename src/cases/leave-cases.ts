// Whoever cannot work on a case any more does not keep it: it is routed anew.
import { and, asc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import type { Actor, EventDefinition } from '../events/define-event.ts'
import { recordMany } from '../events/record-many.ts'
import { interestsOf } from '../routing/conflicts/interests.ts'
import { personOf } from '../staff/people.ts'
import { may } from '../staff/roles.ts'
import { ASSIGNEE_SUSPENDED, ASSIGNEE_UNFIT } from './events.ts'
import { cases } from './tables.ts'
import { withoutConflict } from './visible-cases.ts'

interface By {
  actor: Actor
  at: Date
}

/**
 * Takes all open cases from a person who is suspended in the same transaction. The event of each has the next reviewer found, or
 * the coordinators told that there is none. Returns how many there were.
 */
export const leaveCases = (tx: Tx, staffId: string, by: By): Promise<number> =>
  takeFrom(tx, staffId, { event: ASSIGNEE_SUSPENDED, ...by })

/**
 * Takes from a person the open cases on which they cannot work any more: all, without the permission to review; those in which they
 * have a conflict of interest by now. Goes on as `leaveCases` does. Returns how many there were.
 */
export async function leaveUnfit(tx: Tx, staffId: string, by: By): Promise<number> {
  const person = await personOf(tx, staffId)
  if (!person?.active || !may(person.roles, 'case.review')) {
    return takeFrom(tx, staffId, { event: ASSIGNEE_UNFIT, details: { why: 'not-a-reviewer' }, ...by })
  }
  const free = withoutConflict(await interestsOf(tx, staffId))
  if (free === undefined) return 0
  const details = { why: 'conflict-of-interest' }
  return takeFrom(tx, staffId, { event: ASSIGNEE_UNFIT, details, ...by }, sql`not coalesce(${free}, true)`)
}

async function takeFrom(
  tx: Tx,
  staffId: string,
  { event, details, actor, at }: By & { event: EventDefinition; details?: object },
  which?: SQL,
): Promise<number> {
  // In one order, as whoever holds several cases takes them.
  const theirs = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.assigneeId, staffId), isNotNull(cases.dueAt), which))
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
  await recordMany(tx, left, { event, at, actor, details: { previousAssigneeId: staffId, ...details } })
  return left.length
}
