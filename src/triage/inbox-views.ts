// The inbox: who has to do something next. Each view is a condition.
import { and, eq, inArray, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { cases } from '../cases/tables.ts'
import { teamsOf } from '../routing/teams/memberships.ts'

export interface Viewer {
  staffId: string
  teams: readonly string[]
  now: Date
}

export const VIEW_NAMES = [
  'open',
  'unassigned',
  'mine',
  'team',
  'waiting',
  'late',
  'asked',
  'quarantine',
  'closed',
  'all',
] as const
export type ViewName = (typeof VIEW_NAMES)[number]

export interface InboxView {
  name: ViewName
  label: string
  /** Whether open cases, closed ones or both can be in it. */
  part: 'open' | 'closed' | 'both'
  /** That few are in it at any time, for whom there is an index. */
  hasFew?: true
  /** What else is asked of the cases of its part. */
  where: (viewer: Viewer) => SQL | undefined
  /** What is said when nothing is in it. */
  empty: string
}

export const isOpen = isNotNull(cases.dueAt)
/** Said once in a query: what is said twice Postgres takes for two conditions that few cases meet together. */
export const PART = { open: isOpen, closed: isNull(cases.dueAt), both: undefined } as const

export const INBOX_VIEWS: readonly InboxView[] = [
  {
    name: 'open',
    label: 'Open',
    part: 'open',
    where: () => undefined,
    empty: 'No case is open. New ones are announced here as they arrive.',
  },
  {
    name: 'unassigned',
    label: 'Unassigned',
    part: 'open',
    hasFew: true,
    where: () => and(isNull(cases.assigneeId), isNull(cases.quarantine)),
    empty: 'Every open case is assigned to someone.',
  },
  {
    name: 'mine',
    label: 'Mine',
    part: 'open',
    where: ({ staffId }) => eq(cases.assigneeId, staffId),
    empty: 'Nothing waits for you. You can take something from “Unassigned” or “My teams’”.',
  },
  {
    name: 'team',
    label: 'My teams’',
    part: 'open',
    where: ({ teams }) => (teams.length > 0 ? inArray(cases.teamId, [...teams]) : sql`false`),
    empty: 'Nothing waits for a team of yours.',
  },
  {
    name: 'waiting',
    label: 'Waiting for the applicant',
    part: 'open',
    where: () => eq(cases.state, 'awaiting-applicant'),
    empty: 'No applicant owes us an answer.',
  },
  {
    name: 'late',
    label: 'Late',
    part: 'open',
    where: ({ now }) => lt(cases.dueAt, now),
    empty: 'Nothing is late.',
  },
  {
    name: 'asked',
    label: 'Asked of us',
    part: 'both',
    // The words of the index.
    where: () => or(isNotNull(cases.anotherLookAskedAt), isNotNull(cases.erasureAskedAt)),
    empty: 'No applicant asks for another look, or for their data to be erased.',
  },
  {
    name: 'quarantine',
    label: 'Quarantine',
    part: 'open',
    hasFew: true,
    where: () => isNotNull(cases.quarantine),
    empty: 'Nothing is held as possible spam.',
  },
  {
    name: 'closed',
    label: 'Closed',
    part: 'closed',
    where: () => undefined,
    empty: 'No case has been closed yet.',
  },
  { name: 'all', label: 'All', part: 'both', where: () => undefined, empty: 'There are no cases yet.' },
]

export const viewNamed = (name: ViewName): InboxView =>
  INBOX_VIEWS.find(view => view.name === name) ?? fail(name)

export const viewerOf = async (db: Db, staffId: string, now: Date): Promise<Viewer> => ({
  staffId,
  now,
  teams: await teamsOf(db, staffId),
})

function fail(name: string): never {
  throw new Error(`No view is named ${name}.`)
}
