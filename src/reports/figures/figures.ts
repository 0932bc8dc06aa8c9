// All figures of a report, of one moment. They count every case, also those that the reader must not open: a number says nothing
// about a case, and figures that differ by reader could not be compared or published.
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import { sharedAnswer } from '../../kernel/shared-answer.ts'
import { addressOf, type ReportFilter } from '../period.ts'
import { arrivals, type Arrivals } from './arrivals.ts'
import { backlogAge, type AgeGroup } from './backlog-age.ts'
import { feedback, type Feedback } from './feedback.ts'
import { reviewerLoad, type Load } from './reviewer-load.ts'
import { turnaround, type Turnaround } from './turnaround.ts'

export interface Figures {
  asOf: Date
  arrivals: Arrivals
  backlog: AgeGroup[]
  turnaround: Turnaround[]
  load: Load[]
  feedback: Feedback[]
}

/** Reads the figures in one snapshot on one connection, so that they belong together and leave the pool to others. */
export const readFigures = (db: Db, filter: ReportFilter, now: Date): Promise<Figures> =>
  db.transaction(
    async tx => ({
      asOf: now,
      arrivals: await arrivals(tx, filter),
      backlog: await backlogAge(tx, filter, now),
      turnaround: await turnaround(tx, filter),
      load: await reviewerLoad(tx, filter, now),
      feedback: await feedback(tx, filter),
    }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )

const FRESH_MS = 60_000
/** So old they are still shown, to nobody's waiting, while new ones are read. */
const STALE_MS = 10 * 60_000
const MOST_KEPT = 50

/** The same, shared by all who ask for the same; `asOf` says of when it is. */
export function sharedFigures(db: Db, clock: Clock): (filter: ReportFilter) => Promise<Figures> {
  const kept = new Map<string, () => Promise<Figures>>()
  return filter => {
    const key = addressOf(filter)
    const known = kept.get(key)
    const ask = known ?? sharedAnswer(FRESH_MS, () => readFigures(db, filter, clock.now()), STALE_MS)
    kept.delete(key)
    kept.set(key, ask)
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    return ask()
  }
}
