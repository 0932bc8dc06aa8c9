import type { Tx } from '../kernel/database.ts'
import type { Actor } from '../events/define-event.ts'
import { appendToCase } from './append-event.ts'
import { CASE_UNROUTABLE } from './events.ts'

interface Left {
  caseId: string
  /** Of the routing decision that says why. */
  sequence: number
  actor: Actor
  at: Date
}

/** Records that no rule led to anybody: the case waits in the triage queue, and the coordinators are told. */
export async function leaveInTriage(tx: Tx, { caseId, sequence, actor, at }: Left): Promise<void> {
  await appendToCase(tx, caseId, {
    event: CASE_UNROUTABLE,
    at,
    actor,
    details: { routingDecision: sequence },
  })
}
