// What holds of every routing decision, whatever the office looks like.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { REGIONS } from '../../src/kernel/regions.ts'
import { chooseReviewer } from '../../src/routing/choose-reviewer.ts'
import type { Condition } from '../../src/routing/conditions.ts'
import type { Candidate, RoutingDecision } from '../../src/routing/decision.ts'
import { explanation } from '../../src/routing/explain.ts'
import type { CaseFacts } from '../../src/routing/facts.ts'
import { CONFLICT_KINDS, type Reviewer, type RoutingSnapshot } from '../../src/routing/snapshot-shape.ts'

const TEAMS = ['north', 'south', 'themes']
const STAFF = ['a', 'b', 'c', 'd', 'e', 'f']
const COUNTRIES = ['KE', 'CL', 'FR']
const ORGANISATIONS = ['Justice & Law', 'Justicia Abierta', 'Open Courts']
const DAYS = ['2026-03-01', '2026-03-09', '2026-03-10', '2026-03-11', '2026-04-01']
const TODAY = '2026-03-10'

const facts: fc.Arbitrary<CaseFacts> = fc.record({
  caseId: fc.constantFrom('case-1', 'case-2'),
  form: fc.constantFrom('observer-interest', 'support-request'),
  region: fc.option(fc.constantFrom(...REGIONS)),
  country: fc.option(fc.constantFrom(...COUNTRIES)),
  jurisdiction: fc.option(fc.constantFrom('kenya', 'chile')),
  language: fc.constantFrom('en', 'fr', 'es', 'ar'),
  applicantType: fc.constant(null),
  organisation: fc.constantFrom('JUSTICE and law', 'justicia abierta.', 'Somebody else', ''),
  contactEmailDomain: fc.constantFrom('courts.example', 'mail.justice.example', 'gmail.com'),
  supportTypes: fc.constant([]),
  themes: fc.uniqueArray(fc.constantFrom('open-justice', 'access-to-justice')),
  branch: fc.constant(null),
  neededBy: fc.option(fc.constantFrom(...DAYS)),
})

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    criterion: fc.constant('region' as const),
    operator: fc.constantFrom('is-any-of' as const, 'is-none-of' as const),
    values: fc.uniqueArray(fc.constantFrom(...REGIONS), { minLength: 1 }),
  }),
  fc.record({
    criterion: fc.constant('neededWithinDays' as const),
    operator: fc.constant('within-days' as const),
    values: fc.tuple(fc.integer({ min: 1, max: 30 })),
  }),
)

const reviewer: fc.Arbitrary<Reviewer> = fc.record({
  staffId: fc.constantFrom(...STAFF),
  name: fc.constant(''),
  teamId: fc.constantFrom(...TEAMS),
  capacity: fc.constantFrom(0, 1, 2, 5, 10),
  country: fc.option(fc.constantFrom(...COUNTRIES), { freq: 1 }),
  organisation: fc.option(fc.constantFrom(...ORGANISATIONS), { freq: 1 }),
  emailDomain: fc.option(fc.constantFrom('office.example', 'justice.example', 'gmail.com')),
  languages: fc.uniqueArray(fc.constantFrom('en', 'fr', 'es'), { minLength: 1 }),
})

const snapshot: fc.Arbitrary<RoutingSnapshot> = fc.record({
  rules: fc
    .array(
      fc.record({
        conditions: fc.array(condition, { maxLength: 2 }),
        teamId: fc.constantFrom(...TEAMS, 'gone'),
      }),
      { maxLength: 4 },
    )
    .map(rules =>
      rules.map((rule, index) => ({
        ...rule,
        id: `rule-${index}`,
        name: `Rule name ${index}`,
        position: index + 1,
      })),
    ),
  teams: fc
    .tuple(...TEAMS.map(() => fc.boolean()))
    .map(active => TEAMS.map((id, index) => ({ id, name: `Team ${id}`, active: active[index] ?? true }))),
  reviewers: fc
    .uniqueArray(reviewer, { selector: one => `${one.staffId} ${one.teamId}`, maxLength: 10 })
    .map(reviewers => reviewers.map(one => ({ ...one, name: `Person ${one.staffId}` }))),
  absences: fc.array(
    fc.record({
      staffId: fc.constantFrom(...STAFF),
      from: fc.constantFrom(...DAYS),
      to: fc.constantFrom(...DAYS),
    }),
    { maxLength: 3 },
  ),
  conflicts: fc.array(
    fc.record({
      staffId: fc.constantFrom(...STAFF),
      kind: fc.constantFrom(...CONFLICT_KINDS),
      value: fc.constantFrom('KE', 'kenya', 'Justicia Abierta', 'justice.example', 'case-1'),
    }),
    { maxLength: 3 },
  ),
  load: fc.dictionary(fc.constantFrom(...STAFF), fc.integer({ min: 0, max: 10 })),
})

const check = (property: (decision: RoutingDecision, facts: CaseFacts, snapshot: RoutingSnapshot) => void) =>
  fc.assert(
    fc.property(facts, snapshot, (facts, snapshot) =>
      property(chooseReviewer(facts, snapshot, TODAY), facts, snapshot),
    ),
    { numRuns: 500 },
  )

const key = ({ staffId, teamId }: Pick<Candidate, 'staffId' | 'teamId'>) => `${teamId} ${staffId}`

test('nobody who is excluded is ever chosen, nor anybody with a lighter load passed over', () => {
  check(decision => {
    if (decision.outcome !== 'assigned') return
    const eligible = decision.candidates.filter(one => one.teamId === decision.team.id && !one.excluded)
    const chosen = eligible.find(({ staffId }) => staffId === decision.assignee.staffId)
    expect(chosen?.ratio).toBe(Math.min(...eligible.map(({ ratio }) => ratio ?? Infinity)))
    expect(chosen?.open).toBeLessThan(chosen?.capacity ?? 0)
  })
})

test('the assignee is never absent, never of the applicant’s country, never in a declared conflict with this case', () => {
  check((decision, facts, snapshot) => {
    if (decision.outcome !== 'assigned') return
    const { staffId } = decision.assignee
    const mine = (row: { staffId: string }) => row.staffId === staffId
    for (const person of snapshot.reviewers.filter(mine)) {
      if (person.teamId !== decision.team.id) continue
      expect(person.country === null || person.country !== facts.country).toBe(true)
    }
    expect(snapshot.absences.filter(mine).some(({ from, to }) => from <= TODAY && TODAY <= to)).toBe(false)
    const values = snapshot.conflicts.filter(mine).map(({ kind, value }) => `${kind} ${value}`)
    expect(values).not.toContain(`case ${facts.caseId}`)
    expect(values).not.toContain(`country ${facts.country}`)
    expect(values).not.toContain(`jurisdiction ${facts.jurisdiction}`)
  })
})

test('a case is left in triage only if no matching rule leads to anybody', () => {
  check((decision, _facts, snapshot) => {
    if (decision.outcome !== 'triage') return
    expect(decision.rulesTried.map(({ id }) => id)).toEqual(snapshot.rules.map(({ id }) => id))
    expect(decision.candidates.every(({ excluded }) => excluded)).toBe(true)
  })
})

test('every rule before the one that decided, and everybody in every team asked, is accounted for once', () => {
  check((decision, _facts, snapshot) => {
    const upTo = decision.rule?.position ?? snapshot.rules.length + 1
    expect(decision.rulesTried.map(({ position }) => position)).toEqual(
      snapshot.rules.map(({ position }) => position).filter(position => position < upTo),
    )
    const asked = new Set(
      decision.rulesTried.flatMap(tried => (tried.result === 'nobody-available' ? [tried.teamId] : [])),
    )
    if (decision.team) asked.add(decision.team.id)
    expect(decision.candidates.map(key).toSorted()).toEqual(
      snapshot.reviewers
        .filter(({ teamId }) => asked.has(teamId))
        .map(key)
        .toSorted(),
    )
  })
})

test('the same facts give the same decision, in whatever order the office is listed', () => {
  const shuffled = <Item>(items: Item[]) => fc.shuffledSubarray(items, { minLength: items.length })
  const twice = snapshot.chain(one =>
    fc.tuple(
      fc.constant(one),
      fc.record({
        rules: shuffled(one.rules),
        teams: shuffled(one.teams),
        reviewers: shuffled(one.reviewers),
        absences: shuffled(one.absences),
        conflicts: shuffled(one.conflicts),
        load: fc.constant(Object.fromEntries(Object.entries(one.load).toReversed())),
      }),
    ),
  )
  fc.assert(
    fc.property(facts, twice, (facts, [one, other]) => {
      expect(JSON.stringify(chooseReviewer(facts, other, TODAY))).toBe(
        JSON.stringify(chooseReviewer(facts, one, TODAY)),
      )
    }),
    { numRuns: 500 },
  )
})

test('a decision survives being stored as JSON', () => {
  check(decision => {
    expect(JSON.parse(JSON.stringify(decision))).toStrictEqual(decision)
  })
})

test('an explanation is one sentence that names the assignee and the rule, in every language', () => {
  check(decision => {
    for (const language of LANGUAGES) {
      const sentence = explanation(decision, language)
      expect(sentence).toMatch(/^[^.\n]+\.$/)
      expect(sentence).not.toMatch(/undefined|NaN|null|Invalid/)
      if (decision.outcome === 'triage') continue
      expect(sentence).toContain(decision.assignee.name)
      expect(sentence).toContain(decision.rule.name)
      expect(sentence).toContain(String(decision.rule.position))
    }
  })
})
