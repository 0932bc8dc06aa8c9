// Who has how much to do now, beside what they said they can take; whatever the period is.
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '../../kernel/database.ts'
import { cases } from '../../cases/tables.ts'
import { teamMembers } from '../../routing/tables.ts'
import { staff } from '../../staff/tables.ts'
import type { ReportFilter } from '../period.ts'
import { ofKind } from './condition.ts'

const MOST = 100

export interface Load {
  /** None: cases that nobody has yet. */
  name: string | null
  open: number
  overdue: number
  /** The most open cases at once; none for who is in no team. */
  capacity: number | null
}

/** Those with the most first. */
export async function reviewerLoad(tx: Tx, filter: ReportFilter, now: Date): Promise<Load[]> {
  const at = sql`${now.toISOString()}::timestamptz`
  const open = sql<number>`count(*)::int`
  const held = tx
    .select({
      assigneeId: cases.assigneeId,
      open: open.as('open'),
      overdue: sql<number>`(count(*) filter (where ${cases.dueAt} < ${at}))::int`.as('overdue'),
    })
    .from(cases)
    .where(and(ofKind(filter), isNotNull(cases.dueAt)))
    .groupBy(cases.assigneeId)
    .as('held')
  const capacity = tx
    .select({
      staffId: teamMembers.staffId,
      capacity: sql<number>`max(${teamMembers.capacity})`.as('capacity'),
    })
    .from(teamMembers)
    .groupBy(teamMembers.staffId)
    .as('capacity')
  return tx
    .select({ name: staff.name, open: held.open, overdue: held.overdue, capacity: capacity.capacity })
    .from(held)
    .leftJoin(staff, eq(staff.id, held.assigneeId))
    .leftJoin(capacity, eq(capacity.staffId, held.assigneeId))
    .orderBy(desc(held.open), asc(staff.name))
    .limit(MOST)
}
