import { eq } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { eventWords } from './tables.ts'

/**
 * Erases what people wrote on the events of a stream, together with the salts of its hashes; the chain holds. Returns of
 * how many events. The caller records why (`personal-data.erased`), or the audit calls the words missing.
 */
export async function eraseWords(tx: Tx, stream: string): Promise<number> {
  const erased = await tx
    .delete(eventWords)
    .where(eq(eventWords.stream, stream))
    .returning({ id: eventWords.eventId })
  return erased.length
}
