import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { appendToCase } from '../cases/append-event.ts'
import { cases } from '../cases/tables.ts'
import type { NewEvent } from '../events/define-event.ts'
import type { Tx } from '../kernel/database.ts'
import { submissions } from '../submissions/tables.ts'
import type { Meeting } from './meeting-list.ts'
import { meetingInvitations } from './tables.ts'

type About = Pick<Meeting, 'id' | 'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'place' | 'link'>

/** The time zone that the contact gave in the answers; none once they are erased. */
export const CONTACT_TIME_ZONE = sql<string | null>`${submissions.answers} -> 'contact' ->> 'timeZone'`

/**
 * Records the news of the meeting on the case of everybody invited whose case is still open, in one order, so that two
 * such transactions cannot wait for each other.
 */
export async function tellInvited(tx: Tx, meeting: About, news: NewEvent): Promise<void> {
  const invited = await tx
    .select({ caseId: cases.id, contactTimeZone: CONTACT_TIME_ZONE })
    .from(meetingInvitations)
    .innerJoin(cases, eq(cases.id, meetingInvitations.caseId))
    .innerJoin(submissions, eq(submissions.caseId, cases.id))
    .where(
      and(
        eq(meetingInvitations.meetingId, meeting.id),
        eq(meetingInvitations.state, 'invited'),
        isNotNull(cases.dueAt),
      ),
    )
    .orderBy(asc(cases.id))
  for (const one of invited) await tellOne(tx, one, meeting, news)
}

/** Records the news on one case, with all that its email says of the meeting. */
export async function tellOne(
  tx: Tx,
  { caseId, contactTimeZone }: { caseId: string; contactTimeZone: string | null },
  { id, title, startsAt, endsAt, timeZone, place, link }: About,
  { details, words, ...news }: NewEvent,
): Promise<void> {
  await appendToCase(tx, caseId, {
    ...news,
    details: {
      meetingId: id,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      timeZone,
      ...(contactTimeZone !== null && { contactTimeZone }),
      ...details,
    },
    words: {
      meeting: title,
      ...(place !== null && { place }),
      ...(link !== null && { link }),
      ...words,
    },
  })
}
