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
  // Asked first: to write out hundreds of rows that are there already takes a later start a tenth of a second.
  const [codes, ids] = await Promise.all([
    tx.select({ code: countries.code }).from(countries),
    tx.select({ id: jurisdictions.id }).from(jurisdictions),
  ])
  const [knownCodes, knownIds] = [new Set(codes.map(({ code }) => code)), new Set(ids.map(({ id }) => id))]
  const newCountries = data.countries.filter(({ code }) => !knownCodes.has(code))
  if (newCountries.length > 0) await tx.insert(countries).values(newCountries).onConflictDoNothing()
  const newJurisdictions = data.jurisdictions
    .filter(({ id }) => !knownIds.has(id))
    .map(jurisdiction => ({ ...jurisdiction, aliases: [...jurisdiction.aliases] }))
  if (newJurisdictions.length > 0)
    await tx.insert(jurisdictions).values(newJurisdictions).onConflictDoNothing()
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
