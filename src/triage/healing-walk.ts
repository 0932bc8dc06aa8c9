// Finds cases that lack what is written down about each: a walk along them in the order of their receipt. It goes back a
// little each time and begins anew every hour, so what was missed, and whyever, is found then.
import { asc, eq, sql } from 'drizzle-orm'
import type { Clock } from '../kernel/clock.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { cases } from '../cases/tables.ts'
import type { caseSearch, likenesses } from './tables.ts'

const STRETCH = 5000
const BATCH = 200
/** Cases become visible out of order: a batch takes its time, and the clocks of two servers differ. */
const BACK_MS = 60_000
const ANEW_MS = 3_600_000
const NIL = '00000000-0000-0000-0000-000000000000'
const BEGINNING = { at: new Date(0), id: NIL }

interface Place {
  at: Date
  id: string
}

interface Healing {
  /** Where a row for the case is missing. */
  kept: typeof caseSearch | typeof likenesses
  /** Writes what is missing. False when somebody else is at it: what is still missing is looked for the next time. */
  heal: (tx: Tx, ids: readonly string[]) => Promise<boolean>
}

/** Returns a function that heals what is missing by now, and says of how many cases; to be called again and again. */
export function healingWalk(
  { db, clock }: { db: Db; clock: Clock },
  { kept, heal }: Healing,
): () => Promise<number> {
  let start: Place = BEGINNING
  let begun = clock.now()

  return async () => {
    if (clock.now().getTime() - begun.getTime() > ANEW_MS) [start, begun] = [BEGINNING, clock.now()]
    let healed = 0
    for (let place: Place | undefined = start; place;) {
      const { missing, last, isEnd } = await stretch(db, kept, place)
      for (let at = 0; at < missing.length; at += BATCH) {
        const batch = missing.slice(at, at + BATCH)
        if (!(await db.transaction(tx => heal(tx, batch)))) return healed
        healed += batch.length
      }
      if (last) start = { at: new Date(last.at.getTime() - BACK_MS), id: NIL }
      place = isEnd ? undefined : last
    }
    return healed
  }
}

async function stretch(db: Db, kept: Healing['kept'], { at, id }: Place) {
  const rows = await db
    .select({ id: cases.id, at: cases.receivedAt, found: kept.caseId })
    .from(cases)
    .leftJoin(kept, eq(kept.caseId, cases.id))
    .where(sql`(${cases.receivedAt}, ${cases.id}) > (${at.toISOString()}::timestamptz, ${id}::uuid)`)
    .orderBy(asc(cases.receivedAt), asc(cases.id))
    .limit(STRETCH)
  return {
    missing: rows.filter(row => row.found === null).map(row => row.id),
    last: rows.at(-1),
    isEnd: rows.length < STRETCH,
  }
}
