// People come to work here and go again; they are suspended rather than deleted, for the record names them.
import { and, asc, desc, eq } from 'drizzle-orm'
import { brokenConstraint } from '../kernel/connection-loss.ts'
import type { Db, Tx } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import { Problem } from '../kernel/problem.ts'
import { recordOfficeEvent } from '../events/record.ts'
import { addPerson } from './add-person.ts'
import { endTokens } from './api-tokens.ts'
import type { By } from './by.ts'
import type { Role } from './roles.ts'
import { endSessions } from './sessions.ts'
import { voidLinks } from './sign-in/links.ts'
import { staff } from './tables.ts'

export interface Joining {
  name: string
  /** In lower case. */
  email: string
  language: Language
  timeZone: string
  roles: Role[]
  /** ISO 3166-1 alpha-2: on whose cases they never work. */
  country: string | null
  /** Their employer, where that is not the Support Unit. */
  organisation: string | null
}

/** Adds a person with the event that says so, and returns their id. Throws `already-exists` when the address is taken. */
export async function joinStaff(tx: Tx, joining: Joining, by: By): Promise<string> {
  const { country, organisation, ...person } = joining
  const staffId = await addPerson(tx, { ...person, at: by.at }).catch((error: unknown) => {
    if (brokenConstraint(error) !== 'staff_email_key') throw error
    throw new Problem(
      'already-exists',
      'Someone with this address already works here. Suspend them, or use another address.',
    )
  })
  await tx.update(staff).set({ country, organisation }).where(eq(staff.id, staffId))
  const details = {
    staffId,
    roles: joining.roles,
    ...(country !== null && { country }),
    // Its name is what somebody wrote.
    ...(organisation !== null && { organisation: 'set' }),
  }
  await recordOfficeEvent(tx, { type: 'staff.added', ...by, details })
  return staffId
}

/** Takes a person's open cases from them, so that others get them; says how many. The floor that knows cases does it. */
export type LeaveCases = (tx: Tx, staffId: string, by: By) => Promise<number>

/**
 * From now on the person has no case and no way in: sessions, tokens and mailed links end with them, for good, and their open
 * cases go to others. Returns how many. Throws `not-found` for nobody active.
 */
export async function suspendStaff(
  tx: Tx,
  { email, leaveCases, by }: { email: string; leaveCases: LeaveCases; by: By },
): Promise<number> {
  const [suspended] = await tx
    .update(staff)
    .set({ active: false })
    .where(and(eq(staff.email, email.toLowerCase()), eq(staff.active, true)))
    .returning({ staffId: staff.id })
  if (!suspended) throw new Problem('not-found', 'Nobody active has this address. See the list.')
  const { staffId } = suspended
  const ended = { sessions: await endSessions(tx, staffId), tokens: await endTokens(tx, staffId, by.at) }
  await voidLinks(tx, staffId)
  // Before the office's event: who holds a case may be waiting to record one.
  const left = await leaveCases(tx, staffId, by)
  await recordOfficeEvent(tx, { type: 'staff.suspended', ...by, details: { staffId, ended, cases: left } })
  return left
}

/** Everybody, by name, suspended ones last. */
export const staffList = (db: Db) =>
  db
    .select({
      staffId: staff.id,
      name: staff.name,
      email: staff.email,
      roles: staff.roles,
      active: staff.active,
    })
    .from(staff)
    .orderBy(desc(staff.active), asc(staff.name), asc(staff.id))

/** The active person with this address. Throws `not-found`. */
export async function staffByEmail(db: Db | Tx, email: string) {
  const [found] = await db
    .select({ staffId: staff.id, name: staff.name, roles: staff.roles })
    .from(staff)
    .where(and(eq(staff.email, email.toLowerCase()), eq(staff.active, true)))
  if (!found) throw new Problem('not-found', 'Nobody active has this address. See "npm run staff -- list".')
  return found
}
