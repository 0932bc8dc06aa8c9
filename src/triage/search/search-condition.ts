// What somebody typed, as a condition on cases: a reference, or words that all stand in what was sent.
import { inArray, sql, type SQL } from 'drizzle-orm'
import { cases } from '../../cases/tables.ts'
import { caseSearch } from '../tables.ts'
import { searchWords } from './search-words.ts'

/** More words than anybody remembers of a case. */
const MOST_WORDS = 12
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
// With or without its dash, and with the letters that Crockford's alphabet leaves out for the digits they look like.
const REFERENCE = /^\s*([a-z]{3})[\s-]*([0-9a-z]{5})\s*$/i

/** The reference that was meant, if what was typed looks like one. */
export function meantReference(typed: string): string | undefined {
  const [, prefix = '', characters = ''] = REFERENCE.exec(typed) ?? []
  if (prefix === '' || (!/\d/.test(characters) && !typed.includes('-'))) return undefined
  const read = characters.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return `${prefix.toUpperCase()}-${read}`
}

/** All references that differ from it by one character, or by two that changed places. */
export function nearReferences(reference: string): string[] {
  const [prefix = '', characters = ''] = reference.split('-')
  const near = characters.split('').flatMap((own, at) => [
    ...ALPHABET.split('')
      .filter(other => other !== own)
      .map(other => characters.slice(0, at) + other + characters.slice(at + 1)),
    ...(at > 0
      ? [characters.slice(0, at - 1) + own + characters.charAt(at - 1) + characters.slice(at + 1)]
      : []),
  ])
  return [...new Set(near)].map(each => `${prefix}-${each}`)
}

export const hasReference = (references: readonly string[]): SQL => inArray(cases.reference, [...references])

/** The words that have to stand in a case, each of them or as a beginning. */
export const typedWords = (typed: string): string[] => searchWords(typed).slice(0, MOST_WORDS)

/** Every case in which, of each list of words, one stands. */
export function hasWords(lists: readonly (readonly string[])[]): SQL {
  // Letters and digits only: nothing that `tsquery` would read as a sign.
  const query = lists.map(words => `(${words.map(term).join(' | ')})`).join(' & ')
  return sql`${cases.id} in (select ${caseSearch.caseId} from ${caseSearch} where ${caseSearch.document} @@ ${query}::tsquery)`
}

// Of two letters, so many words begin with them that all of them are no help.
const term = (word: string): string => (word.length > 2 ? `'${word}':*` : `'${word}'`)
