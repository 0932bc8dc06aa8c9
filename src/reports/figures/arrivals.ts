// How much came in, by form, in days, weeks or months.
import { sql } from 'drizzle-orm'
import type { Tx } from '../../kernel/database.ts'
import { cases } from '../../cases/tables.ts'
import { stepOf, stepsIn, type ReportFilter, type Step } from '../period.ts'
import { receivedWithin } from './condition.ts'

export interface Arrivals {
  step: Step
  /** In the order of time; days on which nothing came are there with nothing. `byForm`: by the form's name. */
  steps: { day: string; byForm: ReadonlyMap<string, number> }[]
}

export async function arrivals(tx: Tx, filter: ReportFilter): Promise<Arrivals> {
  const step = stepOf(filter)
  const rows = await tx
    .select({
      day: sql<string>`to_char(date_trunc(${step}::text, ${cases.receivedAt} at time zone ${filter.timeZone}), 'YYYY-MM-DD')`,
      form: cases.form,
      count: sql<number>`count(*)::int`,
    })
    .from(cases)
    .where(receivedWithin(filter))
    .groupBy(sql`1`, cases.form)
  const steps = stepsIn(filter, step).map(day => ({
    day,
    byForm: new Map(rows.filter(row => row.day === day).map(row => [row.form, row.count])),
  }))
  return { step, steps }
}
