// What waits for a decision now, and since when; whatever the period is.
import { and, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '../../kernel/database.ts'
import type { State } from '../../cases/states.ts'
import { cases } from '../../cases/tables.ts'
import type { ReportFilter } from '../period.ts'
import { ofKind } from './condition.ts'

const UNDECIDED: readonly State[] = ['received', 'in-review', 'awaiting-applicant', 'recommended']
/** In calendar days since the receipt. */
const LIMITS = [2, 5, 10, 20, 40] as const

export interface AgeGroup {
  /** "Up to 2 days". */
  label: string
  /** Whose move it is. */
  ours: number
  applicants: number
  overdue: number
}

export async function backlogAge(tx: Tx, filter: ReportFilter, now: Date): Promise<AgeGroup[]> {
  const at = sql`${now.toISOString()}::timestamptz`
  const rows = await tx
    .select({
      group: sql<number>`width_bucket(extract(epoch from ${at} - ${cases.receivedAt})::float8 / 86400, array[${sql.raw(LIMITS.join(','))}]::float8[])`,
      ours: sql<number>`(count(*) filter (where ${cases.state} <> 'awaiting-applicant'))::int`,
      applicants: sql<number>`(count(*) filter (where ${cases.state} = 'awaiting-applicant'))::int`,
      overdue: sql<number>`(count(*) filter (where ${cases.dueAt} < ${at}))::int`,
    })
    .from(cases)
    .where(and(ofKind(filter), isNotNull(cases.dueAt), inArray(cases.state, UNDECIDED)))
    .groupBy(sql`1`)
  return [...LIMITS, undefined].map((limit, group) => {
    const found = rows.find(row => row.group === group)
    const label = limit === undefined ? `More than ${LIMITS.at(-1)} days` : `Up to ${limit} days`
    return {
      label,
      ours: found?.ours ?? 0,
      applicants: found?.applicants ?? 0,
      overdue: found?.overdue ?? 0,
    }
  })
}
