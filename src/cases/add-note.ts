import type { Tx } from '../kernel/database.ts'
import type { Actor } from '../events/define-event.ts'
import { appendToCase } from './append-event.ts'
import { NOTE_ADDED } from './events.ts'

/** Adds a note for the staff, who alone ever read it. */
export async function addNote(
  tx: Tx,
  caseId: string,
  { note, actor, at }: { note: string; actor: Actor; at: Date },
): Promise<void> {
  await appendToCase(tx, caseId, { event: NOTE_ADDED, at, actor, details: {}, words: { note } })
}
