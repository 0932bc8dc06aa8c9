// What there is for one person to do, under the headings of their digest.
import { and, asc, sql } from 'drizzle-orm'
import { visibleTo } from '../cases/visible-cases.ts'
import { cases } from '../cases/tables.ts'
import { dayOf, isoDate, type WorkingCalendar } from '../cases/working-days.ts'
import type { Tx } from '../kernel/database.ts'
import type { DigestCase, DigestSection } from '../notifications/staff/daily-digest.ts'
import { MOST_COUNTED } from '../triage/inbox-counts.ts'
import { SECTIONS, type Reader } from './sections.ts'

const MOST_LISTED = 10

interface Found {
  name: DigestSection
  /** In words. */
  count: string
  /** The most urgent ones. */
  cases: DigestCase[]
  view: string
}

/** The headings under which there is anything that the person may see. */
export async function whatsOn(tx: Tx, reader: Reader, calendar: WorkingCalendar): Promise<Found[]> {
  const visible = await visibleTo(tx, reader)
  const found: Found[] = []
  for (const { name, isFor, where, view } of SECTIONS) {
    if (!isFor(reader)) continue
    const wanted = and(where(reader), visible)
    const listed = await tx
      .select({
        reference: cases.reference,
        organisation: cases.organisation,
        state: cases.state,
        dueAt: cases.dueAt,
      })
      .from(cases)
      .where(wanted)
      .orderBy(asc(cases.dueAt), asc(cases.id))
      .limit(MOST_LISTED)
    if (listed.length === 0) continue
    const count = listed.length < MOST_LISTED ? String(listed.length) : await counted(tx, wanted)
    const dueOn = (dueAt: Date | null) => isoDate(dayOf(dueAt ?? reader.now, calendar))
    const shown = listed.map(({ dueAt, ...theCase }) => ({ ...theCase, dueOn: dueOn(dueAt) }))
    found.push({ name, count, cases: shown, view: view(reader) })
  }
  return found
}

async function counted(tx: Tx, wanted: ReturnType<typeof and>): Promise<string> {
  const some = tx
    .select({ one: sql`1` })
    .from(cases)
    .where(wanted)
    .limit(MOST_COUNTED + 1)
    .as('some')
  const [row] = await tx.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some)
  const count = row?.count ?? 0
  return count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count)
}
