// What a rule asks, and whether a case answers to it.
import { z } from 'zod'
import {
  CRITERIA,
  criterionNamed,
  type CriterionName,
  type CriterionValue,
  type Operator,
} from './criteria.ts'
import type { CaseFacts } from './facts.ts'

const MOST_VALUES = 60
const MOST_CONDITIONS = 12

/** One question to a case. The values are alternatives. */
export interface Condition {
  criterion: CriterionName
  operator: Operator
  values: CriterionValue[]
}

/** A condition with what the case had to answer it. */
export interface JudgedCondition extends Condition {
  found: CriterionValue[]
}

type ConditionSchema = z.ZodObject<{
  criterion: z.ZodLiteral<CriterionName>
  operator: z.ZodType<Operator>
  values: z.ZodType<CriterionValue[]>
}>

const schemas = CRITERIA.map(({ name, operators, value }) =>
  z.strictObject({
    criterion: z.literal(name),
    operator: z.enum(operators),
    values: alternatives(operators.some(operator => operator === 'within-days') ? 1 : MOST_VALUES, value),
  }),
) as unknown as [ConditionSchema, ...ConditionSchema[]]

/** The conditions of one rule, all of which must hold. None: the rule takes every case. */
export const ruleConditions = z
  .array(z.discriminatedUnion('criterion', schemas))
  .max(MOST_CONDITIONS)
  .refine(
    conditions => distinct(conditions.map(condition => `${condition.criterion} ${condition.operator}`)),
    'Ask each question once: put the values together.',
  )

/**
 * Whether the condition holds for the case, and what was found there. What is not known is none of anything and
 * within no number of days; a date that has passed is within any.
 */
export function judge(
  condition: Condition,
  facts: CaseFacts,
  today: string,
): JudgedCondition & { holds: boolean } {
  const found = [...(criterionNamed(condition.criterion)?.of(facts, today) ?? [])]
  return { ...condition, found, holds: holds(condition, found) }
}

function holds({ operator, values }: Condition, found: readonly CriterionValue[]): boolean {
  switch (operator) {
    case 'is-any-of':
      return found.some(value => values.includes(value))
    case 'is-none-of':
      return !found.some(value => values.includes(value))
    case 'within-days':
      return found.some(days => Number(days) <= Number(values[0]))
  }
}

function alternatives(most: number, value: z.ZodType<CriterionValue>) {
  return z.array(value).min(1).max(most).refine(distinct, 'Name each value once.')
}

function distinct(items: readonly unknown[]): boolean {
  return new Set(items).size === items.length
}
