// Who is invited to a meeting, and what the organisers have to prepare for them.
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { visibleTo } from '../cases/visible-cases.ts'
import { cases } from '../cases/tables.ts'
import { recordOfficeEvent } from '../events/record.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { submissions } from '../submissions/tables.ts'
import type { Person } from './candidates.ts'
import { ACCESS_NEEDS_READ } from './events.ts'
import type { Organiser } from './plan-meeting.ts'
import { meetingInvitations } from './tables.ts'

const ofMeeting = (meetingId: string) => eq(meetingInvitations.meetingId, meetingId)
const isInvited = eq(meetingInvitations.state, 'invited')

/** All invitations to the meeting that the person may know of, those taken back too, in the order of names. */
export const invitationsTo = async (db: Db, person: Person, meetingId: string) =>
  db
    .select({
      reference: cases.reference,
      organisation: cases.organisation,
      caseState: cases.state,
      state: meetingInvitations.state,
      at: meetingInvitations.at,
    })
    .from(meetingInvitations)
    .innerJoin(cases, eq(cases.id, meetingInvitations.caseId))
    .where(and(ofMeeting(meetingId), await visibleTo(db, person)))
    .orderBy(asc(cases.organisation), asc(cases.id))

/**
 * Interpretation and access needs of who is invited and still an observer: for organisers of meetings only, and their reading stands in the
 * audit trail. Without what has been erased. A conflict of interest hides a case here as everywhere; its declaration is not asked for, because
 * nothing is judged by it.
 */
export async function readNeeds(
  tx: Tx,
  meetingId: string,
  { staffId, roles, actor, at }: Organiser & Person,
) {
  const rows = await tx
    .select({
      reference: cases.reference,
      organisation: cases.organisation,
      interpretation: sql<string[]>`coalesce(${submissions.answers} -> 'interpretation', '[]')`,
      accessNeeds: sql<string | null>`${submissions.answers} ->> 'accessNeeds'`,
    })
    .from(meetingInvitations)
    .innerJoin(cases, eq(cases.id, meetingInvitations.caseId))
    .innerJoin(submissions, eq(submissions.caseId, cases.id))
    .where(
      and(ofMeeting(meetingId), isInvited, isNotNull(cases.dueAt), await visibleTo(tx, { staffId, roles })),
    )
    .orderBy(asc(cases.organisation), asc(cases.id))
  const needed = rows.filter(
    ({ interpretation, accessNeeds }) => interpretation.length > 0 || accessNeeds !== null,
  )
  // How many, not whose: who reads the audit trail may have a conflict of interest in one of them. Who was invited then, the cases' own events say.
  const details = { meetingId, cases: needed.length }
  await recordOfficeEvent(tx, { type: ACCESS_NEEDS_READ, actor, at, details })
  return { rows: needed, asked: rows.length }
}
