// Which rule a request is about, and what its sender had seen.
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'

export const RULES_PAGE = '/desk/settings/rules'

interface Asked {
  body: unknown
  params: unknown
}

/** The revision of the draft that the form showed; 0 for none. */
export const seen = z.coerce.number().int().min(0).catch(0)

export const bodyOf = ({ body }: Pick<Asked, 'body'>) => (body ?? {}) as Record<string, unknown>

/** Throws `not-found` for what is no id. */
export function ruleIdOf({ params }: Pick<Asked, 'params'>): string {
  const parsed = z.object({ id: z.uuid() }).safeParse(params)
  if (!parsed.success) throw new Problem('not-found', 'There is no such rule. It may have been removed.')
  return parsed.data.id
}
