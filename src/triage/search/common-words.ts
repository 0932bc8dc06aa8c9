// The words that so many cases are listed by that they tell few from others, as Postgres has counted them.
import { sql } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { sharedAnswer } from '../../kernel/shared-answer.ts'

/** Postgres counts when much has changed. */
const FRESH_MS = 60_000
/** Cases. */
const MANY = 300
const kept = new WeakMap<Db, () => Promise<ReadonlySet<string>>>()

/** Those by which more than 300 cases are listed, as was known a minute ago at most. */
export function commonWords(db: Db): Promise<ReadonlySet<string>> {
  const ask = kept.get(db) ?? sharedAnswer(FRESH_MS, () => readCommonWords(db))
  kept.set(db, ask)
  return ask()
}

async function readCommonWords(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await db.execute<{ word: string }>(sql`
    select word from pg_stats, pg_class,
      unnest(most_common_elems::text::text[], most_common_elem_freqs) as counted (word, share)
    where schemaname = current_schema() and tablename = 'case_search' and attname = 'listed'
      and pg_class.oid = 'case_search'::regclass and word is not null and share * reltuples > ${MANY}`)
  return new Set(rows.map(({ word }) => word))
}
