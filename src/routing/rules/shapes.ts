// What the API takes and gives of rules.
import { z } from 'zod'
import { words } from '../../kernel/words.ts'
import { ruleConditions } from '../conditions.ts'
import { slug } from '../shared-shapes.ts'
import { MOST_RULES } from './rule-set.ts'

export const ruleParams = z.strictObject({ ruleId: z.uuid() })

export const ruleBody = z.strictObject({
  name: words(120),
  conditions: ruleConditions,
  teamId: slug,
  enabled: z.boolean().default(true),
})

export const ruleOrder = z.strictObject({ ruleIds: z.array(z.uuid()).max(MOST_RULES) })

// Loose on purpose: a rule stored under a criterion that has left the list can still be read and removed.
const storedCondition = z.object({
  criterion: z.string(),
  operator: z.string(),
  values: z.array(z.union([z.string(), z.number()])),
})

export const ruleAnswer = z.object({
  id: z.uuid(),
  position: z.int(),
  name: z.string(),
  conditions: z.array(storedCondition),
  teamId: z.string(),
  enabled: z.boolean(),
})
