import { asc } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import type { RosterVersion } from './jurisdiction.ts'
import { rosterEntries, rosterVersions } from './tables.ts'

/** Every roster version with its entries, oldest first. */
export async function readRosterVersions(db: Db | Tx): Promise<RosterVersion[]> {
  const versions = await db
    .select({
      id: rosterVersions.id,
      asOf: rosterVersions.asOf,
      rule: rosterVersions.rule,
      source: rosterVersions.source,
    })
    .from(rosterVersions)
    .orderBy(asc(rosterVersions.asOf))
  const entries = await db
    .select({
      version: rosterEntries.version,
      jurisdiction: rosterEntries.jurisdiction,
      basis: rosterEntries.basis,
    })
    .from(rosterEntries)
    .orderBy(asc(rosterEntries.basis), asc(rosterEntries.jurisdiction))
  const ofVersion = Map.groupBy(entries, ({ version }) => version)
  return versions.map(version => ({
    ...version,
    entries: (ofVersion.get(version.id) ?? []).map(({ jurisdiction, basis }) => ({ jurisdiction, basis })),
  }))
}
