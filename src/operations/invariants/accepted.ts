import { sql } from 'drizzle-orm'
import type { Invariant } from './invariant.ts'

/** The promise of a 201: the case is there, once, with what was sent and the event that says so. */
export const acceptedOnes = (references: readonly string[]): Invariant => ({
  rule: 'what an applicant was told is accepted has one case, one submission and its first event',
  broken: sql`
    select told.reference || ': ' || count(distinct cases.id) || ' cases, ' || count(distinct submissions.case_id) ||
      ' submissions, ' || count(distinct events.id) || ' first events'
    from unnest(${sql.param([...references])}::text[]) as told (reference)
      left join cases on cases.reference = told.reference
      left join submissions on submissions.case_id = cases.id
      left join events on events.stream = cases.id and events.position = 1 and events.type = 'submission.received'
    group by told.reference
    having (count(distinct cases.id), count(distinct submissions.case_id), count(distinct events.id)) <> (1, 1, 1)`,
})
