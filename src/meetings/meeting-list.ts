import { and, asc, count, desc, eq, gte, lt, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { meetingInvitations, meetings } from './tables.ts'

export type Meeting = typeof meetings.$inferSelect

/** The most that one answer holds. */
const MOST_MEETINGS = 200

export const VIEWS = ['upcoming', 'past'] as const
export type View = (typeof VIEWS)[number]

/** Upcoming: those that are not over yet, cancelled ones too, the next one first. Past: the latest first. With how many are invited. */
export function meetingList(db: Db, view: View, now: Date) {
  const isPast = view === 'past'
  return listed(
    db,
    isPast ? lt(meetings.endsAt, now) : gte(meetings.endsAt, now),
    isPast ? desc(meetings.endsAt) : asc(meetings.endsAt),
  )
}

/** The meeting. Throws `not-found`. */
export async function meetingWith(db: Db | Tx, id: string): Promise<Meeting & { invited: number }> {
  const [found] = await listed(db, eq(meetings.id, id), asc(meetings.id))
  if (!found) throw new Problem('not-found', 'There is no such meeting.')
  return found
}

/** The meeting, held until the transaction ends. Throws `not-found`, and `transition-not-allowed` when it is cancelled or over. */
export async function heldToCome(tx: Tx, id: string, now: Date): Promise<Meeting> {
  const [found] = await tx.select().from(meetings).where(eq(meetings.id, id)).for('no key update')
  if (!found) throw new Problem('not-found', 'There is no such meeting.')
  if (found.state === 'cancelled') {
    throw new Problem('transition-not-allowed', 'This meeting is cancelled. Plan another one instead.')
  }
  if (found.endsAt <= now) {
    throw new Problem('transition-not-allowed', 'This meeting is over: nothing about it changes any more.')
  }
  return found
}

async function listed(db: Db | Tx, which: SQL, order: SQL) {
  const rows = await db
    .select({ meeting: meetings, invited: count(meetingInvitations.caseId) })
    .from(meetings)
    .leftJoin(
      meetingInvitations,
      and(eq(meetingInvitations.meetingId, meetings.id), eq(meetingInvitations.state, 'invited')),
    )
    .where(which)
    .groupBy(meetings.id)
    .orderBy(order, asc(meetings.id))
    .limit(MOST_MEETINGS)
  return rows.map(({ meeting, invited }) => ({ ...meeting, invited }))
}
