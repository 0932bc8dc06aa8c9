// Why the case went where it went, with everybody who was considered.
import type { RoutingDecision } from '../../routing/decision.ts'

interface Told {
  decidedAt: string
  explanation: string
  decision: unknown
}

const WHY_NOT: Readonly<Record<string, string>> = {
  'own-country': 'their own country',
  'own-organisation': 'their own organisation',
  'declared-conflict': 'a conflict of interest that they declared',
  absent: 'absent',
  'at-capacity': 'a full desk',
  'no-capacity': 'takes no cases now',
}

/** The decisions of the router as a page shows them, the newest first. */
export const routingTold = (decisions: readonly Told[]) =>
  decisions
    .map(({ decidedAt, explanation, decision }) => ({
      decidedAt,
      explanation,
      candidates: (decision as RoutingDecision).candidates.map(({ name, open, capacity, excluded }) => ({
        name,
        load: `${open} open of ${capacity}`,
        why: excluded ? (WHY_NOT[excluded.reason] ?? excluded.reason) : '',
      })),
    }))
    .toReversed()
