import { and, asc, eq, gte } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { recordOfficeEvent } from '../../events/record.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { ABSENCE_ADDED, ABSENCE_REMOVED, type By } from '../events.ts'
import type { Absence } from '../snapshot-shape.ts'
import { absences } from '../tables.ts'
import { requireStaff } from '../teams/teams.ts'

/** The most that one answer holds. */
const MOST_ABSENCES = 500

/** Absences that end on or after `since` (`YYYY-MM-DD`), the earliest first; of one person where `staffId` is given. */
export const absenceList = (db: Db | Tx, since: string, staffId?: string) =>
  db
    .select({
      id: absences.id,
      staffId: absences.staffId,
      from: absences.from,
      to: absences.to,
      note: absences.note,
    })
    .from(absences)
    .where(and(gte(absences.to, since), staffId === undefined ? undefined : eq(absences.staffId, staffId)))
    .orderBy(asc(absences.from), asc(absences.id))
    .limit(MOST_ABSENCES)

/** Returns the absence's id. Throws `invalid-fields` for no such person. */
export async function addAbsence(
  tx: Tx,
  absence: Absence & { note: string | null },
  by: By,
): Promise<string> {
  await requireStaff(tx, absence.staffId, '/staffId')
  const id = randomUUID()
  await tx.insert(absences).values({ id, ...absence })
  const { staffId, from, to } = absence
  await recordOfficeEvent(tx, { type: ABSENCE_ADDED, ...by, details: { absenceId: id, staffId, from, to } })
  return id
}

/** Throws `not-found`. */
export async function removeAbsence(tx: Tx, id: string, by: By): Promise<void> {
  const [removed] = await tx
    .delete(absences)
    .where(eq(absences.id, id))
    .returning({ staffId: absences.staffId })
  if (!removed) throw new Problem('not-found', `There is no absence ${id}. It may have been removed.`)
  await recordOfficeEvent(tx, { type: ABSENCE_REMOVED, ...by, details: { absenceId: id, ...removed } })
}
