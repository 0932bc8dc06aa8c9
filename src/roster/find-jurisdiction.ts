import type { Jurisdiction, Level } from './jurisdiction.ts'
import { countryNames, placeOf } from './names.ts'
import { oneSlipApart, plainWords, squeezed } from './plain-words.ts'

// From what somebody typed to a member of OGP. A local member is found by its own name only: its country's name may
// follow and narrows, but alone it never leads there, as Argentina is not Buenos Aires.

// No member's name is longer; a pasted page is not searched word by word.
const WORDS = 12

interface Names {
  jurisdiction: Jurisdiction
  /** Plain words of every name it goes by; for a local member without its country. */
  own: string[]
  ownWords: string[]
  /** What counts as an exact hit, squeezed. */
  exact: Set<string>
  /** Words of its country's names, for a local member. */
  countryWords: string[]
}

/** The members that a list of them is searched in. A snapshot gives the same list until it changes. */
interface Members {
  jurisdictions(): readonly Jurisdiction[]
}

/**
 * The members that a typed name may mean, best first: exact, then begun with, then by words, then with one slip of
 * the keyboard. Nothing typed finds nothing. Case, accents and punctuation make no difference. With a `level` only
 * members of that level.
 */
export function findJurisdictions(
  members: Members,
  typed: string,
  limit: number,
  level?: Level,
): Jurisdiction[] {
  const query = plainWords(typed)
  if (query === '') return []
  return namesOf(members.jurisdictions())
    .filter(({ jurisdiction }) => level === undefined || jurisdiction.level === level)
    .map(names => ({ jurisdiction: names.jurisdiction, rank: rankOf(names, query) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || compare(a.jurisdiction, b.jurisdiction))
    .slice(0, limit)
    .map(({ jurisdiction }) => jurisdiction)
}

/**
 * The one member that goes by exactly this name, in any of its forms; undefined when none does or several do.
 * `level` keeps a country apart from a local member of the same name.
 */
export function matchJurisdiction(members: Members, typed: string, level?: Level): Jurisdiction | undefined {
  const key = squeezed(typed)
  const found = namesOf(members.jurisdictions()).filter(
    ({ exact, jurisdiction }) => exact.has(key) && (level === undefined || jurisdiction.level === level),
  )
  return found.length === 1 ? found[0]?.jurisdiction : undefined
}

function rankOf({ own, ownWords, exact, countryWords }: Names, query: string): number {
  if (exact.has(query.replaceAll(' ', ''))) return 5
  if (own.some(name => name.startsWith(query))) return 4
  const words = query.split(' ', WORDS)
  const isOwn = (word: string) => ownWords.some(other => other.startsWith(word))
  const isCountry = (word: string) => countryWords.some(other => other.startsWith(word))
  if (words.some(isOwn) && words.every(word => isOwn(word) || isCountry(word))) return 3
  return query.length >= 5 && own.some(name => oneSlipApart(name, query)) ? 2 : 0
}

const indexes = new WeakMap<readonly Jurisdiction[], Names[]>()

function namesOf(jurisdictions: readonly Jurisdiction[]): Names[] {
  const known = indexes.get(jurisdictions)
  if (known !== undefined) return known
  const names = jurisdictions.map(jurisdiction =>
    jurisdiction.level === 'national' ? namesOfCountry(jurisdiction) : namesOfPlace(jurisdiction),
  )
  indexes.set(jurisdictions, names)
  return names
}

function namesOfCountry(jurisdiction: Jurisdiction): Names {
  const all = [jurisdiction.name, ...jurisdiction.aliases, ...countryNames(jurisdiction.country)]
  const own = all.map(plainWords)
  return { jurisdiction, own, ownWords: wordsOf(own), exact: new Set(all.map(squeezed)), countryWords: [] }
}

function namesOfPlace(jurisdiction: Jurisdiction): Names {
  const place = placeOf(jurisdiction.name)
  const all = [place, place.replace(/\([^)]*\)/, ''), ...jurisdiction.aliases]
  const countries = [jurisdiction.name.slice(place.length), ...countryNames(jurisdiction.country)]
  const full = all.flatMap(name => countries.map(country => `${name} ${country}`))
  const own = all.map(plainWords)
  return {
    jurisdiction,
    own,
    ownWords: wordsOf(own),
    exact: new Set([...all, ...full].map(squeezed)),
    countryWords: wordsOf(countries.map(plainWords)),
  }
}

const wordsOf = (names: string[]): string[] =>
  [...new Set(names.flatMap(name => name.split(' ')))].filter(Boolean)

const compare = (a: Jurisdiction, b: Jurisdiction): number =>
  Number(a.level === 'local') - Number(b.level === 'local') || (a.name < b.name ? -1 : 1)
