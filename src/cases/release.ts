import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { record } from '../events/record.ts'
import { CASE_RELEASED } from './events.ts'
import { OPEN_STATES } from './states.ts'
import { cases } from './tables.ts'

interface Release {
  /** The team whose case it stays. */
  teamId: string | null
  /** A code: why it is not theirs any more, where no person took it from them. */
  why?: string
  actor: Actor
  at: Date
}

/** Takes an open case from its assignee, so that it waits for somebody again. Throws `transition-not-allowed`. */
export async function release(
  tx: Tx,
  { id, assigneeId, reference }: typeof cases.$inferSelect,
  { teamId, why, actor, at }: Release,
): Promise<void> {
  const [released] = await tx
    .update(cases)
    .set({ assigneeId: null, teamId, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, id), inArray(cases.state, OPEN_STATES)))
    .returning({ version: cases.version })
  if (!released)
    throw new Problem('transition-not-allowed', `Case ${reference} is closed: it waits for nobody.`)
  const details = { previousAssigneeId: assigneeId, teamId, ...(why !== undefined && { why }) }
  await record(tx, id, released.version, { event: CASE_RELEASED, at, actor, details })
}
