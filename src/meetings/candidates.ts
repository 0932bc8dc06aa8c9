// Who can be invited to a meeting: observers, and who was accepted and asked for one meeting only.
import { and, asc, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import { visibleTo } from '../cases/visible-cases.ts'
import { cases } from '../cases/tables.ts'
import type { Db, Tx } from '../kernel/database.ts'
import type { Role } from '../staff/roles.ts'
import { submissions } from '../submissions/tables.ts'
import { MOST_AT_ONCE } from './shapes.ts'
import { meetingInvitations } from './tables.ts'

export interface Person {
  staffId: string
  roles: readonly Role[]
}

/** The applicant asked for one meeting only; which one, they say in words of their own. */
export const ASKED_FOR_ONE = sql`${submissions.answers} ->> 'participation' = 'one-meeting'`

/** The condition under which a case can be invited by the person, as far as they may see it. */
export async function invitableBy(db: Db | Tx, person: Person): Promise<SQL | undefined> {
  return and(
    eq(cases.kind, 'observer'),
    // Open cases are few and have an index of their own.
    isNotNull(cases.dueAt),
    or(eq(cases.state, 'active'), and(eq(cases.state, 'accepted'), ASKED_FOR_ONE)),
    await visibleTo(db, person),
  )
}

/** Who can be invited and is not, in the order of names; as many as can be invited at once. */
export const candidates = async (db: Db, person: Person, meetingId: string) =>
  db
    .select({
      reference: cases.reference,
      organisation: cases.organisation,
      country: cases.country,
      state: cases.state,
      language: cases.language,
      asked: sql<string | null>`case when ${ASKED_FOR_ONE} then ${submissions.answers} ->> 'meeting' end`,
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.caseId, cases.id))
    .where(
      and(
        await invitableBy(db, person),
        sql`not exists (select from ${meetingInvitations} invited
          where invited.meeting_id = ${meetingId} and invited.case_id = ${cases.id} and invited.state = 'invited')`,
      ),
    )
    .orderBy(asc(cases.organisation), asc(cases.id))
    .limit(MOST_AT_ONCE)
