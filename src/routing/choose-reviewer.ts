// Who reviews a case. The first rule that matches and leads to somebody decides; in its team the lightest load wins.
// Pure: the same facts, snapshot and day give the same decision, in whatever order the snapshot lists its rows.
import { judge, type JudgedCondition } from './conditions.ts'
import type { Assigned, Candidate, ChosenBy, RoutingDecision, RuleRef, TriedRule } from './decision.ts'
import { exclusion } from './exclusion.ts'
import type { CaseFacts } from './facts.ts'
import type { Reviewer, RoutingSnapshot, Rule, Team } from './snapshot-shape.ts'

interface Ranked {
  candidate: Candidate
  speaksLanguage: boolean
}

/**
 * Routes one case. Rules are asked by position. One that matches but whose team has nobody eligible is passed over for
 * the next that matches; where none is left, the case stays in the triage queue. `today` is `YYYY-MM-DD` in the office.
 */
export function chooseReviewer(facts: CaseFacts, snapshot: RoutingSnapshot, today: string): RoutingDecision {
  const { ruleSet } = snapshot
  const by = ruleSet === undefined ? {} : { ruleSet }
  const rulesTried: TriedRule[] = []
  const asked = new Map<string, Ranked[]>()
  for (const rule of snapshot.rules.toSorted(inOrder)) {
    const ref: RuleRef = { id: rule.id, name: rule.name, position: rule.position }
    const { matched, failed } = judgeAll(rule, facts, today)
    if (failed.length > 0) {
      rulesTried.push({ ...ref, result: 'not-matched', failed })
      continue
    }
    const team = snapshot.teams.find(({ id }) => id === rule.teamId)
    if (!team?.active) {
      rulesTried.push({ ...ref, result: 'team-inactive', teamId: rule.teamId, matched })
      continue
    }
    const ranked = asked.get(team.id) ?? rank(team, facts, snapshot, today)
    asked.set(team.id, ranked)
    const decided = assign(ref, matched, team, ranked)
    if (decided) return { ...decided, ...by, candidates: everybody(asked), rulesTried }
    rulesTried.push({ ...ref, result: 'nobody-available', teamId: team.id, matched })
  }
  return {
    version: 1,
    ...by,
    outcome: 'triage',
    rule: null,
    matched: [],
    team: null,
    assignee: null,
    chosenBy: null,
    candidates: everybody(asked),
    rulesTried,
  }
}

function judgeAll(rule: Rule, facts: CaseFacts, today: string) {
  const matched: JudgedCondition[] = []
  const failed: JudgedCondition[] = []
  for (const condition of rule.conditions) {
    const { holds, ...judged } = judge(condition, facts, today)
    ;(holds ? matched : failed).push(judged)
  }
  return { matched, failed }
}

function rank(team: Team, facts: CaseFacts, snapshot: RoutingSnapshot, today: string): Ranked[] {
  return snapshot.reviewers
    .filter(({ teamId }) => teamId === team.id)
    .map(reviewer => ({
      candidate: candidacy(reviewer, facts, snapshot, today),
      speaksLanguage: reviewer.languages.includes(facts.language),
    }))
    .toSorted((a, b) => Number(isExcluded(a)) - Number(isExcluded(b)) || compare(a, b))
}

function candidacy(
  reviewer: Reviewer,
  facts: CaseFacts,
  snapshot: RoutingSnapshot,
  today: string,
): Candidate {
  const { staffId, name, teamId, capacity } = reviewer
  const theirs = (row: { staffId: string }) => row.staffId === staffId
  const open = snapshot.load[staffId] ?? 0
  const excluded = exclusion(
    {
      reviewer,
      open,
      conflicts: snapshot.conflicts.filter(theirs),
      absences: snapshot.absences.filter(theirs),
    },
    facts,
    today,
  )
  const ratio = capacity === 0 ? null : open / capacity
  return { staffId, name, teamId, open, capacity, ratio, ...(excluded && { excluded }) }
}

function assign(
  rule: RuleRef,
  matched: JudgedCondition[],
  team: Team,
  ranked: readonly Ranked[],
): Omit<Assigned, 'candidates' | 'rulesTried'> | undefined {
  const [first, second] = ranked.filter(one => !isExcluded(one))
  if (!first) return undefined
  return {
    version: 1,
    outcome: 'assigned',
    rule,
    matched,
    team: { id: team.id, name: team.name },
    assignee: { staffId: first.candidate.staffId, name: first.candidate.name },
    chosenBy: second ? (ORDER.find(([, by]) => by(first, second) !== 0)?.[0] ?? 'fixed-order') : 'only-one',
  }
}

// In this order; the name of the first that tells two people apart is what the decision was chosen by.
const ORDER: readonly (readonly [ChosenBy, (a: Ranked, b: Ranked) => number])[] = [
  ['lightest-load', (a, b) => ratioOf(a) - ratioOf(b)],
  ['language', (a, b) => Number(b.speaksLanguage) - Number(a.speaksLanguage)],
  ['fewest-open', (a, b) => a.candidate.open - b.candidate.open],
  ['fixed-order', (a, b) => textOrder(a.candidate.staffId, b.candidate.staffId)],
]

function compare(a: Ranked, b: Ranked): number {
  for (const [, by] of ORDER) {
    const difference = by(a, b)
    if (difference !== 0) return difference
  }
  return 0
}

const isExcluded = ({ candidate }: Ranked) => candidate.excluded !== undefined
// A finite stand-in for "no capacity": two infinities would subtract to NaN.
const ratioOf = ({ candidate }: Ranked) => candidate.ratio ?? Number.MAX_VALUE
const textOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b))
const inOrder = (a: Rule, b: Rule) => a.position - b.position || textOrder(a.id, b.id)
const everybody = (asked: ReadonlyMap<string, readonly Ranked[]>) =>
  [...asked.values()].flatMap(ranked => ranked.map(({ candidate }) => candidate))
