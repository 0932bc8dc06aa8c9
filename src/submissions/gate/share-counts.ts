import { lt, sql } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import type { Share } from './counts.ts'
import { gateCounts, gateProofs } from './tables.ts'

/** Adds to the counts of all web processes, in one statement and in one order, so that two of them never deadlock. */
export const shareCounts =
  (db: Db): Share =>
  async added => {
    const rows = await db
      .insert(gateCounts)
      .values(added.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
      .onConflictDoUpdate({
        target: gateCounts.key,
        set: { count: sql`${gateCounts.count} + excluded.count` },
      })
      .returning({ key: gateCounts.key, count: gateCounts.count })
    return new Map(rows.map(({ key, count }) => [key, count]))
  }

/** Deletes what no window reaches any more, and proofs that would be refused for their age. */
export async function forgetGate(db: Db, now: Date): Promise<void> {
  await db.delete(gateCounts).where(lt(gateCounts.until, now))
  await db.delete(gateProofs).where(lt(gateProofs.until, now))
}
