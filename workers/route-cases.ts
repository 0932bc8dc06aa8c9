import { chooseReviewer } from '../src/routing/choose-reviewer.ts'
import { recordRoutingDecision } from '../src/routing/routing-decisions.ts'
import { routingSnapshot } from '../src/routing/snapshot.ts'
import { release } from '../src/cases/release.ts'
import { routingFacts } from '../src/cases/routing-facts.ts'
import { assign } from '../src/cases/assign.ts'
import { leaveInTriage } from '../src/cases/leave-in-triage.ts'
import { heldWorkload } from '../src/cases/workload.ts'
import { caseToRoute } from '../src/cases/case-to-route.ts'
import type { Clock } from '../src/kernel/clock.ts'
import type { Tx } from '../src/kernel/database.ts'
import type { Actor } from '../src/events/define-event.ts'
import type { StandardAt } from '../src/cases/standards.ts'
import { dayOf, isoDate } from '../src/cases/working-days.ts'

type RoutingOutcome = ReturnType<typeof chooseReviewer>['outcome']

const ROUTER: Actor = { kind: 'system', id: 'router' }

/**
 * Finds the reviewer of one case and stores why, or leaves it in the triage queue and says so. One case at a time: two
 * that are routed at once would both see the same lightest load. A case that is closed by now, or with somebody who can work on it, is left
 * alone.
 * Returns what came of it.
 */
export async function routeCase(
  tx: Tx,
  caseId: string,
  { clock, standard }: { clock: Clock; standard: StandardAt },
): Promise<RoutingOutcome | 'left-alone'> {
  const found = await caseToRoute(tx, caseId)
  if (!found) return 'left-alone'
  const { theCase, unfit } = found
  const at = clock.now()
  if (unfit) await release(tx, theCase, { teamId: null, why: unfit, actor: ROUTER, at })
  const office = await routingSnapshot(tx, new Map())
  // Last of all that is read, so that the next case waits as short as can be.
  const snapshot = { ...office, load: Object.fromEntries(await heldWorkload(tx)) }
  const decision = chooseReviewer(routingFacts(theCase), snapshot, isoDate(dayOf(at, standard(at))))
  const stored = recordRoutingDecision(tx, caseId, decision)
  if (decision.outcome === 'triage') {
    await leaveInTriage(tx, { caseId, sequence: await stored, actor: ROUTER, at })
    return decision.outcome
  }
  const { assignee, team } = decision
  const assigned = assign(tx, { caseId, assigneeId: assignee.staffId, teamId: team.id, actor: ROUTER, at })
  await Promise.all([stored, assigned])
  return decision.outcome
}
