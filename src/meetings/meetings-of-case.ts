import { and, asc, desc, eq, gte, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { meetingInvitations, meetings } from './tables.ts'

/** To which meetings a case was ever invited, the latest first, with what has become of it. */
export const meetingsOf = (db: Db | Tx, caseId: string) =>
  invitedWith(db, eq(meetingInvitations.caseId, caseId)).orderBy(desc(meetings.startsAt), asc(meetings.id))

/** The meetings to which the case is invited and that are not over, the next one first. */
export const comingMeetings = (db: Db | Tx, caseId: string, now: Date) =>
  invitedWith(
    db,
    and(
      eq(meetingInvitations.caseId, caseId),
      eq(meetingInvitations.state, 'invited'),
      eq(meetings.state, 'planned'),
      gte(meetings.endsAt, now),
    ),
  ).orderBy(asc(meetings.startsAt), asc(meetings.id))

export type MeetingOfCase = Awaited<ReturnType<typeof meetingsOf>>[number]

/** More than anybody is invited to. */
const MOST = 50

const invitedWith = (db: Db | Tx, which: SQL | undefined) =>
  db
    .select({
      id: meetings.id,
      title: meetings.title,
      startsAt: meetings.startsAt,
      endsAt: meetings.endsAt,
      timeZone: meetings.timeZone,
      place: meetings.place,
      link: meetings.link,
      agenda: meetings.agenda,
      state: meetings.state,
      invitation: meetingInvitations.state,
    })
    .from(meetingInvitations)
    .innerJoin(meetings, eq(meetings.id, meetingInvitations.meetingId))
    .where(which)
    .limit(MOST)
    .$dynamic()
