// What applicants thought of how we worked, by form: those who said it within the period, whenever they had applied.
import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../kernel/database.ts'
import { RATINGS } from '../../cases/applicant/requests.ts'
import { FEEDBACK_GIVEN } from '../../cases/events.ts'
import { cases } from '../../cases/tables.ts'
import { events } from '../../events/tables.ts'
import type { ReportFilter } from '../period.ts'
import { ofKind } from './condition.ts'

export interface Feedback {
  /** The form's name. */
  form: string
  /** How many gave each of `RATINGS`, in their order. */
  counts: number[]
  mean: number
}

/** Forms about which nobody said anything are left out. */
export async function feedback(tx: Tx, filter: ReportFilter): Promise<Feedback[]> {
  const rating = sql<number>`(${events.details} ->> 'rating')::int`
  const rows = await tx
    .select({ form: cases.form, rating, found: sql<number>`count(*)::int` })
    .from(events)
    .innerJoin(cases, eq(cases.id, events.stream))
    .where(
      and(
        eq(events.type, FEEDBACK_GIVEN.type),
        gte(events.at, filter.begins),
        lt(events.at, filter.ends),
        ofKind(filter),
      ),
    )
    .groupBy(cases.form, rating)
  const forms = [...new Set(rows.map(({ form }) => form))].toSorted()
  return forms.map(form => {
    const counts = RATINGS.map(value =>
      rows
        .filter(row => row.form === form && row.rating === value)
        .reduce((sum, { found }) => sum + found, 0),
    )
    const together = counts.reduce((sum, count) => sum + count, 0)
    const points = RATINGS.reduce((sum, value, at) => sum + value * (counts[at] ?? 0), 0)
    return { form, counts, mean: points / together }
  })
}
