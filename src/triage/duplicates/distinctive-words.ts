// What of an organisation's name tells it from others: "Kenema" of "Kenema Legal Aid Network".
import type { Db } from '../../kernel/database.ts'
import { commonWords } from '../search/common-words.ts'
import { searchWords } from '../search/search-words.ts'
import { similarWords } from '../search/similar-words.ts'

const MOST_WORDS = 12

/**
 * A `tsquery` for names that may mean the same: those with one of its rare words, or one spelled like it, and one of the others,
 * if there are any; all of its words, where each is in many names, as in "Ministry of Justice".
 */
export async function distinctiveWords(db: Db, name: string): Promise<string> {
  const words = searchWords(name).slice(0, MOST_WORDS)
  const common = await commonWords(db)
  const rare = words.filter(word => !common.has(word))
  const spellings = rare.length > 0 ? (await similarWords(db, rare)).flat() : []
  const telling = [...new Set([...rare, ...spellings])].filter(word => !common.has(word))
  // Letters and digits only: nothing that `tsquery` would read as a sign.
  const others = words.filter(word => common.has(word))
  if (telling.length === 0) return words.join(' & ')
  return [telling, others]
    .filter(some => some.length > 0)
    .map(some => `(${some.join(' | ')})`)
    .join(' & ')
}
