// The audit trail of everything, the newest first, a page at a time. Words of people are not in it: they stand with their case.
import { and, desc, eq, gte, isNotNull, lt, or, sql } from 'drizzle-orm'
import { auditableBy } from '../../cases/visible-cases.ts'
import { cases } from '../../cases/tables.ts'
import { OFFICE_STREAM } from '../../events/record.ts'
import { events } from '../../events/tables.ts'
import type { Db } from '../../kernel/database.ts'
import type { Role } from '../../staff/roles.ts'

const PAGE = 50

/** The last event of a page: what comes after it is older. */
export interface Cursor {
  at: Date
  stream: string
  position: number
}

export interface AuditQuery {
  person?: string | undefined
  reference?: string | undefined
  type?: string | undefined
  /** From this moment on, and before that one. */
  from?: Date | undefined
  before?: Date | undefined
  after?: Cursor | undefined
}

/** One page, of what the viewer may know of: not of a case in which they have a conflict of interest. */
export async function searchEvents(
  db: Db,
  viewer: { staffId: string; roles: readonly Role[] },
  { person, reference, type, from, before, after }: AuditQuery,
) {
  const mayKnow = or(
    eq(events.stream, OFFICE_STREAM),
    and(isNotNull(cases.id), await auditableBy(db, viewer)),
  )
  const found = await db
    .select({
      stream: events.stream,
      position: events.position,
      type: events.type,
      at: events.at,
      actor: events.actor,
      details: events.details,
      reference: cases.reference,
    })
    .from(events)
    .leftJoin(cases, eq(cases.id, events.stream))
    .where(
      and(
        mayKnow,
        // As the index on people has it.
        person === undefined
          ? undefined
          : sql`${events.actor} ->> 'kind' = 'staff' and ${events.actor} ->> 'id' = ${person}`,
        reference === undefined ? undefined : eq(cases.reference, reference),
        type === undefined ? undefined : eq(events.type, type),
        from && gte(events.at, from),
        before && lt(events.at, before),
        after &&
          sql`(${events.at}, ${events.stream}, ${events.position})
            < (${after.at.toISOString()}::timestamptz, ${after.stream}::uuid, ${after.position}::int)`,
      ),
    )
    .orderBy(desc(events.at), desc(events.stream), desc(events.position))
    .limit(PAGE + 1)
  const shown = found.slice(0, PAGE)
  return { events: shown, next: found.length > PAGE ? shown.at(-1) : undefined }
}

/** Every type of event that there has been. */
export async function knownTypes(db: Db): Promise<string[]> {
  // From one to the next by their index, which leaves out the two that come by the thousand.
  const rare = sql`type not in ('submission.received', 'case.assigned')`
  const { rows } = await db.execute<{ type: string }>(sql`
    with recursive known as (
      (select type from events where ${rare} order by type limit 1)
      union all
      select (select type from events where ${rare} and type > known.type order by type limit 1)
        from known where known.type is not null)
    select type from known where type is not null`)
  return ['case.assigned', 'submission.received', ...rows.map(({ type }) => type)].toSorted()
}
