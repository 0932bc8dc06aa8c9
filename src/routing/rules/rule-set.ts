// A set of rules and what can be done to it, in memory: the same for what is in force and for what is tried. Pure.
import type { Condition } from '../conditions.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Rule } from '../snapshot-shape.ts'

/** Each case is held against every rule until one decides: the list stays short enough to be read. */
export const MOST_RULES = 200

export interface RuleDetails {
  name: string
  conditions: Condition[]
  teamId: string
  enabled: boolean
}

/** A rule as a set keeps it: its place in the list is its position. */
export interface StoredRule extends RuleDetails {
  id: string
}

export type RuleSet = readonly StoredRule[]

/** Throws `not-permitted` when the set is full. */
export function withRule(rules: RuleSet, rule: StoredRule): RuleSet {
  if (rules.length >= MOST_RULES) {
    throw new Problem(
      'not-permitted',
      `There are ${MOST_RULES} rules, the most there can be. Remove one first.`,
    )
  }
  return [...rules, rule]
}

/** The rule with other details, where it stands. Throws `not-found`. */
export const withChanged = (rules: RuleSet, id: string, details: RuleDetails): RuleSet =>
  rules.with(placeOf(rules, id), { id, ...details })

/** Those behind it move up. Throws `not-found`. */
export const withoutRule = (rules: RuleSet, id: string): RuleSet => rules.toSpliced(placeOf(rules, id), 1)

/** The rule one place up (-1) or down (1); the first and the last stay where they are. Throws `not-found`. */
export function withMoved(rules: RuleSet, id: string, by: -1 | 1): RuleSet {
  const from = placeOf(rules, id)
  const to = Math.min(Math.max(from + by, 0), rules.length - 1)
  const rule = ruleIn(rules, id)
  return rules.toSpliced(from, 1).toSpliced(to, 0, rule)
}

/** All rules in another order. Throws `changed-meanwhile` when these are not exactly the rules there are. */
export function withOrder(rules: RuleSet, ids: readonly string[]): RuleSet {
  if (
    ids.toSorted().join() !==
    rules
      .map(({ id }) => id)
      .toSorted()
      .join()
  ) {
    throw new Problem(
      'changed-meanwhile',
      'The rules have changed since you read them. Read them again, then send the id of each once, in the new order.',
    )
  }
  return ids.map(id => ruleIn(rules, id))
}

/** Throws `not-found`. */
export const ruleIn = (rules: RuleSet, id: string): StoredRule => rules[placeOf(rules, id)] as StoredRule

/** The rules that are asked, with their positions from 1; those that are switched off keep their place. */
export const rulesAsked = (rules: RuleSet): Rule[] =>
  rules.flatMap(({ enabled, ...rule }, index) => (enabled ? [{ ...rule, position: index + 1 }] : []))

function placeOf(rules: RuleSet, id: string): number {
  const place = rules.findIndex(rule => rule.id === id)
  if (place === -1)
    throw new Problem('not-found', `There is no routing rule ${id}. It may have been removed.`)
  return place
}
