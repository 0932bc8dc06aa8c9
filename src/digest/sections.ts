// What a person finds in their digest, under which heading: each is a condition that an index of the inbox serves.
import { and, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm'
import { overdue, statesDue } from '../cases/due-cases.ts'
import { cases } from '../cases/tables.ts'
import { events } from '../events/tables.ts'
import type { DigestSection } from '../notifications/staff/daily-digest.ts'
import { may, type Role } from '../staff/roles.ts'
import { isOpen, viewNamed } from '../triage/inbox-views.ts'

export interface Reader {
  staffId: string
  roles: readonly Role[]
  /** Whether the triage queue is theirs to look after. */
  sorts: boolean
  now: Date
  /** What is due by then is due soon. */
  soon: Date
  /** What was assigned after this moment is new. */
  since: Date
}

interface Section {
  name: DigestSection
  isFor: (reader: Reader) => boolean
  where: (reader: Reader) => SQL | undefined
  /** The inbox that shows all of it: its query. */
  view: (reader: Reader) => string
}

const always = () => true
const mine = ({ staffId }: Reader) => eq(cases.assigneeId, staffId)
/** Our move: what waits for the applicant lapses by itself. */
const ours = () =>
  inArray(cases.state, statesDue('first-look', 'decision', 'next-step', 'term', 'deferred-to'))

/** In the order in which they are read. */
export const SECTIONS: readonly Section[] = [
  {
    name: 'late',
    isFor: always,
    // Who looks after the queue looks after what others leave undone, too.
    where: reader => and(isOpen, ours(), overdue(reader.now), reader.sorts ? undefined : mine(reader)),
    view: ({ sorts }) => (sorts ? 'view=late' : 'view=mine&due=late'),
  },
  {
    name: 'dueSoon',
    isFor: always,
    where: reader =>
      and(isOpen, ours(), mine(reader), gte(cases.dueAt, reader.now), lte(cases.dueAt, reader.soon)),
    // The most urgent stand on top.
    view: () => 'view=mine',
  },
  {
    name: 'recommended',
    isFor: ({ roles }) => may(roles, 'case.decide'),
    where: () => and(isOpen, eq(cases.state, 'recommended')),
    view: () => 'view=open&state=recommended',
  },
  {
    name: 'unassigned',
    isFor: ({ sorts }) => sorts,
    where: ({ staffId, now }) => and(isOpen, viewNamed('unassigned').where({ staffId, now, teams: [] })),
    view: () => 'view=unassigned',
  },
  {
    name: 'newlyYours',
    isFor: always,
    where: reader =>
      and(
        isOpen,
        mine(reader),
        // Asked of each of their few cases: as “exists” it could be turned round, and all that ever happened looked through.
        sql`(select true from ${events} where ${events.stream} = ${cases.id} and ${events.type} = 'case.assigned'
          and ${events.at} > ${reader.since.toISOString()} and ${events.details} ->> 'assigneeId' = ${reader.staffId} limit 1)`,
      ),
    view: () => 'view=mine',
  },
]
