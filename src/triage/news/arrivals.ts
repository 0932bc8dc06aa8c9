// How many cases have arrived since a page was made, of those that its reader may see.
import { and, gt, lte, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { cases } from '../../cases/tables.ts'

/** Beyond, nobody cares how many. */
export const MOST_NEWS = 100
/** A case becomes visible a moment after it was received: by then a page may have been made without it. */
const LATECOMERS_MS = 10_000

/** Cases received after the one moment, and not after the other where it is given. */
export async function arrivals(
  db: Db,
  visible: SQL | undefined,
  { after, until }: { after: Date; until?: Date },
): Promise<number> {
  const some = db
    .select({ one: sql`1` })
    .from(cases)
    .where(
      and(
        gt(cases.receivedAt, after),
        until === undefined ? undefined : lte(cases.receivedAt, until),
        visible,
      ),
    )
    .limit(MOST_NEWS)
    .as('some')
  const [counted] = await db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some)
  return counted?.count ?? 0
}

/** Where a page that is made now hears of arrivals. It says how many of the latest cases its reader has seen already. */
export async function newsAddress(db: Db, visible: SQL | undefined, now: Date): Promise<string> {
  const after = new Date(now.getTime() - LATECOMERS_MS)
  const seen = await arrivals(db, visible, { after })
  return `/desk/cases/news?after=${after.toISOString()}&seen=${seen}`
}
