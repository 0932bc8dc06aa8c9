import { sql } from 'drizzle-orm'
import { CLOSED_STATES } from '../../cases/states.ts'
import { anyOf, type Invariant } from './invariant.ts'

/** A case, its submission and its events belong together, and an open one is never forgotten. */
export const CASES: readonly Invariant[] = [
  {
    rule: 'a case has its submission',
    broken: sql`select reference from cases where not exists (select from submissions where case_id = cases.id)`,
  },
  {
    rule: 'a submission has its case',
    broken: sql`select case_id::text from submissions where not exists (select from cases where cases.id = case_id)`,
  },
  {
    rule: 'a case begins with the receipt of its submission, and receives it once',
    broken: sql`
      select reference from cases
      where not exists (select from events where stream = cases.id and position = 1 and type = 'submission.received')
        or exists (select from events where stream = cases.id and position > 1 and type = 'submission.received')`,
  },
  {
    rule: 'a case counts the events of its stream',
    broken: sql`
      select reference || ': version ' || version || ', ' || coalesce(kept.count, 0) || ' events, the newest ' || coalesce(kept.newest, 0)
      from cases left join (
        select stream, count(*) as count, max(position) as newest from events group by stream) kept on kept.stream = cases.id
      where (version, version) is distinct from (kept.count, kept.newest)`,
  },
  {
    rule: 'an idempotency key leads to a case, and no two keys to the same one',
    broken: sql`
      select case_id::text from idempotency_keys left join cases on cases.id = case_id
      group by case_id having count(cases.id) <> 1`,
  },
  {
    rule: 'an open case has a date by which somebody has to move, a closed one has none',
    broken: sql`select reference || ': ' || state from cases where (due_at is null) <> (state = ${anyOf(CLOSED_STATES)})`,
  },
  {
    rule: 'an open case is somebody’s, waits in the triage queue, is being routed, or is held for a person',
    // In the queue it is once no rule led to anybody, and whoever had it before gave it up.
    broken: sql`
      select reference || ': ' || state from cases
      where due_at is not null and assignee_id is null and quarantine is null
        and not exists (
          select from outbox where stream = cases.id and topic = 'route-case' and outbox.state in ('pending','claimed','retry'))
        and not exists (
          select from events where stream = cases.id and type = 'case.unroutable' and position > (
            select coalesce(max(position), 0) from events before where before.stream = cases.id and before.type = 'case.assigned'))`,
  },
  {
    rule: 'the dates of a case follow each other',
    broken: sql`
      select reference || ': ' || state from cases
      where clock_started_at < received_at or first_look_at < received_at or due_at < clock_started_at
        or (state = 'awaiting-applicant') <> (remind_at is not null) or remind_at > due_at or reminded_at < received_at
        or (state = 'deferred') <> (deferred_to is not null)`,
  },
  {
    rule: 'the clock is stopped exactly while we wait for the applicant, and no hold ends before it begins',
    broken: sql`
      select reference || ': ' || state from cases
      where (state = 'awaiting-applicant') <> exists (select from jsonb_array_elements(holds) hold where hold ->> 'to' is null)
        or exists (select from jsonb_array_elements(holds) hold
          where (hold ->> 'to')::timestamptz < (hold ->> 'from')::timestamptz)`,
  },
  {
    rule: 'a decided case names its decision, which has a reason',
    broken: sql`
      select reference || ': ' || state from cases
      where decided_by_event is not null and not exists (
        select from events where id = decided_by_event and stream = cases.id and type = 'case.decided'
          and words_hash is not null and length(details ->> 'reasonCode') > 0)`,
  },
  {
    rule: 'a case has the files that its submission names',
    broken: sql`
      select submissions.case_id::text || ': ' || (file ->> 'id')
      from submissions, jsonb_array_elements(answers -> 'documents') file
      where not exists (select from documents
        where id = (file ->> 'id')::uuid and documents.case_id = submissions.case_id and removed_at is null
          and encode(sha256, 'hex') = file ->> 'sha256')`,
  },
  {
    rule: 'of an erased case nothing personal is left',
    broken: sql`
      select reference from cases where erased_at is not null and (
        not state = ${anyOf(CLOSED_STATES)}
        or contact_email not like '%@erased.invalid'
        or exists (select from submissions where case_id = cases.id and (answers is not null or salt is not null))
        or exists (select from deliveries where stream = cases.id and (subject, text, html) <> ('', '', ''))
        or exists (select from idempotency_keys where case_id = cases.id)
        or exists (select from likenesses where case_id = cases.id)
        or exists (select from documents where case_id = cases.id and (removed_at is null or name <> ''))
        or exists (select from events
          join event_words on event_id = events.id
          join events erasure on erasure.stream = events.stream and erasure.type = 'personal-data.erased'
          where events.stream = cases.id and events.position < erasure.position))`,
  },
]
