// What was merged: into which case, and from which ones, at whatever remove.
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { cases } from '../../cases/tables.ts'

type CaseRow = typeof cases.$inferSelect

/** The cases that were merged into this one, or into one of those, as far as `visible` lets them through. */
export async function mergedInto(db: Db, caseId: string, visible: SQL | undefined): Promise<CaseRow[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive merged as (
      select id from cases where duplicate_of = ${caseId}
      union select cases.id from cases join merged on cases.duplicate_of = merged.id)
    select id from merged`)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  return db
    .select()
    .from(cases)
    .where(and(inArray(cases.id, ids), visible))
    .orderBy(asc(cases.receivedAt))
}

/** The reference of the case into which this one was merged; none where it was not, or where one may not see it. */
export async function originalOf(
  db: Db,
  { duplicateOf }: Pick<CaseRow, 'duplicateOf'>,
  visible: SQL | undefined,
): Promise<string | null> {
  if (duplicateOf === null) return null
  const [original] = await db
    .select({ reference: cases.reference })
    .from(cases)
    .where(and(eq(cases.id, duplicateOf), visible))
  return original?.reference ?? null
}
