// What of an organisation's name tells it from others: "Kenema" of "Kenema Legal Aid Network".
import { sql } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { searchWords } from '../search/search-words.ts'
import { similarWords } from '../search/similar-words.ts'

const MOST_WORDS = 12

/**
 * A `tsquery` for names that may mean the same: those with one of its rare words, or one spelled like it; all of its words,
 * where each is in many names, as in "Ministry of Justice".
 */
export async function distinctiveWords(db: Db, name: string): Promise<string> {
  const words = searchWords(name).slice(0, MOST_WORDS)
  const common = await commonWords(db)
  const rare = words.filter(word => !common.has(word))
  const spellings = rare.length > 0 ? (await similarWords(db, rare)).flat() : []
  const telling = [...new Set([...rare, ...spellings])].filter(word => !common.has(word))
  // Letters and digits only: nothing that `tsquery` would read as a sign.
  return telling.length > 0 ? telling.join(' | ') : words.join(' & ')
}

/** Those that Postgres has seen most often in what cases are listed by; none while it has seen few cases. */
async function commonWords(db: Db): Promise<Set<string>> {
  const { rows } = await db.execute<{ words: string[] | null }>(sql`
    select most_common_elems::text::text[] as words from pg_stats
    where schemaname = current_schema() and tablename = 'case_search' and attname = 'listed'`)
  return new Set(rows[0]?.words)
}
