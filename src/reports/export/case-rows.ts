// One row for each case of a report, as lists of the desk show them: no answers, no names of people who applied.
import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { cases } from '../../cases/tables.ts'
import { events } from '../../events/tables.ts'
import { receivedWithin } from '../figures/condition.ts'
import type { ReportFilter } from '../period.ts'
import type { Cell } from '../table.ts'

const AT_ONCE = 1000

export const CASE_HEAD = [
  'Reference',
  'Form',
  'State',
  'Organisation',
  'Country',
  'Region',
  'Jurisdiction',
  'Language',
  'Team',
  'Assignee',
  'Received (UTC)',
  'First look (UTC)',
  'Decided (UTC)',
  'Outcome',
  'Reason',
  'Due (UTC)',
] as const

/**
 * The cases that `visible` lets through, in the order in which they came. Read a thousand at a time and by key: no
 * connection is held while whoever reads is slow, and when they stop, nothing is asked any more.
 */
export async function* caseRows(
  db: Db,
  {
    filter,
    visible,
    names,
  }: { filter: ReportFilter; visible: SQL | undefined; names: ReadonlyMap<string, string> },
): AsyncGenerator<Cell[]> {
  let after: SQL | undefined
  for (;;) {
    const rows = await db
      .select(COLUMNS)
      .from(cases)
      .leftJoin(events, and(eq(events.id, cases.decidedBy), sql`${events.type} = 'case.decided'`))
      .where(and(receivedWithin(filter), visible, after))
      .orderBy(asc(cases.receivedAt), asc(cases.id))
      .limit(AT_ONCE)
    for (const row of rows) yield rowOf(row, names)
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = sql`(${cases.receivedAt}, ${cases.id}) > (${last.receivedAt.toISOString()}::timestamptz, ${last.id}::uuid)`
  }
}

const COLUMNS = {
  id: cases.id,
  reference: cases.reference,
  form: cases.form,
  state: cases.state,
  organisation: cases.organisation,
  country: cases.country,
  region: cases.region,
  jurisdiction: cases.jurisdiction,
  language: cases.language,
  teamId: cases.teamId,
  assigneeId: cases.assigneeId,
  receivedAt: cases.receivedAt,
  firstLookAt: cases.firstLookAt,
  decidedAt: events.at,
  outcome: sql<string | null>`${events.details} ->> 'outcome'`,
  reasonCode: sql<string | null>`${events.details} ->> 'reasonCode'`,
  dueAt: cases.dueAt,
} as const

interface Row {
  reference: string
  form: string
  state: string
  organisation: string
  country: string | null
  region: string | null
  jurisdiction: string | null
  language: string
  teamId: string | null
  assigneeId: string | null
  receivedAt: Date
  firstLookAt: Date | null
  decidedAt: Date | null
  outcome: string | null
  reasonCode: string | null
  dueAt: Date | null
}

const rowOf = (row: Row, names: ReadonlyMap<string, string>): Cell[] => [
  row.reference,
  row.form,
  row.state,
  row.organisation,
  row.country,
  row.region,
  row.jurisdiction,
  row.language,
  row.teamId,
  row.assigneeId === null ? null : (names.get(row.assigneeId) ?? 'Someone who has left'),
  row.receivedAt,
  row.firstLookAt,
  row.decidedAt,
  row.outcome,
  row.reasonCode,
  row.dueAt,
]
