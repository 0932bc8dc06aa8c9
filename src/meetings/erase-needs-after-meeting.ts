// Who asked for one meeting only has been there: what they said of access needs is for nobody any more.
import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm'
import { cases } from '../cases/tables.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { eraseAccessNeedsOf, HAS_ACCESS_NEEDS } from '../submissions/erase-access-needs.ts'
import { submissions } from '../submissions/tables.ts'
import { ASKED_FOR_ONE } from './candidates.ts'
import { meetingInvitations, meetings } from './tables.ts'

const BATCH = 200
const FIRST = '00000000-0000-0000-0000-000000000000'
const { caseId: invited } = meetingInvitations

/** Erases them where the last meeting to which the case is invited is over. Returns in how many. Twice at once does no harm. */
export async function eraseNeedsAfterMeeting(db: Db, now: Date): Promise<number> {
  let erased = 0
  for (let last: string | undefined = FIRST; last !== undefined;) {
    const some: { caseId: string }[] = await haveBeenThere(db, gt(invited, last), now)
    for (const { caseId } of some) {
      if (await db.transaction(tx => eraseIfOver(tx, caseId, now))) erased += 1
    }
    last = some.length < BATCH ? undefined : some.at(-1)?.caseId
  }
  return erased
}

// An invitation to another meeting holds the case's row too: it comes before, and counts, or afterwards.
async function eraseIfOver(tx: Tx, caseId: string, now: Date): Promise<boolean> {
  await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId)).for('no key update')
  const stillOver = await haveBeenThere(tx, eq(invited, caseId), now)
  return stillOver.length > 0 && eraseAccessNeedsOf(tx, caseId, now)
}

const haveBeenThere = (db: Db | Tx, which: SQL, now: Date) =>
  db
    .select({ caseId: invited })
    .from(meetingInvitations)
    .innerJoin(meetings, eq(meetings.id, meetingInvitations.meetingId))
    .innerJoin(submissions, eq(submissions.caseId, invited))
    .where(
      and(
        which,
        eq(meetingInvitations.state, 'invited'),
        eq(meetings.state, 'planned'),
        HAS_ACCESS_NEEDS,
        ASKED_FOR_ONE,
      ),
    )
    .groupBy(invited)
    .having(sql`max(${meetings.endsAt}) <= ${now.toISOString()}::timestamptz`)
    .orderBy(asc(invited))
    .limit(BATCH)
