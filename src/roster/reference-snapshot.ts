import { asc } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import type { Region } from '../kernel/regions.ts'
import type { Country, Jurisdiction, RosterVersion } from './jurisdiction.ts'
import { readRosterVersions } from './roster-versions.ts'
import { countries, jurisdictions } from './tables.ts'

/** The reference data at one moment, in memory. It never changes; a newer state is a new snapshot. */
export interface ReferenceSnapshot {
  jurisdiction(id: string): Jurisdiction | undefined
  isJurisdiction(id: string): boolean
  /** By name. The same array at every call. */
  jurisdictions(): readonly Jurisdiction[]
  isCountry(code: string): boolean
  /** OGP's region of an ISO 3166-1 alpha-2 code; undefined for a code that is not on the list. */
  regionOfCountry(code: string): Region | undefined
  countries(): readonly Country[]
  /** Oldest first. */
  rosterVersions(): readonly RosterVersion[]
}

/** Reads countries, members and rosters in one consistent view. */
export async function referenceSnapshot(db: Db): Promise<ReferenceSnapshot> {
  return db.transaction(
    async tx =>
      snapshotOf({
        countries: await tx
          .select({ code: countries.code, region: countries.region })
          .from(countries)
          .orderBy(asc(countries.code)),
        jurisdictions: await tx
          .select({
            id: jurisdictions.id,
            name: jurisdictions.name,
            level: jurisdictions.level,
            country: jurisdictions.country,
            region: jurisdictions.region,
            status: jurisdictions.status,
            aliases: jurisdictions.aliases,
            uncertain: jurisdictions.uncertain,
          })
          .from(jurisdictions),
        rosterVersions: await readRosterVersions(tx),
      }),
    { accessMode: 'read only', isolationLevel: 'repeatable read' },
  )
}

interface Contents {
  countries: readonly Country[]
  jurisdictions: readonly Jurisdiction[]
  rosterVersions: readonly RosterVersion[]
}

/** A snapshot of what is given, in the order of names. */
export function snapshotOf(contents: Contents): ReferenceSnapshot {
  const byName = new Intl.Collator('en')
  const sorted = contents.jurisdictions.toSorted((a, b) => byName.compare(a.name, b.name))
  const byId = new Map(sorted.map(jurisdiction => [jurisdiction.id, jurisdiction]))
  const regions = new Map(contents.countries.map(({ code, region }) => [code, region]))
  return Object.freeze({
    jurisdiction: (id: string) => byId.get(id),
    isJurisdiction: (id: string) => byId.has(id),
    jurisdictions: () => sorted,
    isCountry: (code: string) => regions.has(code),
    regionOfCountry: (code: string) => regions.get(code),
    countries: () => contents.countries,
    rosterVersions: () => contents.rosterVersions,
  })
}
