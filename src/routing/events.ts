// What can happen to the office's routing: types of the events on the office's stream (events/record.ts).
import type { Actor } from '../events/define-event.ts'

export const TEAM_ADDED = 'routing.team-added'
export const TEAM_CHANGED = 'routing.team-changed'
export const TEAM_MEMBER_SET = 'routing.team-member-set'
export const TEAM_MEMBER_REMOVED = 'routing.team-member-removed'
export const RULE_ADDED = 'routing.rule-added'
export const RULE_CHANGED = 'routing.rule-changed'
export const RULE_REMOVED = 'routing.rule-removed'
export const RULES_REORDERED = 'routing.rules-reordered'
export const RULES_PUBLISHED = 'routing.rules-published'
export const ABSENCE_ADDED = 'routing.absence-added'
export const ABSENCE_REMOVED = 'routing.absence-removed'
export const CONFLICT_DECLARED = 'routing.conflict-declared'
export const CONFLICT_RETRACTED = 'routing.conflict-retracted'

/** Who changes something, and when. */
export interface By {
  actor: Actor
  at: Date
}
