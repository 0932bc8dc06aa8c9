// How long applicants waited for the first look and for the decision: in calendar days from the receipt, as they saw it.
import { sql } from 'drizzle-orm'
import type { Tx } from '../../kernel/database.ts'
import { cases } from '../../cases/tables.ts'
import { events } from '../../events/tables.ts'
import type { ReportFilter } from '../period.ts'
import { receivedWithin } from './condition.ts'

export const DIMENSIONS = ['all', 'form', 'region', 'team'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Of some cases: how many had it, and within how many days half and nine tenths of those had it. */
export interface Waited {
  count: number
  median: number | null
  ninety: number | null
}

export interface Turnaround {
  dimension: Dimension
  /** The form, the region or the team; null for cases without one, and for all together. */
  value: string | null
  received: number
  look: Waited
  decision: Waited
}

/** Of the cases that were received within the period: all together, and by form, region and team. */
export async function turnaround(tx: Tx, filter: ReportFilter): Promise<Turnaround[]> {
  // One pass for the four ways to group. Decisions stand in the trail, which has an index by type.
  const { rows } = await tx.execute<Row>(sql`
    with timed as (
      select ${cases.form} as form, ${cases.region} as region, ${cases.teamId} as team,
        extract(epoch from ${cases.firstLookAt} - ${cases.receivedAt})::float8 / 86400 as look,
        extract(epoch from ${events.at} - ${cases.receivedAt})::float8 / 86400 as decision
      from ${cases}
      left join ${events} on ${events.id} = ${cases.decidedBy} and ${events.type} = 'case.decided'
        and ${events.at} >= ${filter.begins.toISOString()}::timestamptz
      where ${receivedWithin(filter)}
    )
    select
      case when grouping(form) = 0 then 'form' when grouping(region) = 0 then 'region'
        when grouping(team) = 0 then 'team' else 'all' end as dimension,
      coalesce(form, region, team) as value,
      count(*)::int as received, count(look)::int as looked, count(decision)::int as decided,
      percentile_cont(array[0.5, 0.9]) within group (order by look) as look,
      percentile_cont(array[0.5, 0.9]) within group (order by decision) as decision
    from timed
    group by grouping sets ((), (form), (region), (team))
    order by 1, 2 nulls last`)
  return rows.map(({ dimension, value, received, looked, decided, look, decision }) => ({
    dimension,
    value,
    received,
    look: { count: looked, median: look?.[0] ?? null, ninety: look?.[1] ?? null },
    decision: { count: decided, median: decision?.[0] ?? null, ninety: decision?.[1] ?? null },
  }))
}

interface Row extends Record<string, unknown> {
  dimension: Dimension
  value: string | null
  received: number
  looked: number
  decided: number
  look: (number | null)[] | null
  decision: (number | null)[] | null
}
