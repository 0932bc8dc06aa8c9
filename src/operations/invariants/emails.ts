import { sql } from 'drizzle-orm'
import { receipt } from '../../notifications/applicant/receipt.ts'
import { receiptHeld } from '../../notifications/applicant/receipt-held.ts'
import { NOTIFICATIONS } from '../../notifications/index.ts'
import type { Invariant } from './invariant.ts'

// An applicant can always be told, so what goes to them without a condition must be there: as `type notification`. Of the two
// receipts it is one or the other.
const promised = NOTIFICATIONS.filter(({ to, when }) => to === 'applicant' && when === undefined)
  .flatMap(({ name, on }) => on.map(type => `${type} ${name}`))
  .concat(`submission.received ${receipt.name}|${receiptHeld.name}`)

/** Who has to hear of something hears of it, once. */
export const EMAILS: readonly Invariant[] = [
  {
    rule: 'the applicant is written to after each event that they are to hear of',
    // A case that was erased before its work was done has nobody to write to; what was recalled was never attempted.
    broken: sql`
      select reference || ': no ' || split_part(pair, ' ', 2) || ' after ' || events.type
      from unnest(${sql.param(promised)}::text[]) as pair
        join events on events.type = split_part(pair, ' ', 1)
        join outbox on outbox.event_id = events.id and topic = 'notify' and outbox.state = 'done' and outbox.attempts > 0
        join cases on cases.id = events.stream
      where erased_at is null and not exists (
        select from deliveries where event_id = events.id and notification = any(string_to_array(split_part(pair, ' ', 2), '|')) and audience = 'applicant')`,
  },
  {
    rule: 'a reviewer who has a case was told so',
    // Unless they took it themselves, were suspended since, or have it no longer.
    broken: sql`
      select reference from cases
        join lateral (
          select id, actor from events where stream = cases.id and type = 'case.assigned' order by position desc limit 1) newest on true
        join outbox on outbox.event_id = newest.id and topic = 'notify' and outbox.state = 'done'
        join staff on staff.id = assignee_id and staff.active
      where cases.due_at is not null and newest.actor ->> 'id' is distinct from assignee_id::text
        and not exists (select from deliveries where event_id = newest.id and notification = 'assigned')`,
  },
  {
    rule: 'nobody is told the same thing twice',
    broken: sql`
      select notification || ' after ' || event_id || ': ' || count(*) || ' emails to one address' from deliveries
      group by event_id, notification, lower(address) having count(*) > 1`,
  },
  {
    rule: 'an email is about something that happened on its case',
    broken: sql`
      select notification || ' ' || id from deliveries
      where stream is not null and not exists (
        select from events where events.id = event_id and events.stream = deliveries.stream)`,
  },
  {
    rule: 'no two emails have the same Message-ID',
    broken: sql`select message_id from deliveries group by message_id having count(*) > 1`,
  },
]
