// What applicants say of access needs is for the organisers of a meeting, and is erased once there is none to come for them: when
// their case is closed, which for an observer is when their time as one has ended. Where one meeting was asked for, `meetings` erases
// it after that one.
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { appendToCase } from '../cases/append-event.ts'
import { ACCESS_NEEDS_ERASED } from '../cases/events.ts'
import { isLongClosed, isOfClosed } from '../cases/long-closed.ts'
import { happened } from '../events/happened.ts'
import { newSalt, saltedHash } from '../events/hash-chain.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { submissions } from './tables.ts'

/** Time to reopen a case that was closed by mistake. */
const KEPT_DAYS = 30
const DAY_MS = 86_400_000
const BATCH = 200
const FIRST = '00000000-0000-0000-0000-000000000000'
/** The condition under which a submission says something of them. */
export const HAS_ACCESS_NEEDS = sql`${submissions.answers} ? 'accessNeeds'`

/** Erases them in cases that have been closed for 30 days. Returns in how many. Twice at once does no harm. */
export async function eraseAccessNeeds(db: Db, now: Date): Promise<number> {
  const since = new Date(now.getTime() - KEPT_DAYS * DAY_MS)
  let erased = 0
  for (let last: string | undefined = FIRST; last !== undefined;) {
    const some: { caseId: string }[] = await db
      .select({ caseId: submissions.caseId })
      .from(submissions)
      .where(and(HAS_ACCESS_NEEDS, gt(submissions.caseId, last), isOfClosed(submissions.caseId)))
      .orderBy(asc(submissions.caseId))
      .limit(BATCH)
    for (const { caseId } of some) {
      const done = await db.transaction(
        async tx => (await isLongClosed(tx, caseId, since)) && eraseAccessNeedsOf(tx, caseId, now),
      )
      if (done) erased += 1
    }
    last = some.length < BATCH ? undefined : some.at(-1)?.caseId
  }
  return erased
}

/**
 * Erases them in one case; returns whether there was something to erase. The rest of the answers gets a salt and a hash of its own, which the chain vouches for from now on: with the salt of the hash before,
 * what was erased could be guessed. Answers that the chain does not vouch for stay as they are, for the audit to find.
 */
export async function eraseAccessNeedsOf(tx: Tx, caseId: string, at: Date): Promise<boolean> {
  const [found] = await tx
    .select({ answers: submissions.answers, salt: submissions.salt })
    .from(submissions)
    .where(and(eq(submissions.caseId, caseId), HAS_ACCESS_NEEDS))
    .for('update')
  const [received] = await happened(tx, caseId, 'submission.received')
  if (!found?.answers || !found.salt || !received) return false
  const vouched = received.details['answersHash']
  if (saltedHash(found.salt, found.answers).toString('hex') !== vouched) return false
  const { accessNeeds: _, ...answers } = found.answers
  const salt = newSalt()
  await tx.update(submissions).set({ answers, salt }).where(eq(submissions.caseId, caseId))
  const answersHash = saltedHash(salt, answers).toString('hex')
  const actor = { kind: 'system', id: 'clock' } as const
  await appendToCase(tx, caseId, { event: ACCESS_NEEDS_ERASED, at, actor, details: { answersHash } })
  return true
}
