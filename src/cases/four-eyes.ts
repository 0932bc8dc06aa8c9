// Two people for one decision, where the form asks for it: one recommends, another decides.
import type { Db, Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Review } from '../forms/review.ts'
import { recommendationsOn } from './recommendations.ts'

/** Why this person cannot decide now, as a sentence; none where they can. */
export function whyNotAlone(
  review: Review,
  recommenders: readonly string[],
  decider: string,
): string | undefined {
  if (!review.fourEyes) return undefined
  if (recommenders.includes(decider)) {
    return 'You have recommended on this case, and this form asks for four eyes: somebody else decides.'
  }
  return recommenders.length > 0
    ? undefined
    : 'This form asks for four eyes: somebody else has to recommend before you decide.'
}

/** Throws `second-person-needed`. */
export async function requireFourEyes(
  tx: Db | Tx,
  theCase: { id: string; clockStartedAt: Date },
  review: Review,
  decider: string,
): Promise<void> {
  const given = review.fourEyes ? await recommendationsOn(tx, theCase) : []
  const why = whyNotAlone(
    review,
    given.map(({ staffId }) => staffId),
    decider,
  )
  if (why !== undefined) throw new Problem('second-person-needed', why)
}
