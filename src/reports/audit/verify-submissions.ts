import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { saltedHash } from '../../events/hash-chain.ts'
import { events } from '../../events/tables.ts'
import type { Fault } from '../../events/verify-chain.ts'
import type { Tx } from '../../kernel/database.ts'
import { submissions } from '../../submissions/tables.ts'

// Answers are long: a page of them is some megabytes.
const PAGE = 200
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** Compares each submission with what its receipt committed to. Returns how many there are. */
export async function verifySubmissions(tx: Tx, onFault: (fault: Fault) => void): Promise<number> {
  let count = 0
  for (let last: string | undefined = BEFORE_ALL; last !== undefined;) {
    const page = await pageAfter(tx, last)
    count += page.length
    for (const row of page) {
      const what = faultOf(row)
      if (what !== undefined) onFault({ stream: row.caseId, position: 1, what })
    }
    last = page.at(-1)?.caseId
  }
  await reportMissing(tx, onFault)
  return count
}

type Row = Awaited<ReturnType<typeof pageAfter>>[number]

const pageAfter = (tx: Tx, after: string) =>
  tx
    .select({
      caseId: submissions.caseId,
      wordingId: submissions.wordingId,
      answers: submissions.answers,
      salt: submissions.salt,
      receivedAt: submissions.receivedAt,
      saidAt: events.at,
      said: events.details,
      // What is left after a part was erased has a hash of its own.
      answersHash: sql<string | null>`coalesce((
        select e.details ->> 'answersHash' from events e
        where e.stream = ${submissions.caseId} and e.type = 'access-needs.erased' limit 1),
        ${events.details} ->> 'answersHash')`,
      // Not `exists`: for that Postgres reads the whole table, once for each page.
      erased: sql<boolean>`coalesce((
        select true from events e
        where e.stream = ${submissions.caseId} and e.type = 'personal-data.erased' limit 1), false)`,
    })
    .from(submissions)
    .leftJoin(events, and(eq(events.stream, submissions.caseId), eq(events.position, 1)))
    .where(gt(submissions.caseId, after))
    .orderBy(asc(submissions.caseId))
    .limit(PAGE)

function faultOf({
  answers,
  salt,
  said,
  saidAt,
  answersHash,
  wordingId,
  receivedAt,
  erased,
}: Row): string | undefined {
  if (said === null) return 'is missing, though there is a submission'
  if (said['wordingId'] !== wordingId) return 'does not name the wording that its submission names'
  if (saidAt?.getTime() !== receivedAt.getTime()) return 'does not say the time that its submission says'
  if (answers === null || salt === null) {
    if (answers !== null || salt !== null) return 'cannot vouch for a submission that was erased by half'
    return erased ? undefined : 'has lost the answers that it vouches for, and no erasure was recorded'
  }
  if (erased) return 'still has answers that an erasure should have taken'
  const fits = saltedHash(salt, answers).toString('hex') === answersHash
  return fits ? undefined : 'does not vouch for the answers: they, or their salt, were changed'
}

async function reportMissing(tx: Tx, onFault: (fault: Fault) => void): Promise<void> {
  const { rows } = await tx.execute<{ stream: string; position: number }>(sql`
    select stream, position from events
    where type = 'submission.received' and not exists (select from submissions where case_id = events.stream)
    order by stream limit 10000`)
  for (const { stream, position } of rows) onFault({ stream, position, what: 'has lost its submission' })
}
