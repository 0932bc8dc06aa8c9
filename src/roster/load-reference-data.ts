import type { Tx } from '../kernel/database.ts'
import { referenceData } from './reference-data.ts'
import { countries, jurisdictions, rosterEntries, rosterVersions } from './tables.ts'

/**
 * Inserts the reference data that is missing and leaves every row that exists as it is: an administrator may have
 * changed it. Safe at every start, also of several processes at once. Throws an Error that names the roster entry
 * when it resolves to no member.
 */
export async function loadReferenceData(tx: Tx): Promise<void> {
  const data = referenceData()
  await tx.insert(countries).values(data.countries).onConflictDoNothing()
  await tx
    .insert(jurisdictions)
    .values(data.jurisdictions.map(jurisdiction => ({ ...jurisdiction, aliases: [...jurisdiction.aliases] })))
    .onConflictDoNothing()
  const added = await tx
    .insert(rosterVersions)
    .values(data.rosterVersions.map(({ id, asOf, rule, source }) => ({ id, asOf, rule, source })))
    .onConflictDoNothing()
    .returning({ id: rosterVersions.id })
  // Entries come only with a version that is new: one that was struck off later must not come back at a restart.
  const isNew = new Set(added.map(({ id }) => id))
  const entries = data.rosterVersions
    .filter(({ id }) => isNew.has(id))
    .flatMap(({ id, entries: members }) => members.map(entry => ({ version: id, ...entry })))
  if (entries.length > 0) await tx.insert(rosterEntries).values(entries)
}
