import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import type { SignedIn } from '../staff/api-tokens.ts'
import { actorOf } from '../staff/guard.ts'
import type { StandardAt } from './standards.ts'
import type { CaseRow, Step } from './steps.ts'
import { readableCase, visibleCase } from './visible-cases.ts'

export interface StepDeps {
  db: Db
  clock: Clock
  standard: StandardAt
  /** Tells the relay that there is work; called after the commit. */
  wake: () => void
}

/**
 * Takes a step on a case that the person may see, in one transaction. `body` has been parsed by the step's own schema.
 * Returns the case as it is afterwards. Throws `not-found`, `declaration-needed`, `transition-not-allowed`, `changed-meanwhile`, `invalid-fields`.
 */
export async function takeStep(
  { db, clock, standard, wake }: StepDeps,
  me: SignedIn,
  reference: string,
  step: Step,
  body: unknown,
): Promise<CaseRow> {
  const by = { staffId: me.staffId, actor: actorOf(me), at: clock.now(), standard }
  const result = await db.transaction(async tx => {
    const theCase = await (step.unread ? visibleCase : readableCase)(tx, me, reference)
    return (await step.take(tx, theCase, by, body as never)) ?? theCase
  })
  wake()
  return result
}
