import { and, asc, count, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import type { Role } from '../staff/roles.ts'
import { cases } from './tables.ts'
import { visibleTo } from './visible-cases.ts'

const MOST = 100

export interface HeldCases {
  /** All that are open with the person. */
  count: number
  /** Those of them that the viewer may see, the most urgent first. */
  cases: { reference: string; dueAt: Date | null }[]
}

/** The open cases that wait with a person, as somebody else may see them. */
export async function heldCases(
  db: Db,
  viewer: { staffId: string; roles: readonly Role[] },
  staffId: string,
): Promise<HeldCases> {
  const theirs = and(eq(cases.assigneeId, staffId), isNotNull(cases.dueAt))
  const [all] = await db.select({ count: count() }).from(cases).where(theirs)
  const shown = await db
    .select({ reference: cases.reference, dueAt: cases.dueAt })
    .from(cases)
    .where(and(theirs, await visibleTo(db, viewer)))
    .orderBy(asc(cases.dueAt), asc(cases.id))
    .limit(MOST)
  return { count: all?.count ?? 0, cases: shown }
}
