import { and, eq, gte, lt, ne, sql, type SQL } from 'drizzle-orm'
import { cases } from '../../cases/tables.ts'
import type { ReportFilter } from '../period.ts'

/** Cases of the form, region and team, whenever they came. Spam is no work of ours, and is in no figure. */
export const ofKind = ({ form, region, team }: ReportFilter): SQL | undefined =>
  and(
    ne(cases.state, 'spam'),
    form === undefined ? undefined : eq(cases.form, form),
    region === undefined ? undefined : eq(sql`${cases.region}`, region),
    team === undefined ? undefined : eq(cases.teamId, team),
  )

/** Those of them that were received within the period. */
export const receivedWithin = (filter: ReportFilter): SQL | undefined =>
  and(ofKind(filter), gte(cases.receivedAt, filter.begins), lt(cases.receivedAt, filter.ends))
