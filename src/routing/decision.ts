// The answer of routing, as it is stored: enough to say later why, without asking anything that has changed since.
import type { JudgedCondition } from './conditions.ts'

/** Why somebody could not be given the case, the weightiest reason first. */
export const EXCLUSIONS = [
  'declared-conflict',
  'own-country',
  'own-organisation',
  'absent',
  'no-capacity',
  'at-capacity',
] as const
export type Exclusion = (typeof EXCLUSIONS)[number]

export interface Candidate {
  staffId: string
  name: string
  teamId: string
  /** Open cases of theirs, whichever team they came through. */
  open: number
  /** The most open cases they take for this team. It is a ceiling. */
  capacity: number
  /** Open cases over capacity; none where the capacity is 0. */
  ratio: number | null
  /**
   * `detail`: the country's code; the conflict as `kind:value`, of an organisation its kind alone; the last day of the absence; open
   * cases and capacity as `10/10`; nothing where they share an organisation. The organisation may be the applicant, who can ask to be
   * erased, and a decision stays.
   */
  excluded?: { reason: Exclusion; detail: string }
}

export interface RuleRef {
  id: string
  name: string
  /** Its place among the rules, from 1. */
  position: number
}

/** A rule that did not lead to anybody, and why. */
export type TriedRule = RuleRef &
  (
    | { result: 'not-matched'; failed: JudgedCondition[] }
    | { result: 'nobody-available' | 'team-inactive'; teamId: string; matched: JudgedCondition[] }
  )

/** What set the assignee apart from the others available. */
export type ChosenBy = 'only-one' | 'lightest-load' | 'language' | 'fewest-open' | 'fixed-order'

interface Common {
  version: 1
  /** The version of the rules that were asked; decisions from before there were versions name none. */
  ruleSet?: number
  /** Everybody in every team that was asked, each team once in the order of asking: the best first, the excluded last. */
  candidates: Candidate[]
  /** The rules before the one that decided, in order; all of them where none did. */
  rulesTried: TriedRule[]
}

export interface Assigned extends Common {
  outcome: 'assigned'
  rule: RuleRef
  matched: JudgedCondition[]
  team: { id: string; name: string }
  assignee: { staffId: string; name: string }
  chosenBy: ChosenBy
}

export interface LeftInTriage extends Common {
  outcome: 'triage'
  rule: null
  matched: []
  team: null
  assignee: null
  chosenBy: null
}

/** Plain JSON. `version` names this shape, so that decisions stored long ago can still be read. */
export type RoutingDecision = Assigned | LeftInTriage
