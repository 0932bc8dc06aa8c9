import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJurisdictions, matchJurisdiction } from '../../src/roster/find-jurisdiction.ts'
import { jurisdictionName } from '../../src/roster/names.ts'
import { plainWords } from '../../src/roster/plain-words.ts'
import { referenceData } from '../../src/roster/reference-data.ts'
import { snapshotOf } from '../../src/roster/reference-snapshot.ts'

const snapshot = snapshotOf(referenceData())
const match = (typed: string) => matchJurisdiction(snapshot, typed)?.id
const find = (typed: string) => findJurisdictions(snapshot, typed, 10).map(({ id }) => id)

test.each([
  ["Cote d'Ivoire", 'cote-divoire'],
  ['CÔTE D’IVOIRE', 'cote-divoire'],
  ['Ivory Coast', 'cote-divoire'],
  ['Czechia', 'czech-republic'],
  ['République tchèque', 'czech-republic'],
  ['Cape Verde', 'cabo-verde'],
  ['South Korea', 'republic-of-korea'],
  ['Corea del Sur', 'republic-of-korea'],
  ['The Netherlands', 'netherlands'],
  ['pays bas', 'netherlands'],
  ['Países Bajos', 'netherlands'],
  ['Allemagne', 'germany'],
  ['Turkey', 'turkiye'],
  ['Kirghizistan', 'kyrgyz-republic'],
  ['UK', 'united-kingdom'],
  ['Buenos Aires', 'buenos-aires-argentina'],
  ['buenos aires, argentine', 'buenos-aires-argentina'],
  ['Argentina', 'argentina'],
  ['Tarkwa Nsuaem', 'tarkwa-nsuaem-ghana'],
  ['Nuevo León', 'nuevo-leon-state-mexico'],
])('%s is %s', (typed, id) => {
  expect(match(typed)).toBe(id)
  expect(find(typed)[0]).toBe(id)
})

test('a country does not lead to its cities, nor a city to its country', () => {
  expect(find('Argentina')).toEqual(['argentina'])
  expect(find('Buenos Aires')).toEqual(['buenos-aires-argentina'])
  expect(find('Kenya')).toEqual(['kenya'])
})

test('a name that several go by is no match, but all are suggested', () => {
  expect(match('Córdoba')).toBeUndefined()
  expect(find('cordoba').toSorted()).toEqual(['cordoba-city-argentina', 'cordoba-province-argentina'])
})

test('a beginning, a word, a slip of the keyboard suggest', () => {
  expect(find('urug')).toEqual(['uruguay'])
  expect(find('marakwet')).toEqual(['elgeyo-marakwet-kenya'])
  expect(find('cordoba prov')).toEqual(['cordoba-province-argentina'])
  expect(find('Sengeal')).toEqual(['senegal'])
  expect(find('Colombai')).toContain('colombia')
})

test('nothing, punctuation and strangers find nothing', () => {
  expect(find('')).toEqual([])
  expect(find('  ,.!  ')).toEqual([])
  expect(find('Atlantis')).toEqual([])
})

test('every member is found by its own name and by each of its aliases', () => {
  for (const { id, name, aliases } of snapshot.jurisdictions()) {
    for (const typed of [name, ...aliases]) expect(find(typed), typed).toContain(id)
    expect(find(name)[0], name).toBe(id)
  }
})

test('any text at all is compared without fault, and plain words are plain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), typed => {
      expect(plainWords(plainWords(typed).toUpperCase())).toBeTypeOf('string')
      expect(findJurisdictions(snapshot, typed, 3).length).toBeLessThanOrEqual(3)
    }),
    { numRuns: 200 },
  )
})

test('a name is shown in the language of the reader', () => {
  const shown = (id: string, language: 'en' | 'fr' | 'es') => {
    const jurisdiction = snapshot.jurisdiction(id)
    return jurisdiction && jurisdictionName(jurisdiction, language)
  }
  expect(shown('buenos-aires-argentina', 'fr')).toBe('Buenos Aires, Argentine')
  expect(shown('republic-of-korea', 'en')).toBe('Republic of Korea')
  expect(shown('republic-of-korea', 'es')).toBe('Corea del Sur')
})
