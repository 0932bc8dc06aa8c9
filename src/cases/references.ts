import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { may, type Role } from '../staff/roles.ts'
import { cases } from './tables.ts'
import { visibleTo } from './visible-cases.ts'

interface Viewer {
  staffId: string
  roles: readonly Role[]
}

/**
 * The id of the case with this reference, to name it in a conflict of interest. Who works on cases finds those that they may
 * see; who only administers is told by somebody which case it is, and learns no more than that there is one.
 */
export async function caseIdOf(db: Db, viewer: Viewer, reference: string): Promise<string | undefined> {
  const visible = may(viewer.roles, 'case.read') ? await visibleTo(db, viewer) : undefined
  const [found] = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.reference, reference), visible))
  return found?.id
}

/** References by id, of those among the cases that the viewer may see. */
export async function referencesOf(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: cases.id, reference: cases.reference })
    .from(cases)
    .where(and(inArray(cases.id, [...ids]), await visibleTo(db, viewer)))
  return new Map(found.map(({ id, reference }) => [id, reference]))
}
