import { expect, test } from 'vitest'
import jurisdictionsFile from '../../src/roster/data/jurisdictions.json' with { type: 'json' }
import rostersFile from '../../src/roster/data/rosters.json' with { type: 'json' }
import { matchJurisdiction } from '../../src/roster/find-jurisdiction.ts'
import { referenceData } from '../../src/roster/reference-data.ts'
import { snapshotOf } from '../../src/roster/reference-snapshot.ts'

const data = referenceData()
const snapshot = snapshotOf(data)

test('every country has one of the four regions, and every code a name', () => {
  expect(data.countries).toHaveLength(250)
  expect(new Set(data.countries.map(({ code }) => code)).size).toBe(250)
  expect(snapshot.regionOfCountry('GE')).toBe('europe')
  expect(snapshot.regionOfCountry('KG')).toBe('asia-pacific')
  expect(snapshot.regionOfCountry('JO')).toBe('africa-middle-east')
  expect(snapshot.regionOfCountry('XK')).toBe('europe')
  expect(snapshot.regionOfCountry('ZZ')).toBeUndefined()
})

test('everyone named on a roster is a member, and all three rosters came through whole', () => {
  const sizes = data.rosterVersions.map(({ id, entries }) => [id, entries.length])
  expect(sizes).toEqual(
    rostersFile.versions.map(({ asOf, entries }) => [asOf, entries.flatMap(({ members }) => members).length]),
  )
})

test('the other names that the rosters give lead to the same members', () => {
  for (const [name, aliases] of Object.entries(rostersFile.aliases)) {
    const id = matchJurisdiction(snapshot, name)?.id
    expect(id, name).toBeDefined()
    for (const alias of aliases) expect(matchJurisdiction(snapshot, alias)?.id, alias).toBe(id)
  }
})

test('every member names the page it was found on, or says what is uncertain', () => {
  for (const { id, source, uncertain } of jurisdictionsFile.members as {
    id: string
    source?: string
    uncertain?: string
  }[]) {
    expect(source ?? uncertain, id).toBeTruthy()
  }
})

test('no two members share an id or a name', () => {
  const all = data.jurisdictions
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

test('a roster entry that resolves to no member is named', () => {
  const roster = {
    asOf: '2030-01',
    rule: 'r',
    entries: [{ basis: 'implementing', level: 'national', members: ['Kenya', 'Atlantis'] }],
  }
  expect(() => referenceData(undefined, [roster])).toThrow(/roster 2030-01: "Atlantis"/)
})

test('a city on a national list is refused', () => {
  const roster = {
    asOf: '2030-01',
    rule: 'r',
    entries: [{ basis: 'implementing', level: 'national', members: ['Buenos Aires, Argentina'] }],
  }
  expect(() => referenceData(undefined, [roster])).toThrow(/Buenos Aires/)
})

test('a member in a country that is not on the list, or of an unknown status, is named', () => {
  const member = { id: 'x', name: 'X', level: 'national', country: 'KE', status: 'active', aliases: [] }
  expect(() => referenceData([{ ...member, country: 'ZZ' }], [])).toThrow(/x: ZZ/)
  expect(() => referenceData([{ ...member, status: 'asleep' }], [])).toThrow(/x: "asleep"/)
})
