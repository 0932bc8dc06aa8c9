// What makes one application like another, written down once for each case.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Clock } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { cases } from '../../cases/tables.ts'
import { meansOrganisation } from '../../routing/same-organisation.ts'
import { submissions } from '../../submissions/tables.ts'
import { healingWalk } from '../healing-walk.ts'
import { likenesses } from '../tables.ts'
import { marksOf } from './marks.ts'

/** Shorter answers are names, codes and addresses, which many applications have in common. */
const LONG = 40
const KEPT = 1000

/** Keeps what the case is compared by. Again changes nothing. */
export async function keepLikeness(tx: Tx, caseId: string): Promise<void> {
  const [found] = await tx
    .select({
      organisation: cases.organisationKey,
      domain: cases.contactDomain,
      address: cases.contactEmail,
      answers: submissions.answers,
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.caseId, cases.id))
    .where(eq(cases.id, caseId))
  if (!found?.answers) return
  const { organisation, domain, address, answers } = found
  // What only the organisers of a meeting may read makes nobody alike.
  const { accessNeeds: _, ...compared } = answers
  const writing = writingIn(compared)
  await tx
    .insert(likenesses)
    .values({
      caseId,
      organisation,
      domain: meansOrganisation(domain) ? domain.toLowerCase() : '',
      address: address.toLowerCase(),
      writing,
      marks: marksOf(writing),
    })
    .onConflictDoNothing()
}

/**
 * Returns a function that keeps what routing did not, of cases from before there were likenesses: it says of how many; to be
 * called again and again.
 */
export const likenessHealer = (deps: { db: Db; clock: Clock }): (() => Promise<number>) =>
  healingWalk(deps, { kept: likenesses, heal: keepMissing })

async function keepMissing(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const { id, erasedAt } = cases
  // Held until the end: an erasure waits, or was there first.
  const found = await tx
    .select({ id })
    .from(cases)
    .where(and(inArray(id, [...ids]), isNull(erasedAt)))
    .for('share')
  for (const one of found) await keepLikeness(tx, one.id)
  return true
}

/** Keeps it anew, when what was copied has changed. */
export async function refreshLikeness(tx: Tx, caseId: string): Promise<void> {
  await eraseLikeness(tx, caseId)
  await keepLikeness(tx, caseId)
}

/** Forgets it, when the case is erased. */
export async function eraseLikeness(tx: Tx, caseId: string): Promise<void> {
  await tx.delete(likenesses).where(eq(likenesses.caseId, caseId))
}

/** What was written at length, in the order of the answers, as plain words. */
function writingIn(answers: unknown): string {
  return [...longTexts(answers)].join(' ').toLowerCase().replaceAll(/\s+/g, ' ').slice(0, KEPT)
}

function* longTexts(answer: unknown): Generator<string> {
  if (typeof answer === 'string') {
    if (answer.length >= LONG) yield answer
  } else if (typeof answer === 'object' && answer !== null) {
    for (const part of Object.values(answer)) yield* longTexts(part)
  }
}
