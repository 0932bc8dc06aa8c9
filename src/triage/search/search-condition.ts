// What somebody typed, as a condition on cases: a reference, or words that all stand in what was sent.
import { desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { cases, declarations } from '../../cases/tables.ts'
import { caseSearch } from '../tables.ts'
import { commonWords } from './common-words.ts'
import { searchWords } from './search-words.ts'

/** More words than anybody remembers of a case. */
const MOST_WORDS = 12
/** Of the cases that a person has read, those that they declared for last: in these their searches look at all that was written. */
const MOST_READ = 5000
const FEW = 2000
/**
 * Words of so many letters are completed: of fewer, such as a reference's first three, so many begin with them that all of
 * them are no help; nor is it where very many cases have the word as it is.
 */
const COMPLETED = 4
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

/** What is searched for, as a condition on cases. */
export interface Found {
  condition: SQL
  /** Whether the cases are few and known, so that all of them can be read at once. */
  few: boolean
}

export const hasReference = (references: readonly string[]): Found => ({
  condition: inArray(cases.reference, [...references]),
  few: true,
})

/** The words that have to stand in a case, each of them or as a beginning. */
export const typedWords = (typed: string): string[] => searchWords(typed).slice(0, MOST_WORDS)

/**
 * Every case in which, of each list of words, one stands: in what lists show of it, or anywhere in it where the person has
 * declared that they have no conflict of interest; undefined where there is none. Nobody learns by searching what they may not read yet.
 */
export async function hasWords(
  db: Db,
  staffId: string,
  lists: readonly (readonly string[])[],
  { begun }: { begun: boolean },
): Promise<Found | undefined> {
  const common = begun ? await commonWords(db) : new Set<string>()
  const term = (word: string) =>
    begun && word.length >= COMPLETED && !common.has(word) ? `'${word}':*` : `'${word}'`
  // Letters and digits only: nothing that `tsquery` would read as a sign.
  const query = sql`${lists.map(words => `(${words.map(term).join(' | ')})`).join(' & ')}::tsquery`
  const [read, listed] = await Promise.all([foundAmongRead(db, staffId, query), foundListed(db, query)])
  if (listed.length <= FEW) {
    const ids = [...new Set([...read, ...listed])]
    if (ids.length === 0) return undefined
    return { condition: sql`${cases.id} = any (${sql.param(ids)}::uuid[])`, few: true }
  }
  const ofRead = read.length > 0 ? sql` or ${caseSearch.caseId} = any (${sql.param(read)}::uuid[])` : sql``
  return {
    condition: sql`${cases.id} in (select ${caseSearch.caseId} from ${caseSearch} where ${caseSearch.listed} @@ ${query}${ofRead})`,
    few: false,
  }
}

// Few are named to Postgres, which else takes them for many, and looks through a million cases in the order of the list for them.
async function foundListed(db: Db, query: SQL): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select ${caseSearch.caseId} as id from ${caseSearch} where ${caseSearch.listed} @@ ${query} limit ${FEW + 1}`,
  )
  return rows.map(({ id }) => id)
}

// Asked by itself: of all cases a person has read few, and the rest can be left to the index of what lists show. First the cases,
// then the words (`offset 0`): Postgres would rather take the words from the index first, of which a million cases have too many.
async function foundAmongRead(db: Db, staffId: string, query: SQL): Promise<string[]> {
  const read = db
    .select({ id: declarations.caseId })
    .from(declarations)
    .where(eq(declarations.staffId, staffId))
    .orderBy(desc(declarations.declaredAt))
    .limit(MOST_READ)
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from (
      select ${caseSearch.caseId} as id, ${caseSearch.document} as words from ${caseSearch}
      where ${caseSearch.caseId} = any (array${read}) offset 0
    ) kept
    where words @@ ${query}`)
  return rows.map(({ id }) => id)
}
