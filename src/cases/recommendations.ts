// What reviewers recommend on a case. Each recommendation is an event; a person's newest one counts.
import type { Db, Tx } from '../kernel/database.ts'
import { happened } from '../events/happened.ts'
import type { Assessment } from '../forms/review.ts'

export interface Recommendation {
  staffId: string
  at: Date
  recommendation: string
  /** By the codes of the form's criteria. */
  criteria: Readonly<Record<string, Assessment>>
  /** None once erased. */
  reason: string | null
}

/** Those of the review that is going on, in the order in which they came: what was said before a reopening has had its decision. */
export async function recommendationsOn(
  db: Db | Tx,
  theCase: { id: string; clockStartedAt: Date },
): Promise<Recommendation[]> {
  const byPerson = new Map<string, Recommendation>()
  for (const { at, actor, details, words } of await happened(db, theCase.id, 'case.recommend')) {
    if (actor.kind !== 'staff' || at < theCase.clockStartedAt) continue
    byPerson.delete(actor.id)
    byPerson.set(actor.id, {
      staffId: actor.id,
      at,
      recommendation: String(details['recommendation']),
      criteria: (details['criteria'] ?? {}) as Recommendation['criteria'],
      reason: words?.['reason'] ?? null,
    })
  }
  return [...byPerson.values()]
}
