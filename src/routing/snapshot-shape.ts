// All that a routing decision may know besides the case: the office as it stands at one moment.
import type { Condition } from './conditions.ts'

export const CONFLICT_KINDS = ['country', 'jurisdiction', 'organisation', 'case'] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

export interface Rule {
  id: string
  name: string
  /** From 1: the lower is asked first. */
  position: number
  conditions: Condition[]
  teamId: string
}

export interface Team {
  id: string
  name: string
  active: boolean
}

/** A person in a team; who is in two teams stands here twice. */
export interface Reviewer {
  staffId: string
  name: string
  teamId: string
  /** The most open cases they take. 0: none at present. */
  capacity: number
  /** ISO 3166-1 alpha-2. */
  country: string | null
  organisation: string | null
  emailDomain: string | null
  languages: string[]
}

/** Days away, the first and the last included, `YYYY-MM-DD`. */
export interface Absence {
  staffId: string
  from: string
  to: string
}

/**
 * What a person said they must keep away from: a country's code, a jurisdiction's id, an organisation's name or
 * email domain, or a case's id.
 */
export interface Conflict {
  staffId: string
  kind: ConflictKind
  value: string
}

export interface RoutingSnapshot {
  /** The version of the rules; none for rules that were never published. */
  ruleSet?: number
  rules: Rule[]
  teams: Team[]
  reviewers: Reviewer[]
  absences: Absence[]
  conflicts: Conflict[]
  /** Open cases by staff id; who is missing has none. */
  load: Record<string, number>
}
