// What other rules would have made of past cases: both sets are asked about the same case, in the same office. Pure.
import { chooseReviewer } from '../../routing/choose-reviewer.ts'
import type { RoutingDecision } from '../../routing/decision.ts'
import type { CaseFacts } from '../../routing/facts.ts'
import { rulesAsked, type RuleSet } from '../../routing/rules/rule-set.ts'
import type { RoutingSnapshot } from '../../routing/snapshot-shape.ts'

/** A decision, short: who gets the case by which rule; the triage queue where nobody does. */
export interface Outcome {
  team: string
  person: string
  rule: string
}

export interface Verdict {
  before: Outcome
  after: Outcome
  changed: 'no' | 'person' | 'team'
}

const TRIAGE = 'Triage queue'

/** Asks both sets. The office is today's, people and load alike, so that only the rules make a difference. */
export function tryRules(
  facts: CaseFacts,
  day: string,
  { office, inForce, proposed }: { office: RoutingSnapshot; inForce: RuleSet; proposed: RuleSet },
): Verdict {
  const decide = (rules: RuleSet) =>
    outcomeOf(chooseReviewer(facts, { ...office, rules: rulesAsked(rules) }, day))
  const before = decide(inForce)
  const after = decide(proposed)
  return { before, after, changed: changeBetween(before, after) }
}

export const outcomeOf = (decision: RoutingDecision): Outcome =>
  decision.outcome === 'assigned'
    ? { team: decision.team.name, person: decision.assignee.name, rule: decision.rule.name }
    : { team: TRIAGE, person: '', rule: '' }

function changeBetween(before: Outcome, after: Outcome): Verdict['changed'] {
  if (before.team !== after.team) return 'team'
  return before.person === after.person ? 'no' : 'person'
}
