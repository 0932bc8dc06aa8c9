// One transaction that makes many submissions durable: keys, cases, answers, first events and their outbox rows.
import { and, eq, sql } from 'drizzle-orm'
import { createHash, randomUUID } from 'node:crypto'
import { brokenConstraint } from '../kernel/connection-loss.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { newReference, type Chance } from '../kernel/reference.ts'
import { canonicalJson, newSalt, saltedHash } from '../events/hash-chain.ts'
import { recordFirst, type FirstEvent } from '../events/record.ts'
import { SUBMISSION_HELD, SUBMISSION_RECEIVED } from '../cases/events.ts'
import { openCases, takenReferences, type NewCase } from '../cases/open-case.ts'
import { openedCase } from '../cases/opened-case.ts'
import { claimDocuments } from '../documents/claim.ts'
import { idempotencyKeys, submissions } from './tables.ts'

/** A checked submission on its way into the database. */
export interface Accepting {
  theCase: NewCase
  prefix: string
  wordingId: string
  answers: Record<string, unknown>
  /** Ids of the documents that come with it. */
  files: readonly string[]
  idempotencyKey: string | undefined
}

/** What the applicant is told. The same for a replay as for the first answer. */
export interface Accepted {
  caseId: string
  reference: string
  receivedAt: Date
  replayed: boolean
}

/**
 * Commits the entries together and answers for each. An entry whose idempotency key is taken gets the first answer
 * again, or the problem `idempotency-key-reused` as its result when its payload differs.
 */
export async function acceptAll(
  db: Db,
  chance: Chance,
  entries: readonly Accepting[],
): Promise<(Accepted | Error)[]> {
  for (;;) {
    try {
      const written = await db.transaction(tx => writeAll(tx, entries))
      return await Promise.all(entries.map(entry => answer(db, entry, written.has(entry))))
    } catch (error) {
      if (brokenConstraint(error) !== 'cases_reference_key') throw error
      await redrawTaken(db, chance, entries)
    }
  }
}

// One of 33 million references to a form was drawn twice. Only that is drawn anew: where there are a million cases, a whole
// batch drawn anew would hardly ever be free of all of theirs.
async function redrawTaken(db: Db, chance: Chance, entries: readonly Accepting[]): Promise<void> {
  const taken = await takenReferences(
    db,
    entries.map(entry => entry.theCase.reference),
  )
  for (const { theCase, prefix } of entries) {
    if (taken.has(theCase.reference)) theCase.reference = newReference(prefix, chance)
    taken.add(theCase.reference)
  }
}

async function writeAll(tx: Tx, entries: readonly Accepting[]): Promise<Set<Accepting>> {
  const fresh = await reserveKeys(tx, entries)
  if (fresh.length === 0) return new Set()
  const salts = fresh.map(newSalt)
  // Each is begun when the one before is on its way, so that Postgres writes while the next is made ready.
  await Promise.all([
    openCases(
      tx,
      fresh.map(entry => entry.theCase),
    ),
    takeFiles(tx, fresh),
    keepAnswers(tx, fresh, salts),
    recordFirst(tx, firstEvents(fresh, salts)),
  ])
  return new Set(fresh)
}

// Asks nothing where no files came.
async function takeFiles(tx: Tx, fresh: readonly Accepting[]): Promise<void> {
  const claims = fresh.flatMap(({ theCase, files }) =>
    files.map(documentId => ({ documentId, caseId: theCase.id })),
  )
  const gone = await claimDocuments(tx, claims)
  if (gone.length > 0) {
    throw new Problem(
      'changed-meanwhile',
      'A file was removed, or came with another application, or a virus was found in it. Add it again and send again.',
    )
  }
}

const firstEvents = (fresh: readonly Accepting[], salts: readonly Buffer[]): FirstEvent[] =>
  fresh.map(({ theCase, wordingId, answers }, index) => ({
    id: randomUUID(),
    stream: theCase.id,
    event: theCase.quarantine === null ? SUBMISSION_RECEIVED : SUBMISSION_HELD,
    at: theCase.receivedAt,
    actor: { kind: 'applicant' },
    details: {
      form: theCase.form,
      language: theCase.language,
      wordingId,
      answersHash: saltedHash(salts[index] as Buffer, answers).toString('hex'),
      ...(theCase.quarantine !== null && { quarantine: theCase.quarantine }),
    },
  }))

// Sorted, so that two batches that hold the same keys wait for each other instead of deadlocking.
async function reserveKeys(tx: Tx, entries: readonly Accepting[]): Promise<readonly Accepting[]> {
  const keyed = entries.filter(entry => entry.idempotencyKey !== undefined)
  if (keyed.length === 0) return entries
  const rows = keyed
    .map(entry => ({
      key: entry.idempotencyKey as string,
      form: entry.theCase.form,
      payloadHash: payloadHash(entry),
      caseId: entry.theCase.id,
      createdAt: entry.theCase.receivedAt,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const reserved = await tx
    .insert(idempotencyKeys)
    .values(rows)
    .onConflictDoNothing({ target: [idempotencyKeys.form, idempotencyKeys.key] })
    .returning({ caseId: idempotencyKeys.caseId })
  const ids = new Set(reserved.map(row => row.caseId))
  return entries.filter(entry => entry.idempotencyKey === undefined || ids.has(entry.theCase.id))
}

// One JSON document instead of an array of them: in an array's element every quote would have to be escaped.
async function keepAnswers(tx: Tx, entries: readonly Accepting[], salts: readonly Buffer[]): Promise<void> {
  const kept = entries.map(({ theCase, wordingId, answers }, index) => ({
    id: theCase.id,
    wording: wordingId,
    answers,
    salt: salts[index]?.toString('hex'),
    at: theCase.receivedAt,
  }))
  await tx
    .insert(submissions)
    .select(
      sql`select id, wording, answers, decode(salt, 'hex'), at from jsonb_to_recordset(${sql.placeholder('kept')}::jsonb)
        as kept(id uuid, wording text, answers jsonb, salt text, at timestamptz)`,
    )
    .prepare('keep_answers')
    .execute({ kept: JSON.stringify(kept) })
}

// After the commit: a look-up that fails must not make its neighbours, which are stored, look as if they were not.
async function answer(db: Db, entry: Accepting, isFirst: boolean): Promise<Accepted | Error> {
  if (isFirst) return firstAnswer(entry)
  return earlierAnswer(db, entry).catch((error: unknown) => error as Error)
}

const firstAnswer = ({ theCase }: Accepting): Accepted => ({
  caseId: theCase.id,
  reference: theCase.reference,
  receivedAt: theCase.receivedAt,
  replayed: false,
})

async function earlierAnswer(db: Db, entry: Accepting): Promise<Accepted | Problem> {
  const [earlier] = await db
    .select({ caseId: idempotencyKeys.caseId, payloadHash: idempotencyKeys.payloadHash })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.form, entry.theCase.form),
        eq(idempotencyKeys.key, entry.idempotencyKey as string),
      ),
    )
  if (!earlier?.payloadHash.equals(payloadHash(entry))) {
    return new Problem(
      'idempotency-key-reused',
      'This Idempotency-Key was used for other answers. Use a new key for a new application.',
    )
  }
  const { caseId } = earlier
  const opened = await openedCase(db, caseId)
  if (!opened) throw new Error(`An idempotency key leads to case ${caseId}, which does not exist.`)
  return { caseId, ...opened, replayed: true }
}

function payloadHash(entry: Accepting): Buffer {
  return createHash('sha256').update(canonicalJson(entry.answers)).digest()
}
