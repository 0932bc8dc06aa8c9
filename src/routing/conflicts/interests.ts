// What one person must keep away from, gathered once for a question about many cases.
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import { personOf } from '../../staff/people.ts'
import { meansOrganisation, plainName } from '../same-organisation.ts'
import { conflicts } from '../tables.ts'

export interface Interests {
  /** ISO 3166-1 alpha-2, capitals. */
  countries: string[]
  jurisdictions: string[]
  /** As `plainName` writes them. */
  organisations: string[]
  /** Email domains that mean an organisation, lower case. */
  domains: string[]
  caseIds: string[]
}

/** Own country, own organisation and what was declared. The same rules as `conflictOfInterest`, which judges one case. */
export async function interestsOf(db: Db | Tx, staffId: string): Promise<Interests> {
  const person = await personOf(db, staffId)
  const declared = await db
    .select({ kind: conflicts.kind, value: conflicts.value })
    .from(conflicts)
    .where(eq(conflicts.staffId, staffId))
  const valuesOf = (kind: (typeof declared)[number]['kind']) =>
    declared.filter(row => row.kind === kind).map(row => row.value)
  const named = [...valuesOf('organisation'), ...(person?.organisation ? [person.organisation] : [])]
  const domains = [...valuesOf('organisation'), ...(person ? [person.emailDomain] : [])]
  return {
    countries: [...valuesOf('country'), ...(person?.country ? [person.country] : [])].map(code =>
      code.toUpperCase(),
    ),
    jurisdictions: valuesOf('jurisdiction'),
    organisations: named.map(plainName).filter(name => name !== ''),
    domains: domains
      .map(domain => domain.toLowerCase())
      .filter(isDomain)
      .filter(meansOrganisation),
    caseIds: valuesOf('case'),
  }
}

const isDomain = (value: string) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(value)
