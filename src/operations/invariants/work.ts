import { sql } from 'drizzle-orm'
import * as ofCases from '../../cases/events.ts'
import { TRANSITIONS } from '../../cases/lifecycle.ts'
import { CLOSED_STATES } from '../../cases/states.ts'
import type { EventDefinition } from '../../events/define-event.ts'
import { OFFICE_STREAM } from '../../events/record.ts'
import * as ofMeetings from '../../meetings/events.ts'
import * as ofEmails from '../../notifications/events.ts'
import { anyOf, type Invariant } from './invariant.ts'

const definitions = [
  ...[...Object.values(ofCases), ...Object.values(ofMeetings), ...Object.values(ofEmails)].filter(
    exported => typeof exported === 'object',
  ),
  ...TRANSITIONS.map(transition => ofCases.eventOfTransition(transition)),
] satisfies EventDefinition[]
// As `type topic`, each once.
const called = [
  ...new Set(definitions.flatMap(({ type, topics }) => topics.map(topic => `${type} ${topic}`))),
]

/** What a case’s event calls for is done once, and nothing is stuck on the way. */
export const WORK: readonly Invariant[] = [
  {
    rule: 'an event has the work that it calls for, once for each topic',
    // Work that was done is forgotten after seven days.
    broken: sql`
      select events.type || ' ' || events.id || ': ' || split_part(pair, ' ', 2) || ' ' || count(outbox.id) || ' times'
      from unnest(${sql.param(called)}::text[]) as pair
        join events on events.type = split_part(pair, ' ', 1) and events.stream <> ${OFFICE_STREAM}
        left join outbox on outbox.event_id = events.id and outbox.topic = split_part(pair, ' ', 2)
      group by events.id, events.type, events.at, pair
      having count(outbox.id) > 1 or (count(outbox.id) = 0 and events.at > now() - interval '7 days')`,
  },
  {
    rule: 'work on a case belongs to an event that calls for it',
    broken: sql`
      select topic || ' ' || outbox.id from outbox left join events on events.id = event_id and events.stream = outbox.stream
      where outbox.stream <> ${OFFICE_STREAM} and (events.id is null or not events.type || ' ' || topic = ${anyOf(called)})`,
  },
  {
    rule: 'nothing that was claimed stays with a worker that is gone',
    broken: sql`
      select 'work ' || topic || ' ' || id from outbox where state = 'claimed' and lease_until < now() - interval '5 minutes'
      union all
      select 'email ' || id from deliveries
      where state in ('claimed','data-started') and lease_until < now() - interval '5 minutes'`,
  },
  {
    rule: 'what is due is taken up within ten minutes',
    broken: sql`
      select 'work ' || topic || ' ' || id || ', ' || state from outbox
      where state in ('pending','retry') and due_at < now() - interval '10 minutes'
      union all
      select 'email ' || id || ', ' || state from deliveries
      where state in ('pending','retry') and due_at < now() - interval '10 minutes'`,
  },
  {
    rule: 'no work was given up',
    broken: sql`
      select topic || ' ' || id || ' after ' || attempts || ' attempts: ' || coalesce(last_error, 'no error') from outbox where state = 'dead'`,
  },
  {
    rule: 'a case that was routed is assigned or left in the triage queue, unless it was somebody’s or closed already',
    broken: sql`
      select reference || ' after ' || events.type from outbox
        join events on events.id = event_id
        join cases on cases.id = events.stream
      where topic = 'route-case' and outbox.state = 'done' and assignee_id is null and not exists (
        select from events later where later.stream = events.stream and later.position > events.position
          and (later.type in ('case.assigned', 'case.unroutable') or later.details ->> 'to' = ${anyOf(CLOSED_STATES)}))`,
  },
  {
    rule: 'each decision of the router is kept with its reasons, and each that is kept was carried out',
    broken: sql`
      select coalesce(kept.case_id, told.stream)::text || ': ' || coalesce(kept.count, 0) || ' kept, ' || coalesce(told.count, 0) || ' carried out'
      from (select case_id, count(*) as count from routing_decisions group by case_id) kept
        full join (
          select stream, count(*) as count from events
          where type in ('case.assigned', 'case.unroutable') and actor ->> 'id' = 'router'
          group by stream) told on told.stream = kept.case_id
      where kept.count is distinct from told.count`,
  },
]
