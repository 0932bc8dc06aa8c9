// What a mistyped word may have meant, among the words of names and organisations.
import { sql } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { searchWords } from '../tables.ts'

const MOST_SIMILAR = 6

/** For each word those that are spelled like it, the most alike first; itself where nothing is. */
export async function similarWords(db: Db, words: readonly string[]): Promise<string[][]> {
  const { rows } = await db.execute<{ typed: string; word: string }>(sql`
    select typed, word from unnest(${sql.param([...words])}::text[]) as typed
      cross join lateral (
        select word from ${searchWords} where word % typed order by similarity(word, typed) desc, word limit ${MOST_SIMILAR}
      ) as alike`)
  return words.map(word => {
    const similar = rows.filter(row => row.typed === word).map(row => row.word)
    return similar.length > 0 ? similar : [word]
  })
}
