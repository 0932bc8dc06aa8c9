// Who works here, for those who need to know a person without their tokens.
import { and, arrayContains, asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import type { Role } from './roles.ts'
import { staff } from './tables.ts'

export interface StaffMember {
  staffId: string
  name: string
  email: string
  /** Of the address; lower case, as the address is. */
  emailDomain: string
  language: Language
  roles: Role[]
  /** ISO 3166-1 alpha-2. */
  country: string | null
  organisation: string | null
  /** False once suspended. */
  active: boolean
}

/** What a `StaffMember` is read from, for whoever joins more to it. */
export const personColumns = {
  staffId: staff.id,
  name: staff.name,
  email: staff.email,
  language: staff.language,
  roles: staff.roles,
  country: staff.country,
  organisation: staff.organisation,
  active: staff.active,
}

/** The person, active or not; none where nobody has this id. */
export async function personOf(db: Db | Tx, staffId: string): Promise<StaffMember | undefined> {
  const [person] = await db.select(personColumns).from(staff).where(eq(staff.id, staffId))
  return person && withDomain(person)
}

/** The person while they are active, to be joined: nobody suspends them until the transaction ends. */
export const heldActive = (tx: Tx, staffId: string) =>
  tx
    .select({ staffId: staff.id })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.active, true)))
    .for('share')
    .as('active')

/** The active people who have the role, by id. */
export async function activePeople(db: Db | Tx, role: Role): Promise<StaffMember[]> {
  const people = await db
    .select(personColumns)
    .from(staff)
    .where(and(eq(staff.active, true), arrayContains(staff.roles, [role])))
    .orderBy(asc(staff.id))
  return people.map(withDomain)
}

/** Everybody who works here now, in the order of names. */
export async function activeStaff(db: Db | Tx): Promise<StaffMember[]> {
  const people = await db
    .select(personColumns)
    .from(staff)
    .where(eq(staff.active, true))
    .orderBy(asc(staff.name), asc(staff.id))
  return people.map(withDomain)
}

/** Everybody's name by their id, in the order of names. */
export async function staffNames(db: Db | Tx): Promise<ReadonlyMap<string, string>> {
  const people = await db
    .select({ staffId: staff.id, name: staff.name })
    .from(staff)
    .orderBy(asc(staff.name), asc(staff.id))
  return new Map(people.map(({ staffId, name }) => [staffId, name]))
}

export const withDomain = <Person extends { email: string }>(person: Person) => ({
  ...person,
  emailDomain: person.email.slice(person.email.lastIndexOf('@') + 1),
})
