import countriesFile from '../kernel/countries.json' with { type: 'json' }
import { isRegion, type Region } from '../kernel/regions.ts'
import jurisdictionsFile from './data/jurisdictions.json' with { type: 'json' }
import rostersFile from './data/rosters.json' with { type: 'json' }
import { matchJurisdiction } from './find-jurisdiction.ts'
import {
  LEVELS,
  STATUSES,
  type Country,
  type Jurisdiction,
  type Level,
  type RosterVersion,
} from './jurisdiction.ts'

// The files that a deployment starts with, checked and joined: rosters name members, here they become ids.

export type Sourced<T> = T & { source: string }

export interface ReferenceData {
  countries: Sourced<Country>[]
  jurisdictions: Sourced<Jurisdiction>[]
  rosterVersions: RosterVersion[]
}

interface MemberInFile {
  id: string
  name: string
  level: string
  country: string
  region?: string
  status: string
  aliases: string[]
  uncertain?: string
  source?: string
}

interface RosterInFile {
  asOf: string
  rule: string
  entries: { basis: string; level: string; members: string[] }[]
}

const COUNTRIES_SOURCE = 'ISO 3166-1; regions after https://www.opengovpartnership.org/our-members/'

/** The starting data. Throws an Error that names the entry when a file contradicts itself. */
export function referenceData(
  members: readonly MemberInFile[] = jurisdictionsFile.members,
  rosters: readonly RosterInFile[] = rostersFile.versions,
): ReferenceData {
  const countries = countriesFile.map(({ code, region }) => ({
    code,
    region: regionOr(region, `country ${code}`),
    source: COUNTRIES_SOURCE,
  }))
  const regions = new Map(countries.map(({ code, region }) => [code, region]))
  const jurisdictions = members.map(member => jurisdictionOf(member, regions))
  const list = { jurisdictions: () => jurisdictions }
  const rosterVersions = rosters.map(roster => ({
    id: roster.asOf,
    asOf: `${roster.asOf}-01`,
    rule: roster.rule,
    source: rostersFile.source,
    entries: roster.entries.flatMap(({ basis, level, members: names }) =>
      names.map(name => ({ jurisdiction: idOf(list, name, level, roster.asOf), basis })),
    ),
  }))
  return { countries, jurisdictions, rosterVersions }
}

function jurisdictionOf(member: MemberInFile, regions: Map<string, Region>): Sourced<Jurisdiction> {
  const region = member.region ?? regions.get(member.country)
  if (region === undefined) throw new Error(`${member.id}: ${member.country} is not in countries.json`)
  return {
    id: member.id,
    name: member.name,
    level: oneOf(LEVELS, member.level, member.id),
    country: member.country,
    region: regionOr(region, member.id),
    status: oneOf(STATUSES, member.status, member.id),
    aliases: member.aliases,
    uncertain: member.uncertain ?? null,
    source: member.source ?? jurisdictionsFile.source,
  }
}

function idOf(
  list: Parameters<typeof matchJurisdiction>[0],
  name: string,
  level: string,
  roster: string,
): string {
  const found = matchJurisdiction(list, name, oneOf(LEVELS, level, `roster ${roster}`) satisfies Level)
  if (found === undefined) {
    throw new Error(`roster ${roster}: "${name}" is no ${level} member of jurisdictions.json, or several`)
  }
  return found.id
}

function regionOr(value: string, where: string): Region {
  if (!isRegion(value)) throw new Error(`${where}: "${value}" is not a region`)
  return value
}

function oneOf<T extends string>(words: readonly T[], value: string, where: string): T {
  const found = words.find(word => word === value)
  if (found === undefined) throw new Error(`${where}: "${value}" is not one of ${words.join(', ')}`)
  return found
}
