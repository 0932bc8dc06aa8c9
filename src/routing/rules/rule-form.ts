// A rule as a form shows it and gets it back: one field for each question that a rule can ask, all from the list of criteria.
import { z } from 'zod'
import type { Condition } from '../conditions.ts'
import { CRITERIA, criterionNamed, type Criterion, type CriterionValue, type Operator } from '../criteria.ts'
import { ruleBody } from './shapes.ts'
import type { RuleDetails } from './rule-set.ts'

export interface Option {
  value: string
  name: string
}

export interface Question {
  /** Of the field: `region.is-any-of`. */
  name: string
  label: string
  /** None: a number of days. */
  options: Option[] | null
  /** Whether there are too many to tick. */
  many: boolean
  chosen: string[]
}

const MANY = 20
const ASKED: Readonly<Record<Operator, string>> = {
  'is-any-of': 'is any of',
  'is-none-of': 'is none of',
  'within-days': '',
}

/** Values that the list of criteria does not know itself, by criterion: countries, members, languages. */
export type Known = Readonly<Record<string, readonly Option[]>>

/** The questions of one criterion with what is chosen; a stored value that is no choice any more stays on offer. */
export const questionsOf = (
  criterion: Criterion,
  known: Known,
  chosen: (field: string) => string[],
): Question[] =>
  criterion.operators.map(operator => {
    const name = `${criterion.name}.${operator}`
    const ticked = chosen(name)
    const options = operator === 'within-days' ? null : optionsOf(criterion, known, ticked)
    return {
      name,
      label: `${criterion.label.en} ${ASKED[operator]}`.trim(),
      options,
      many: (options?.length ?? 0) > MANY,
      chosen: ticked,
    }
  })

/** What is ticked in the form for these conditions. */
export const chosenIn =
  (conditions: readonly Condition[]) =>
  (field: string): string[] =>
    conditions.flatMap(({ criterion, operator, values }) =>
      `${criterion}.${operator}` === field ? values.map(String) : [],
    )

/** What was sent for a field, as it was sent. */
export const sentIn =
  (body: Readonly<Record<string, unknown>>) =>
  (field: string): string[] =>
    [body[field]].flat().filter((value): value is string => typeof value === 'string' && value !== '')

/** A rule from what a form sent; what is wrong by field. */
export function ruleFrom(
  body: Readonly<Record<string, unknown>>,
): { rule: RuleDetails } | { errors: { field: string; message: string }[] } {
  const sent = sentIn(body)
  const conditions = CRITERIA.flatMap((criterion: Criterion) =>
    criterion.operators.flatMap(operator => {
      const values: CriterionValue[] = sent(`${criterion.name}.${operator}`)
      const asked = operator === 'within-days' ? values.map(Number) : values
      return values.length > 0 ? [{ criterion: criterion.name, operator, values: asked }] : []
    }),
  )
  const parsed = ruleBody.safeParse({
    name: body['name'],
    teamId: body['teamId'],
    enabled: body['enabled'] === 'yes',
    conditions,
  })
  if (parsed.success) return { rule: parsed.data }
  const fields = parsed.error.issues.map(issue => fieldOf(issue, conditions))
  return { errors: [...new Set(fields)].map(field => ({ field, message: MESSAGES[field] ?? OTHER })) }
}

/** A condition for people: “Region is any of Americas, Europe”. */
export function conditionInWords({ criterion: name, operator, values }: Condition): string {
  const criterion = criterionNamed(name)
  const said = values.map(value => criterion?.say(value, 'en') ?? String(value))
  const label = criterion?.label.en ?? name
  if (operator === 'within-days') return `Needed within ${said.join()} days`
  return `${label} ${operator === 'is-any-of' ? 'is' : 'is not'} ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(said)}`
}

const MESSAGES: Readonly<Record<string, string>> = {
  name: 'Give the rule a name, with at most 120 characters.',
  teamId: 'Choose a team.',
  'neededWithinDays.within-days': 'Enter a whole number of days, from 1 to 366.',
}
const OTHER = 'Choose among what is offered here.'

function fieldOf(
  issue: z.core.$ZodIssue,
  conditions: readonly { criterion: string; operator: string }[],
): string {
  const [first, index] = issue.path
  const condition = first === 'conditions' && typeof index === 'number' ? conditions[index] : undefined
  return condition ? `${condition.criterion}.${condition.operator}` : String(first ?? 'name')
}

function optionsOf(criterion: Criterion, known: Known, ticked: readonly string[]): Option[] {
  const offered =
    criterion.value instanceof z.ZodEnum
      ? (criterion.value.options as string[]).map(value => ({ value, name: criterion.say(value, 'en') }))
      : [...(known[criterion.name] ?? [])]
  const gone = ticked.filter(value => !offered.some(option => option.value === value))
  return [...offered, ...gone.map(value => ({ value, name: criterion.say(value, 'en') }))]
}
