// What is kept of a case that may have to be put back as it was: one that is merged, and one that is closed while it is held.
import type { State } from './states.ts'
import type { cases, Hold } from './tables.ts'

type CaseRow = typeof cases.$inferSelect

/** Moments as ISO strings, as they stand in the event. */
export interface BeforeClosing {
  state: State
  dueAt: string | null
  remindAt: string | null
  remindedAt: string | null
  holds: Hold[]
  /** The signs of spam for which it was held; not in events from before this was kept. */
  quarantine?: string[] | null
}

/** What the event keeps of the case, so that nothing of it is lost. */
export const beforeClosing = (theCase: CaseRow): BeforeClosing => ({
  state: theCase.state,
  dueAt: theCase.dueAt?.toISOString() ?? null,
  remindAt: theCase.remindAt?.toISOString() ?? null,
  remindedAt: theCase.remindedAt?.toISOString() ?? null,
  holds: theCase.holds,
  quarantine: theCase.quarantine,
})
