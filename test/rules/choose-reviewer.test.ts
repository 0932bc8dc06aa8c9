import { expect, test } from 'vitest'
import { chooseReviewer } from '../../src/routing/choose-reviewer.ts'
import { explanation } from '../../src/routing/explain.ts'
import type { CaseFacts } from '../../src/routing/facts.ts'
import type { Reviewer, RoutingSnapshot } from '../../src/routing/snapshot-shape.ts'

const TODAY = '2026-03-10'

const kenya: CaseFacts = {
  caseId: 'case-1',
  form: 'support-request',
  region: 'africa-middle-east',
  country: 'KE',
  jurisdiction: 'kenya',
  language: 'en',
  applicantType: null,
  organisation: 'Ministère de la Justice',
  contactEmailDomain: 'justice.example',
  supportTypes: ['commitment-design'],
  themes: ['access-to-justice'],
  branch: 'executive',
  neededBy: '2026-04-01',
}

const person = (staffId: string, name: string, more: Partial<Reviewer> = {}): Reviewer => ({
  staffId,
  name,
  teamId: 'africa',
  capacity: 10,
  country: null,
  organisation: null,
  emailDomain: null,
  languages: ['en'],
  ...more,
})

const office = (more: Partial<RoutingSnapshot> = {}): RoutingSnapshot => ({
  rules: [
    {
      id: 'r1',
      name: 'Europe',
      position: 1,
      conditions: [{ criterion: 'region', operator: 'is-any-of', values: ['europe'] }],
      teamId: 'europe',
    },
    {
      id: 'r2',
      name: 'Africa and the Middle East',
      position: 2,
      conditions: [{ criterion: 'region', operator: 'is-any-of', values: ['africa-middle-east'] }],
      teamId: 'africa',
    },
  ],
  teams: [
    { id: 'europe', name: 'Europe', active: true },
    { id: 'africa', name: 'Africa', active: true },
  ],
  reviewers: [
    person('1', 'Amina Diallo'),
    person('2', 'Omar Haddad'),
    person('3', 'Grace Mensah'),
    person('4', 'Joseph Kamau', { country: 'KE' }),
  ],
  absences: [],
  conflicts: [],
  load: { '1': 2, '2': 5, '3': 3 },
  ...more,
})

const excluded = (snapshot: RoutingSnapshot, staffId: string, facts = kenya) =>
  chooseReviewer(facts, snapshot, TODAY).candidates.find(one => one.staffId === staffId)?.excluded

test('the first rule that matches decides, and in its team the lightest load for the capacity', () => {
  const decision = chooseReviewer(kenya, office(), TODAY)
  expect(decision.assignee).toEqual({ staffId: '1', name: 'Amina Diallo' })
  expect(explanation(decision, 'en')).toBe(
    'Assigned to Amina Diallo, who has the lightest load of the 3 people available (2 of 10), because rule 2 ‘Africa and the Middle East’ matched (region is Africa and the Middle East); left out: Joseph Kamau (own country).',
  )
  expect(explanation(decision, 'fr')).toBe(
    'Dossier confié à Amina Diallo, dont la charge est la plus légère des 3 personnes disponibles (2 sur 10), car la règle 2 « Africa and the Middle East » s’applique (la région est Afrique et Moyen-Orient) ; hors choix : Joseph Kamau (son propre pays).',
  )
  expect(explanation(decision, 'es')).toBe(
    'Caso asignado a Amina Diallo, con la carga más ligera de las 3 personas disponibles (2 de 10), porque se cumple la regla 2 «Africa and the Middle East» (la región es África y Oriente Medio); fuera de la selección: Joseph Kamau (su propio país).',
  )
})

test('a larger capacity carries more: 5 of 20 is lighter than 3 of 10', () => {
  const reviewers = [person('1', 'Amina Diallo', { capacity: 20 }), person('2', 'Omar Haddad')]
  expect(
    chooseReviewer(kenya, office({ reviewers, load: { '1': 5, '2': 3 } }), TODAY).assignee?.staffId,
  ).toBe('1')
})

test('between equal loads the applicant’s language decides, then the fewest open, then a fixed order', () => {
  const by = (reviewers: Reviewer[], load: Record<string, number>) => {
    const decision = chooseReviewer(kenya, office({ reviewers, load }), TODAY)
    return [decision.assignee?.staffId, decision.chosenBy]
  }
  const french = { languages: ['fr'] }
  expect(by([person('1', 'A', french), person('2', 'B')], {})).toEqual(['2', 'language'])
  expect(by([person('1', 'A', { capacity: 20 }), person('2', 'B')], { '1': 4, '2': 2 })).toEqual([
    '2',
    'fewest-open',
  ])
  expect(by([person('2', 'B'), person('1', 'A')], {})).toEqual(['1', 'fixed-order'])
  expect(by([person('2', 'B')], {})).toEqual(['2', 'only-one'])
})

test('capacity is a ceiling, and 0 takes nothing', () => {
  const reviewers = [person('1', 'A', { capacity: 2 }), person('2', 'B', { capacity: 0 })]
  const decision = chooseReviewer(kenya, office({ reviewers }), TODAY)
  expect(decision.outcome).toBe('triage')
  expect(explanation(decision, 'en')).toBe(
    'Left in the triage queue because nobody was available under the rule that matched, 2 ‘Africa and the Middle East’; left out: A (at capacity, 2/2) and B (takes no cases at present).',
  )
})

test('who is away is left out on the first and on the last day', () => {
  for (const [from, to] of [
    [TODAY, '2026-03-20'],
    ['2026-03-01', TODAY],
  ] as const) {
    const snapshot = office({ absences: [{ staffId: '1', from, to }] })
    expect(excluded(snapshot, '1')).toEqual({ reason: 'absent', detail: to })
    expect(chooseReviewer(kenya, snapshot, TODAY).assignee?.staffId).toBe('3')
  }
  expect(
    excluded(office({ absences: [{ staffId: '1', from: '2026-03-11', to: '2026-03-12' }] }), '1'),
  ).toBeUndefined()
})

test('a declared conflict with the country, the member, the organisation or the case leaves somebody out', () => {
  for (const [kind, value] of [
    ['country', 'KE'],
    ['jurisdiction', 'kenya'],
    ['organisation', 'MINISTERE DE LA  JUSTICE!'],
    ['organisation', 'justice.example'],
    ['case', 'case-1'],
  ] as const) {
    expect(excluded(office({ conflicts: [{ staffId: '1', kind, value }] }), '1')).toEqual({
      reason: 'declared-conflict',
      // Of an organisation not which: it may be the applicant, who can ask to be erased.
      detail: kind === 'organisation' ? kind : `${kind}:${value}`,
    })
  }
  expect(
    excluded(office({ conflicts: [{ staffId: '1', kind: 'case', value: 'case-2' }] }), '1'),
  ).toBeUndefined()
})

test('one’s own organisation is known by its name however written, or by its email domain', () => {
  const from = (more: Partial<Reviewer>) => office({ reviewers: [person('1', 'A', more)] })
  expect(excluded(from({ organisation: 'ministere de la justice' }), '1')?.reason).toBe('own-organisation')
  expect(excluded(from({ emailDomain: 'justice.example' }), '1')).toEqual({
    reason: 'own-organisation',
    detail: '',
  })
  const mail = { ...kenya, contactEmailDomain: 'courts.justice.example' }
  expect(excluded(from({ emailDomain: 'justice.example' }), '1', mail)?.reason).toBe('own-organisation')
  expect(excluded(from({ emailDomain: 'injustice.example' }), '1')).toBeUndefined()
})

test('an address at a public mail provider, or a name without letters, makes nobody colleagues', () => {
  const reviewers = [person('1', 'A', { emailDomain: 'gmail.com', organisation: '—' })]
  const facts = { ...kenya, contactEmailDomain: 'gmail.com', organisation: '...' }
  expect(excluded(office({ reviewers }), '1', facts)).toBeUndefined()
})

test('a rule whose team has nobody, or is closed, passes the case on to the next that matches', () => {
  const everyCase = { id: 'r3', name: 'All others', position: 3, conditions: [], teamId: 'europe' }
  const base = office()
  const reviewers = [
    person('4', 'Joseph Kamau', { country: 'KE' }),
    person('5', 'Ana Pop', { teamId: 'europe' }),
  ]
  const decision = chooseReviewer(kenya, { ...base, reviewers, rules: [...base.rules, everyCase] }, TODAY)
  expect(decision.assignee?.name).toBe('Ana Pop')
  expect(decision.rulesTried.map(({ result }) => result)).toEqual(['not-matched', 'nobody-available'])
  expect(explanation(decision, 'en')).toBe(
    'Assigned to Ana Pop, the only person available (0 of 10), because rule 3 ‘All others’ matched (it takes every case); rule 2 ‘Africa and the Middle East’ matched before it but had nobody available.',
  )
  const closed = base.teams.map(team => ({ ...team, active: team.id !== 'africa' }))
  expect(chooseReviewer(kenya, { ...base, teams: closed }, TODAY).rulesTried[1]).toMatchObject({
    result: 'team-inactive',
    teamId: 'africa',
  })
})

test('a rule that does not match says what it asked and what it found', () => {
  expect(chooseReviewer(kenya, office(), TODAY).rulesTried).toEqual([
    {
      id: 'r1',
      name: 'Europe',
      position: 1,
      result: 'not-matched',
      failed: [
        { criterion: 'region', operator: 'is-any-of', values: ['europe'], found: ['africa-middle-east'] },
      ],
    },
  ])
})

test('where no rule matches, the case stays in the triage queue and says so', () => {
  const decision = chooseReviewer({ ...kenya, region: null }, office(), TODAY)
  expect(decision.outcome).toBe('triage')
  expect(explanation(decision, 'en')).toBe('Left in the triage queue because no rule matched.')
})
