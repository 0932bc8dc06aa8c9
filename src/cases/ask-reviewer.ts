// Further reviewers of a case: they see it and recommend on it, and it stays with its assignee.
import { and, asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { conflictWithCase } from '../routing/conflicts/conflicts.ts'
import { personOf } from '../staff/people.ts'
import { may } from '../staff/roles.ts'
import { appendToCase } from './append-event.ts'
import { REVIEWER_ASKED } from './events.ts'
import { requireNotHeld } from './quarantine.ts'
import { routingFacts } from './routing-facts.ts'
import { OPEN_STATES } from './states.ts'
import { caseReviewers, type cases } from './tables.ts'

type CaseRow = typeof cases.$inferSelect

interface Asking {
  reviewerId: string
  why: string | undefined
  actor: Actor
  at: Date
}

/**
 * Asks somebody for a recommendation; the same person again changes nothing. Throws `transition-not-allowed` for a case that
 * is closed, `invalid-fields` for somebody who may not recommend, is suspended or has a conflict of interest.
 */
export async function askReviewer(tx: Tx, theCase: CaseRow, asking: Asking): Promise<void> {
  const { reviewerId, why, actor, at } = asking
  if (!OPEN_STATES.includes(theCase.state)) {
    throw new Problem(
      'transition-not-allowed',
      `Case ${theCase.reference} is closed. Reopen it before you ask anyone.`,
    )
  }
  requireNotHeld(theCase)
  const person = await personOf(tx, reviewerId)
  if (!person?.active || !may(person.roles, 'case.recommend')) {
    throw refused('not-a-reviewer', 'Choose a member of staff who may recommend.')
  }
  if (await conflictWithCase(tx, reviewerId, routingFacts(theCase))) {
    throw refused('conflict-of-interest', 'Choose someone else: this person has a conflict of interest.')
  }
  const asked = await tx
    .insert(caseReviewers)
    .values({ caseId: theCase.id, staffId: reviewerId, askedAt: at })
    .onConflictDoNothing()
    .returning({ staffId: caseReviewers.staffId })
  if (asked.length === 0) return
  await appendToCase(tx, theCase.id, {
    event: REVIEWER_ASKED,
    at,
    actor,
    details: { staffId: reviewerId },
    words: why === undefined ? undefined : { why },
  })
}

/** The ids of those who were asked, in the order in which they were; without those who have stepped back since. */
export async function askedReviewers(db: Db | Tx, caseId: string): Promise<string[]> {
  const rows = await db
    .select({ staffId: caseReviewers.staffId })
    .from(caseReviewers)
    .where(eq(caseReviewers.caseId, caseId))
    .orderBy(asc(caseReviewers.askedAt), asc(caseReviewers.staffId))
  return rows.map(({ staffId }) => staffId)
}

/** The person is no reviewer of the case any more. */
export async function forgetReviewer(tx: Tx, caseId: string, staffId: string): Promise<void> {
  await tx
    .delete(caseReviewers)
    .where(and(eq(caseReviewers.caseId, caseId), eq(caseReviewers.staffId, staffId)))
}

const refused = (code: string, message: string) =>
  new Problem('invalid-fields', message, { errors: [{ pointer: '/reviewerId', code, message }] })
