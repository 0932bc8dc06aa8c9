// Writes down what cases can be found by, after they were taken in: a walk along them in the order of their receipt. It goes
// back a little each time and begins anew every hour, so what was missed, and whyever, is found then.
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { cases } from '../../cases/tables.ts'
import { formWordings } from '../../forms/tables.ts'
import type { Wording } from '../../forms/wording.ts'
import { submissions } from '../../submissions/tables.ts'
import { caseSearch, searchWords as knownWords } from '../tables.ts'
import { searchText } from './search-text.ts'
import { searchWords } from './search-words.ts'

/** One at a time, and never beside an erasure: the database's function `forget_search_text` takes the same. */
const LOCK = 7_246_203
const STRETCH = 5000
const BATCH = 200
/** Cases become visible out of order: a batch takes its time, and the clocks of two servers differ. */
const BACK_MS = 60_000
const ANEW_MS = 3_600_000
const NIL = '00000000-0000-0000-0000-000000000000'
const BEGINNING = { at: new Date(0), id: NIL }

interface Place {
  at: Date
  id: string
}

/** Returns a function that makes findable what is not yet, and says how many cases; to be called again and again. */
export function searchIndexer({ db, clock }: { db: Db; clock: Clock }): () => Promise<number> {
  const wordings = new Map<string, Wording>()
  let start: Place = BEGINNING
  let begun = clock.now()

  return async () => {
    if (clock.now().getTime() - begun.getTime() > ANEW_MS) [start, begun] = [BEGINNING, clock.now()]
    let indexed = 0
    for (let place: Place | undefined = start; place;) {
      const { missing, last, isEnd } = await stretch(db, place)
      for (let at = 0; at < missing.length; at += BATCH) {
        const batch = missing.slice(at, at + BATCH)
        // Another process is at it, or somebody erases: what is still missing is looked for the next time.
        if (!(await db.transaction(tx => indexBatch(tx, batch, wordings)))) return indexed
        indexed += batch.length
      }
      if (last) start = { at: new Date(last.at.getTime() - BACK_MS), id: NIL }
      place = isEnd ? undefined : last
    }
    return indexed
  }
}

async function stretch(db: Db, { at, id }: Place) {
  const rows = await db
    .select({ id: cases.id, at: cases.receivedAt, found: caseSearch.caseId })
    .from(cases)
    .leftJoin(caseSearch, eq(caseSearch.caseId, cases.id))
    .where(sql`(${cases.receivedAt}, ${cases.id}) > (${at.toISOString()}::timestamptz, ${id}::uuid)`)
    .orderBy(asc(cases.receivedAt), asc(cases.id))
    .limit(STRETCH)
  return {
    missing: rows.filter(row => row.found === null).map(row => row.id),
    last: rows.at(-1),
    isEnd: rows.length < STRETCH,
  }
}

async function indexBatch(tx: Tx, ids: readonly string[], wordings: Map<string, Wording>): Promise<boolean> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${LOCK}::bigint) as mine`,
  )
  if (!rows[0]?.mine) return false
  const found = await tx
    .select({
      id: cases.id,
      reference: cases.reference,
      organisation: cases.organisation,
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
  await learn(tx, wordings, [...new Set(found.map(row => row.wordingId))])
  const documents = found.map(row => documentOf(row, wordings))
  await keep(tx, documents)
  return true
}

async function learn(tx: Tx, wordings: Map<string, Wording>, ids: readonly string[]): Promise<void> {
  const unknown = ids.filter(id => !wordings.has(id))
  if (unknown.length === 0) return
  const rows = await tx
    .select({ id: formWordings.id, wording: formWordings.wording })
    .from(formWordings)
    .where(inArray(formWordings.id, unknown))
  for (const { id, wording } of rows) wordings.set(id, wording)
}

interface Indexed {
  id: string
  reference: string
  organisation: string
  contactName: string
  contactEmail: string
  erasedAt: Date | null
  wordingId: string
  answers: Record<string, unknown> | null
}

function documentOf(theCase: Indexed, wordings: ReadonlyMap<string, Wording>) {
  const { id, reference, organisation, contactName, contactEmail, erasedAt, answers } = theCase
  if (erasedAt !== null || answers === null) return { id, words: [], names: [] }
  const wording = wordings.get(theCase.wordingId)
  const written = wording ? searchText(wording, answers) : { texts: [], names: [] }
  const names = [organisation, contactName, ...written.names]
  return {
    id,
    words: searchWords([reference, contactEmail, ...names, ...written.texts].join(' ')),
    names: searchWords(names.join(' ')).filter(word => /^\p{L}{3,}$/u.test(word)),
  }
}

async function keep(tx: Tx, documents: readonly ReturnType<typeof documentOf>[]): Promise<void> {
  await tx
    .insert(caseSearch)
    .select(
      sql`select id, array_to_tsvector(words) from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as found(id uuid, words text[])`,
    )
    .onConflictDoNothing()
  const names = [...new Set(documents.flatMap(document => document.names))].toSorted()
  if (names.length === 0) return
  await tx
    .insert(knownWords)
    .select(sql`select unnest(${sql.param(names)}::text[])`)
    .onConflictDoNothing()
}
