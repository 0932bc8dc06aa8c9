import { expect, test } from 'vitest'
import { z } from 'zod'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { judge, ruleConditions, type Condition } from '../../src/routing/conditions.ts'
import { CRITERIA } from '../../src/routing/criteria.ts'
import type { CaseFacts } from '../../src/routing/facts.ts'
import { explanation } from '../../src/routing/explain.ts'

const facts: CaseFacts = {
  form: 'support-request',
  region: 'americas',
  country: 'CL',
  jurisdiction: 'chile',
  language: 'es',
  applicantType: 'local-member',
  organisation: 'Corte Suprema',
  contactEmailDomain: 'courts.example',
  supportTypes: ['peer-exchange', 'visibility'],
  themes: ['open-justice', 'access-to-justice'],
  branch: 'judiciary',
  neededBy: '2026-03-20',
}

const holds = (condition: Condition, more: Partial<CaseFacts> = {}, today = '2026-03-10') =>
  judge(condition, { ...facts, ...more }, today).holds

const accepts = (conditions: unknown) => ruleConditions.safeParse(conditions).success

test('a condition holds if the case has any of the values, or none of them', () => {
  expect(holds({ criterion: 'themes', operator: 'is-any-of', values: ['open-justice', 'other'] })).toBe(true)
  expect(holds({ criterion: 'themes', operator: 'is-any-of', values: ['other'] })).toBe(false)
  expect(holds({ criterion: 'country', operator: 'is-none-of', values: ['AR', 'CL'] })).toBe(false)
  expect(holds({ criterion: 'country', operator: 'is-none-of', values: ['AR'] })).toBe(true)
})

test('what is not known is none of anything, any of nothing and within no number of days', () => {
  expect(holds({ criterion: 'region', operator: 'is-none-of', values: ['americas'] }, { region: null })).toBe(
    true,
  )
  expect(holds({ criterion: 'region', operator: 'is-any-of', values: ['americas'] }, { region: null })).toBe(
    false,
  )
  expect(
    holds({ criterion: 'neededWithinDays', operator: 'within-days', values: [300] }, { neededBy: null }),
  ).toBe(false)
})

test('needed within ten days includes the tenth day and a day that has passed', () => {
  const tenDays: Condition = { criterion: 'neededWithinDays', operator: 'within-days', values: [10] }
  expect(holds(tenDays)).toBe(true)
  expect(holds(tenDays, {}, '2026-03-09')).toBe(false)
  expect(holds(tenDays, {}, '2026-03-25')).toBe(true)
  // Across a change of clocks and of year, a day is a day.
  expect(holds(tenDays, { neededBy: '2026-04-03' }, '2026-03-24')).toBe(true)
  expect(holds(tenDays, { neededBy: '2027-01-06' }, '2026-12-27')).toBe(true)
})

test('a rule’s conditions are checked against the list of criteria, strictly', () => {
  expect(accepts([])).toBe(true)
  expect(accepts([{ criterion: 'region', operator: 'is-any-of', values: ['europe'] }])).toBe(true)
  expect(accepts([{ criterion: 'neededWithinDays', operator: 'within-days', values: [14] }])).toBe(true)
  for (const wrong of [
    { criterion: 'region', operator: 'is-any-of', values: ['atlantis'] },
    { criterion: 'region', operator: 'is-any-of', values: [] },
    { criterion: 'region', operator: 'is-any-of', values: ['europe', 'europe'] },
    { criterion: 'region', operator: 'within-days', values: ['europe'] },
    { criterion: 'region', operator: 'is-any-of', values: ['europe'], note: 'x' },
    { criterion: 'mood', operator: 'is-any-of', values: ['good'] },
    { criterion: 'neededWithinDays', operator: 'within-days', values: [14, 15] },
    { criterion: 'neededWithinDays', operator: 'within-days', values: [0] },
    { criterion: 'country', operator: 'is-any-of', values: ['Kenya'] },
  ]) {
    expect([accepts([wrong]), wrong]).toEqual([false, wrong])
  }
  const twice = { criterion: 'region', operator: 'is-any-of', values: ['europe'] }
  expect(accepts([twice, twice])).toBe(false)
})

test('the schema of conditions can be published as JSON Schema', () => {
  const schema = JSON.stringify(z.toJSONSchema(ruleConditions))
  for (const { name } of CRITERIA) expect(schema).toContain(`"const":"${name}"`)
})

test('every criterion can be said in every language', () => {
  for (const criterion of CRITERIA) {
    const [operator] = criterion.operators
    const values = [...criterion.of(facts, '2026-03-10')]
    expect([criterion.name, values.length]).not.toEqual([criterion.name, 0])
    expect(z.array(criterion.value).parse(values)).toEqual(values)
    for (const language of LANGUAGES) {
      const sentence = explanation(
        {
          version: 1,
          outcome: 'assigned',
          rule: { id: 'r', name: 'Rule', position: 1 },
          matched: [{ criterion: criterion.name, operator, values, found: values }],
          team: { id: 't', name: 'T' },
          assignee: { staffId: 's', name: 'Somebody' },
          chosenBy: 'only-one',
          candidates: [],
          rulesTried: [],
        },
        language,
      )
      expect(sentence).toContain(criterion.say(values[0] ?? '', language))
    }
  }
})
