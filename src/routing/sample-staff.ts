// Made-up people for an installation on which the service is tried: one reviewer for each region, a coordinator, a lead.
import type { Tx } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import { addPerson, isNobodyHere } from '../staff/add-person.ts'
import type { Role } from '../staff/roles.ts'
import { teamMembers } from './tables.ts'

interface Sample {
  name: string
  address: string
  language: Language
  roles: Role[]
  team?: string
}

// No real person, and a domain that can never receive mail (RFC 2606).
const SAMPLES: readonly Sample[] = [
  { name: 'Lena Example', address: 'lead', language: 'en', roles: ['lead', 'administrator'] },
  { name: 'Carlos Example', address: 'coordinator', language: 'es', roles: ['coordinator'] },
  {
    name: 'Adjoa Example',
    address: 'africa',
    language: 'en',
    roles: ['reviewer'],
    team: 'africa-middle-east',
  },
  {
    name: 'Fatou Example',
    address: 'afrique',
    language: 'fr',
    roles: ['reviewer'],
    team: 'africa-middle-east',
  },
  { name: 'Ana Example', address: 'americas', language: 'es', roles: ['reviewer'], team: 'americas' },
  { name: 'Mei Example', address: 'asia-pacific', language: 'en', roles: ['reviewer'], team: 'asia-pacific' },
  { name: 'Jonas Example', address: 'europe', language: 'en', roles: ['reviewer'], team: 'europe' },
]
const CAPACITY = 100

/** Adds the people, unless anybody works here already. */
export async function seedSampleStaff(tx: Tx, at: Date): Promise<void> {
  if (!(await isNobodyHere(tx))) return
  for (const { name, address, language, roles, team } of SAMPLES) {
    const email = `${address}@support-unit.example`
    const staffId = await addPerson(tx, { name, email, language, roles, timeZone: 'UTC', at })
    if (team) await tx.insert(teamMembers).values({ teamId: team, staffId, capacity: CAPACITY })
  }
}
