import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { OFFICE_STREAM } from './record.ts'
import { events } from './tables.ts'

interface Wanted {
  types: readonly string[]
  /** Only events whose details hold these. */
  details?: Readonly<Record<string, string>>
  limit: number
}

/** The latest events of the office of these types, the newest first. */
export const officeEvents = (db: Db | Tx, { types, details = {}, limit }: Wanted) =>
  db
    .select({ at: events.at, type: events.type, actor: events.actor, details: events.details })
    .from(events)
    .where(
      and(
        eq(events.stream, OFFICE_STREAM),
        inArray(events.type, [...types]),
        sql`${events.details} @> ${JSON.stringify(details)}::jsonb`,
      ),
    )
    .orderBy(desc(events.position))
    .limit(limit)
