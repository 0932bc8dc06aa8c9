import { sql } from 'drizzle-orm'
import { CLOSED_STATES } from '../../cases/states.ts'
import { OFFICE_STREAM } from '../../events/record.ts'
import type { Fault } from '../../events/verify-chain.ts'
import type { Tx } from '../../kernel/database.ts'

/** Of each kind of fault; where there are more, the database is lost and not worth a longer list. */
const MOST_OF_A_KIND = 10_000

const OF_NO_CASE = sql`stream <> ${OFFICE_STREAM} and not exists (select from cases where cases.id = events.stream)`

// What each query finds must not be. Columns: stream, position, what.
const MUST_NOT_BE = [
  // A chain can be cut at its end without a trace in itself: so every case knows how long its own is.
  sql`select cases.id as stream, last.position,
        'ends the stream, but its case counts ' || cases.version || ' events: the end is missing or something was added' as what
      from cases join (select stream, max(position) as position from events group by stream) last on last.stream = cases.id
      where last.position <> cases.version`,
  sql`select id as stream, null::int as position, 'is a case without any event: its stream is missing' as what
      from cases where not exists (select from events where events.stream = cases.id)`,
  sql`select distinct stream, null::int as position, 'has events and no case: the case is missing, or the stream was made up' as what
      from events where ${OF_NO_CASE}`,
  sql`select stream, position, 'is the case’s first event, but not the receipt of its submission' as what
      from events where position = 1 and stream <> ${OFFICE_STREAM} and type <> 'submission.received'`,
  sql`select cases.id as stream, first.position, 'does not say the form, language or time that its case says' as what
      from cases join events first on first.stream = cases.id and first.position = 1
      where (cases.form, cases.language, cases.received_at)
        is distinct from (first.details ->> 'form', first.details ->> 'language', first.at)`,
  sql`select cases.id as stream, last.position,
        'leaves the case ' || coalesce(last.state, 'received') || ', but the case is ' || cases.state as what
      from cases left join (
        select distinct on (stream) stream, position, details ->> 'to' as state
        from events where details ? 'to' order by stream, position desc) last on last.stream = cases.id
      where cases.state <> coalesce(last.state, 'received')`,
  sql`select stream, position, 'is a decision without a reason' as what
      from events where type = 'case.decided'
        and (words_hash is null or coalesce(length(details ->> 'reasonCode'), 0) = 0)`,
  sql`select id as stream, null::int as position, 'names a decision that is none of its events' as what
      from cases where decided_by_event is not null and not exists (
        select from events where events.id = cases.decided_by_event and events.stream = cases.id and type = 'case.decided')`,
  sql`select stream, null::int as position, 'has words that belong to no event' as what
      from event_words where not exists (select from events where events.id = event_words.event_id)`,
  sql`select cases.id as stream, null::int as position, 'is called erased, but its stream records no erasure' as what
      from cases where erased_at is not null and not exists (
        select from events where events.stream = cases.id and type = 'personal-data.erased')`,
  sql`select events.stream, events.position, 'records an erasure, but its case is not closed and erased' as what
      from events join cases on cases.id = events.stream
      where type = 'personal-data.erased'
        and (cases.erased_at is null or not cases.state = any(${sql.param(CLOSED_STATES)}::text[]))`,
]

/** Compares every case with its events, set by set. */
export async function verifyCases(tx: Tx, onFault: (fault: Fault) => void): Promise<void> {
  for (const query of MUST_NOT_BE) {
    const { rows } = await tx.execute<Fault & Record<string, unknown>>(sql`${query} limit ${MOST_OF_A_KIND}`)
    for (const { stream, position, what } of rows) onFault({ stream, position, what })
  }
}
