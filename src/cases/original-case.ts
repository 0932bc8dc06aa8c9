import { eq } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { conflictWithCase } from '../routing/conflicts/conflicts.ts'
import { routingFacts } from './routing-facts.ts'
import { cases } from './tables.ts'

type CaseRow = typeof cases.$inferSelect

/**
 * The case of which `theCase` is said to be a duplicate. Throws `invalid-fields` where there is none, where it is the case
 * itself or a duplicate in turn (a ring of duplicates would leave nobody's application), and where the person has a
 * conflict of interest in it: that it exists is not told.
 */
export async function originalCase(
  tx: Tx,
  theCase: CaseRow,
  reference: string,
  actor: Actor,
): Promise<string> {
  const [original] = await tx.select().from(cases).where(eq(cases.reference, reference))
  const usable = original && original.id !== theCase.id && original.state !== 'duplicate'
  if (usable && !(await isHidden(tx, original, actor))) return original.id
  throw new Problem('invalid-fields', 'The original case was not found.', {
    errors: [
      {
        pointer: '/original',
        code: 'not-found',
        message: 'Give the reference of another case, which is not a duplicate itself.',
      },
    ],
  })
}

const isHidden = async (tx: Tx, original: CaseRow, actor: Actor): Promise<boolean> =>
  actor.kind === 'staff' && (await conflictWithCase(tx, actor.id, routingFacts(original))) !== undefined
