import type { Clock } from '../kernel/clock.ts'
import type { Db, Tx } from '../kernel/database.ts'
import type { Form } from '../forms/define-form.ts'
import type { SignedIn } from '../staff/api-tokens.ts'
import { actorOf } from '../staff/guard.ts'
import type { StandardAt } from './standards.ts'
import type { CaseRow, Step } from './define-step.ts'
import { readableCase, visibleCase } from './visible-cases.ts'

export interface StepDeps {
  db: Db
  clock: Clock
  standard: StandardAt
  forms: readonly Form[]
  /** Tells the relay that there is work; called after the commit. */
  wake: () => void
}

/**
 * Takes a step on a case that the person may see, in one transaction. `body` has been parsed by the step's own schema.
 * Returns the case as it is afterwards. Throws `not-found`, `declaration-needed`, `transition-not-allowed`, `changed-meanwhile`, `invalid-fields`.
 */
export async function takeStep(
  deps: StepDeps,
  me: SignedIn,
  reference: string,
  step: Step,
  body: unknown,
  also?: (tx: Tx, before: CaseRow) => Promise<void>,
): Promise<CaseRow> {
  const result = await deps.db.transaction(tx => stepWithin(tx, deps, me, reference, step, body, also))
  deps.wake()
  return result
}

/**
 * Takes the step, looks at what came of it, and takes everything back: nobody is told and nothing stays. Throws what taking
 * it would throw.
 */
export async function rehearseStep<Seen>(
  deps: StepDeps,
  me: SignedIn,
  reference: string,
  step: Step,
  body: unknown,
  look: (tx: Tx, theCase: CaseRow) => Promise<Seen>,
): Promise<Seen> {
  const seen: Seen[] = []
  const done = new Error('The rehearsal is over.')
  await deps.db
    .transaction(async tx => {
      seen.push(await look(tx, await stepWithin(tx, deps, me, reference, step, body)))
      throw done
    })
    .catch((error: unknown) => {
      if (error !== done) throw error
    })
  return seen[0] as Seen
}

async function stepWithin(
  tx: Tx,
  { clock, standard, forms }: StepDeps,
  me: SignedIn,
  reference: string,
  step: Step,
  body: unknown,
  also?: (tx: Tx, before: CaseRow) => Promise<void>,
): Promise<CaseRow> {
  const by = { staffId: me.staffId, actor: actorOf(me), at: clock.now(), standard, forms }
  const theCase = await (step.unread ? visibleCase : readableCase)(tx, me, reference)
  const moved = await step.take(tx, theCase, by, body as never)
  await also?.(tx, theCase)
  return moved ?? theCase
}
