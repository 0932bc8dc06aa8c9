import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { appendToCase } from './append-event.ts'
import { MESSAGE_SENT } from './events.ts'
import type { cases } from './tables.ts'

/**
 * Sends the applicant a person's message; nothing else changes, and the clock runs on. Throws `transition-not-allowed` for
 * spam, which is not answered, and for a case whose address was erased.
 */
export async function writeToApplicant(
  tx: Tx,
  theCase: typeof cases.$inferSelect,
  { message, actor, at }: { message: string; actor: Actor; at: Date },
): Promise<void> {
  const { id, reference, state, erasedAt } = theCase
  if (state === 'spam' || erasedAt !== null) {
    throw new Problem(
      'transition-not-allowed',
      `The applicant of case ${reference} can no longer be written to.`,
    )
  }
  await appendToCase(tx, id, { event: MESSAGE_SENT, at, actor, details: {}, words: { message } })
}
