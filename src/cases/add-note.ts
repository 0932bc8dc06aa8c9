import type { Tx } from '../kernel/database.ts'
import type { Actor } from '../events/define-event.ts'
import { appendToCase } from './append-event.ts'
import { NOTE_ADDED, PEOPLE_MENTIONED } from './events.ts'
import { mentionsIn } from './mentions.ts'
import type { cases } from './tables.ts'

/**
 * Adds a note for the staff, who alone ever read it. Who is mentioned in it is told that there is one, not what it says.
 * Throws `invalid-fields` as `mentionsIn` does.
 */
export async function addNote(
  tx: Tx,
  theCase: typeof cases.$inferSelect,
  { note, actor, at }: { note: string; actor: Actor; at: Date },
): Promise<void> {
  const mentions = await mentionsIn(tx, theCase, note)
  await appendToCase(tx, theCase.id, { event: NOTE_ADDED, at, actor, details: {}, words: { note } })
  if (mentions.length === 0) return
  await appendToCase(tx, theCase.id, { event: PEOPLE_MENTIONED, at, actor, details: { mentions } })
}
