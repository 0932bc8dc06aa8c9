import { canonicalJson } from '../../events/hash-chain.ts'
import type { RuleSet } from './rule-set.ts'

export interface RuleDifferences {
  /** Ids of rules. */
  added: string[]
  removed: string[]
  changed: string[]
  /** Whether those that are in both stand in another order. */
  reordered: boolean
}

/** What one set of rules has that another has not. */
export function differences(before: RuleSet, after: RuleSet): RuleDifferences {
  const old = new Map(before.map(rule => [rule.id, rule]))
  const fresh = new Map(after.map(rule => [rule.id, rule]))
  const kept = after.filter(({ id }) => old.has(id))
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    removed: before.filter(({ id }) => !fresh.has(id)).map(({ id }) => id),
    changed: kept.filter(rule => canonicalJson(rule) !== canonicalJson(old.get(rule.id))).map(({ id }) => id),
    reordered:
      kept.map(({ id }) => id).join() !==
      before
        .filter(({ id }) => fresh.has(id))
        .map(({ id }) => id)
        .join(),
  }
}

export const isSame = ({ added, removed, changed, reordered }: RuleDifferences): boolean =>
  added.length + removed.length + changed.length === 0 && !reordered
