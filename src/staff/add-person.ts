import { randomUUID } from 'node:crypto'
import type { Tx } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import type { Role } from './roles.ts'
import { staff } from './tables.ts'

export interface NewPerson {
  name: string
  /** In lower case. */
  email: string
  language: Language
  timeZone: string
  roles: Role[]
  at: Date
}

/** Adds a person and returns their id. Throws the unique violation `staff_email_key` when the address is taken. */
export async function addPerson(tx: Tx, { at, ...person }: NewPerson): Promise<string> {
  const id = randomUUID()
  await tx.insert(staff).values({ id, createdAt: at, ...person })
  return id
}

/** Whether nobody works here yet. */
export async function isNobodyHere(tx: Tx): Promise<boolean> {
  const [anybody] = await tx.select({ id: staff.id }).from(staff).limit(1)
  return anybody === undefined
}
