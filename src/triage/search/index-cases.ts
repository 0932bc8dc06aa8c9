// Writes down what cases can be found by, after they were taken in.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { cases } from '../../cases/tables.ts'
import { storedWording } from '../../forms/stored-wording.ts'
import { countryNames } from '../../roster/names.ts'
import { submissions } from '../../submissions/tables.ts'
import { healingWalk } from '../healing-walk.ts'
import { caseSearch, searchWords as knownWords } from '../tables.ts'
import { searchText } from './search-text.ts'
import { searchWords } from './search-words.ts'

/** One at a time, and never beside an erasure: the database's function `forget_search_text` takes the same. */
const LOCK = 7_246_203

/** Returns a function that makes findable what is not yet, and says how many cases; to be called again and again. */
export const searchIndexer = (deps: { db: Db; clock: Clock }): (() => Promise<number>) =>
  healingWalk(deps, { kept: caseSearch, heal: indexBatch })

async function indexBatch(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${LOCK}::bigint) as mine`,
  )
  if (!rows[0]?.mine) return false
  await index(tx, ids)
  return true
}

/** Writes down anew what one case can be found by; words of names that no other case has go with what it had before. */
export async function indexAgain(tx: Tx, caseId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`)
  const [before] = await tx
    .delete(caseSearch)
    .where(eq(caseSearch.caseId, caseId))
    .returning({ words: sql<string[]>`tsvector_to_array(${caseSearch.document})` })
  await index(tx, [caseId])
  if (!before) return
  await tx.delete(knownWords).where(
    sql`${knownWords.word} = any (${sql.param(before.words)}::text[])
      and not exists (select from ${caseSearch} where ${caseSearch.document} @@ quote_literal(${knownWords.word})::tsquery)`,
  )
}

async function index(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = await tx
    .select({
      id: cases.id,
      reference: cases.reference,
      organisation: cases.organisation,
      country: cases.country,
      contactName: cases.contactName,
      contactEmail: cases.contactEmail,
      erasedAt: cases.erasedAt,
      wordingId: submissions.wordingId,
      answers: submissions.answers,
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.caseId, cases.id))
    .leftJoin(caseSearch, eq(caseSearch.caseId, cases.id))
    .where(and(inArray(cases.id, [...ids]), isNull(caseSearch.caseId)))
  const documents = []
  for (const row of found) documents.push(await documentOf(tx, row))
  await keep(tx, documents)
}

interface Indexed {
  id: string
  reference: string
  organisation: string
  country: string | null
  contactName: string
  contactEmail: string
  erasedAt: Date | null
  wordingId: string
  answers: Record<string, unknown> | null
}

async function documentOf(tx: Tx, theCase: Indexed) {
  const { id, reference, organisation, country, contactName, contactEmail, erasedAt, answers } = theCase
  if (erasedAt !== null || answers === null) return { id, words: [], listed: [], names: [] }
  const written = searchText(await storedWording(tx, theCase.wordingId), answers)
  const names = [organisation, contactName, ...written.names]
  const places = country === null ? [] : countryNames(country)
  const listed = [reference, organisation, ...places]
  return {
    id,
    words: searchWords([...listed, contactEmail, ...names, ...written.texts].join(' ')),
    listed: searchWords(listed.join(' ')),
    names: searchWords(names.join(' ')).filter(word => /^\p{L}{3,}$/u.test(word)),
  }
}

async function keep(tx: Tx, documents: readonly Awaited<ReturnType<typeof documentOf>>[]): Promise<void> {
  await tx
    .insert(caseSearch)
    .select(
      sql`select id, array_to_tsvector(words), array_to_tsvector(listed) from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as found(id uuid, words text[], listed text[])`,
    )
    .onConflictDoNothing()
  const names = [...new Set(documents.flatMap(document => document.names))].toSorted()
  if (names.length === 0) return
  await tx
    .insert(knownWords)
    .select(sql`select unnest(${sql.param(names)}::text[])`)
    .onConflictDoNothing()
}
