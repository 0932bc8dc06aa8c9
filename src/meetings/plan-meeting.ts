// A meeting is planned, changed and cancelled; everybody invited is told of what concerns them.
import { and, eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { recordOfficeEvent } from '../events/record.ts'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { By } from '../staff/by.ts'
import {
  MEETING_CANCELLED,
  MEETING_CHANGED,
  MEETING_PLAN_CANCELLED,
  MEETING_PLAN_CHANGED,
  MEETING_PLANNED,
} from './events.ts'
import { heldToCome, type Meeting } from './meeting-list.ts'
import { PARTS, type Part } from './parts.ts'
import type { MeetingBody } from './shapes.ts'
import { meetings } from './tables.ts'
import { tellInvited } from './tell-invited.ts'

export interface Organiser extends By {
  staffId: string
}

/** A slip in the year is more likely than a meeting so far ahead. */
const MOST_YEARS_AHEAD = 5

/** Returns the meeting's id. Throws `invalid-fields` for a start that is past, or years ahead. */
export async function planMeeting(
  tx: Tx,
  body: MeetingBody,
  { staffId, actor, at }: Organiser,
): Promise<string> {
  const planned = meetingOf(body)
  requireAhead(planned.startsAt, at)
  const id = randomUUID()
  await tx.insert(meetings).values({ id, ...planned, plannedBy: staffId, plannedAt: at })
  await recordOfficeEvent(tx, { type: MEETING_PLANNED, actor, at, details: { meetingId: id } })
  return id
}

/**
 * Changes the meeting and tells everybody invited what is another title, time, place or link than before; a new agenda alone is told
 * to nobody. Throws `not-found`, `transition-not-allowed`, `changed-meanwhile`, `invalid-fields`.
 */
export async function changeMeeting(
  tx: Tx,
  id: string,
  { version, ...body }: MeetingBody & { version: number },
  { actor, at }: Organiser,
): Promise<void> {
  const before = await heldToCome(tx, id, at)
  const after = meetingOf(body)
  if (after.startsAt.getTime() !== before.startsAt.getTime()) requireAhead(after.startsAt, at)
  const changed = await tx
    .update(meetings)
    .set({ ...after, version: sql`${meetings.version} + 1` })
    .where(and(eq(meetings.id, id), eq(meetings.version, version)))
    .returning({ id: meetings.id })
  if (changed.length === 0) {
    throw new Problem('changed-meanwhile', 'Somebody else has changed this meeting. Look at it again first.')
  }
  const parts = changedParts(before, after)
  await recordOfficeEvent(tx, {
    type: MEETING_PLAN_CHANGED,
    actor,
    at,
    details: { meetingId: id, changed: parts },
  })
  if (parts.length === 0) return
  const { title, place, link, ...hours } = before
  await tellInvited(
    tx,
    { ...before, ...after },
    {
      event: MEETING_CHANGED,
      actor,
      at,
      details: { changed: parts, before: hoursOf(hours) },
      words: {
        ...(parts.includes('title') && { meetingBefore: title }),
        ...(parts.includes('place') && place !== null && { placeBefore: place }),
        ...(parts.includes('link') && link !== null && { linkBefore: link }),
      },
    },
  )
}

/** Cancels the meeting and tells everybody invited, with the reason. Throws `not-found`, `transition-not-allowed`. */
export async function cancelMeeting(
  tx: Tx,
  id: string,
  reason: string,
  { actor, at }: Organiser,
): Promise<void> {
  const meeting = await heldToCome(tx, id, at)
  await tx
    .update(meetings)
    .set({ state: 'cancelled', reason, version: sql`${meetings.version} + 1` })
    .where(eq(meetings.id, id))
  await recordOfficeEvent(tx, { type: MEETING_PLAN_CANCELLED, actor, at, details: { meetingId: id } })
  await tellInvited(tx, meeting, { event: MEETING_CANCELLED, actor, at, details: {}, words: { reason } })
}

type Planned = Pick<Meeting, 'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'place' | 'link' | 'agenda'>

const meetingOf = ({ startsAt, endsAt, ...body }: MeetingBody): Planned => ({
  ...body,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})

const hoursOf = ({ startsAt, endsAt, timeZone }: Pick<Meeting, 'startsAt' | 'endsAt' | 'timeZone'>) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  timeZone,
})

function changedParts(before: Planned, after: Planned): Part[] {
  const told = ({ startsAt, endsAt, timeZone }: Planned) => `${+startsAt} ${+endsAt} ${timeZone}`
  return PARTS.filter(part =>
    part === 'hours' ? told(before) !== told(after) : before[part] !== after[part],
  )
}

function requireAhead(startsAt: Date, now: Date): void {
  const latest = new Date(now)
  latest.setUTCFullYear(now.getUTCFullYear() + MOST_YEARS_AHEAD)
  if (startsAt > now && startsAt < latest) return
  const message = `Give a start that is still ahead, within ${MOST_YEARS_AHEAD} years.`
  throw new Problem('invalid-fields', message, {
    errors: [{ pointer: '/startsAt', code: 'not-ahead', message }],
  })
}
