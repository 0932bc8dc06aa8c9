// The inbox: who has to do something next. Each view is a condition; its count is asked together with the others'.
import { and, eq, inArray, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { cases } from '../cases/tables.ts'
import { teamsOf } from '../routing/teams/memberships.ts'

interface Viewer {
  staffId: string
  teams: readonly string[]
  now: Date
}

interface InboxView {
  name: string
  label: string
  where: (viewer: Viewer) => SQL | undefined
}

const isOpen = isNotNull(cases.dueAt)

export const INBOX_VIEWS: readonly InboxView[] = [
  { name: 'open', label: 'Open', where: () => isOpen },
  { name: 'mine', label: 'Mine', where: ({ staffId }) => and(isOpen, eq(cases.assigneeId, staffId)) },
  { name: 'unassigned', label: 'Unassigned', where: () => and(isOpen, isNull(cases.assigneeId)) },
  {
    name: 'team',
    label: 'My teams’',
    where: ({ teams }) => and(isOpen, teams.length > 0 ? inArray(cases.teamId, [...teams]) : sql`false`),
  },
  {
    name: 'waiting',
    label: 'Waiting for the applicant',
    where: () => eq(cases.state, 'awaiting-applicant'),
  },
  { name: 'late', label: 'Late', where: ({ now }) => lt(cases.dueAt, now) },
  { name: 'closed', label: 'Closed', where: () => isNull(cases.dueAt) },
]

export const viewerOf = async (db: Db, staffId: string, now: Date): Promise<Viewer> => ({
  staffId,
  now,
  teams: await teamsOf(db, staffId),
})

/** How many cases each view has, of those that `visible` lets through. */
export async function inboxCounts(
  db: Db,
  visible: SQL | undefined,
  viewer: Viewer,
): Promise<Record<string, number>> {
  const counted = Object.fromEntries(
    INBOX_VIEWS.map(({ name, where }) => [
      name,
      sql<number>`count(*) filter (where ${where(viewer) ?? sql`true`})`.mapWith(Number),
    ]),
  )
  const [counts] = await db.select(counted).from(cases).where(visible)
  return counts ?? {}
}
