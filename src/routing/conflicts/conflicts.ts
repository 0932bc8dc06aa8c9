// Conflicts of interest: what people say they must keep away from.
import { asc, eq, inArray } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { recordOfficeEvent } from '../../events/record.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { personOf, type StaffMember } from '../../staff/people.ts'
import type { Candidate } from '../decision.ts'
import { CONFLICT_DECLARED, CONFLICT_RETRACTED, type By } from '../events.ts'
import { conflictOfInterest } from '../exclusion.ts'
import type { CaseFacts } from '../facts.ts'
import type { Conflict } from '../snapshot-shape.ts'
import { conflicts } from '../tables.ts'
import { requireStaff } from '../teams/teams.ts'

/** The most that one answer holds. */
const MOST_CONFLICTS = 1000

/** Everybody's conflicts, or one person's, in the order in which they were declared. */
export const conflictList = (db: Db, staffId?: string) =>
  db
    .select({
      id: conflicts.id,
      staffId: conflicts.staffId,
      kind: conflicts.kind,
      value: conflicts.value,
      declaredAt: conflicts.declaredAt,
    })
    .from(conflicts)
    .where(staffId === undefined ? undefined : eq(conflicts.staffId, staffId))
    .orderBy(asc(conflicts.declaredAt), asc(conflicts.id))
    .limit(MOST_CONFLICTS)

/** Why this person must keep away from this case; none where they need not. Throws `not-found` for no such person. */
export async function conflictWithCase(
  db: Db | Tx,
  staffId: string,
  facts: CaseFacts,
): Promise<Candidate['excluded']> {
  const person = await personOf(db, staffId)
  if (!person) throw new Problem('not-found', `There is no member of staff ${staffId}.`)
  return (await conflictsWithCase(db, [person], facts)).get(staffId)
}

/** Who of these people must keep away from the case, by their id, and why. */
export async function conflictsWithCase(
  db: Db | Tx,
  people: readonly Pick<StaffMember, 'staffId' | 'country' | 'organisation' | 'emailDomain'>[],
  facts: CaseFacts,
): Promise<ReadonlyMap<string, NonNullable<Candidate['excluded']>>> {
  if (people.length === 0) return new Map()
  const declared = await db
    .select({ staffId: conflicts.staffId, kind: conflicts.kind, value: conflicts.value })
    .from(conflicts)
    .where(
      inArray(
        conflicts.staffId,
        people.map(({ staffId }) => staffId),
      ),
    )
  const byPerson = Map.groupBy(declared, ({ staffId }) => staffId)
  return new Map(
    people.flatMap(person => {
      const own = byPerson.get(person.staffId) ?? []
      const why = conflictOfInterest({ reviewer: person, conflicts: own }, facts)
      return why ? [[person.staffId, why] as const] : []
    }),
  )
}

/**
 * Keeps a person away from a country, a jurisdiction, an organisation or a case from now on, and returns the conflict's
 * id. The same again changes nothing. Throws `not-found` for no such person.
 */
export async function declareConflict(tx: Tx, conflict: Conflict, by: By): Promise<string> {
  await requireStaff(tx, conflict.staffId)
  const id = randomUUID()
  // The update that changes nothing makes an existing row come back.
  const [row] = await tx
    .insert(conflicts)
    .values({ id, ...conflict, declaredAt: by.at })
    .onConflictDoUpdate({
      target: [conflicts.staffId, conflicts.kind, conflicts.value],
      set: { kind: conflict.kind },
    })
    .returning({ id: conflicts.id })
  if (row?.id !== id) return row?.id ?? id
  await recordOfficeEvent(tx, {
    type: CONFLICT_DECLARED,
    ...by,
    details: { conflictId: id, ...said(conflict) },
  })
  return id
}

/**
 * Nobody lets themselves in again, whatever their role. Throws `not-found`, and `not-permitted` for a conflict of one's own.
 */
export async function retractConflict(tx: Tx, id: string, by: By): Promise<void> {
  const { staffId, kind, value } = conflicts
  const [found] = await tx
    .select({ staffId, kind, value })
    .from(conflicts)
    .where(eq(conflicts.id, id))
    .for('update')
  if (!found) throw new Problem('not-found', `There is no conflict ${id}. It may have been retracted.`)
  if (by.actor.kind === 'staff' && by.actor.id === found.staffId) {
    throw new Problem('not-permitted', 'Someone else has to take back a conflict of your own.')
  }
  await tx.delete(conflicts).where(eq(conflicts.id, id))
  await recordOfficeEvent(tx, {
    type: CONFLICT_RETRACTED,
    ...by,
    details: { conflictId: id, ...said(found) },
  })
}

// An organisation's name is what a person wrote: it stays out of the event.
const said = ({ staffId, kind, value }: Conflict) =>
  kind === 'organisation' ? { staffId, kind } : { staffId, kind, value }
