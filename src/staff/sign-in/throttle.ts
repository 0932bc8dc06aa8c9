// Slows down guessing, and never locks anybody out: what is refused now is possible again a little later.
import { lt, sql } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { hashOf } from '../secret.ts'
import { throttles } from '../tables.ts'

/** A bucket: so many at once, and then one more each so many seconds. */
interface Bucket {
  atOnce: number
  everySeconds: number
}

const BUCKETS = {
  'link-network': { atOnce: 20, everySeconds: 6 },
  // A link stays good for ten minutes: more than a few letters would only annoy.
  'link-address': { atOnce: 3, everySeconds: 60 },
  'password-network': { atOnce: 20, everySeconds: 6 },
  'password-address': { atOnce: 5, everySeconds: 20 },
  'code-account': { atOnce: 5, everySeconds: 60 },
  // Of an applicant's page: asking for mail, and acting.
  'follow-network': { atOnce: 20, everySeconds: 6 },
  'follow-mail': { atOnce: 3, everySeconds: 300 },
  'follow-act': { atOnce: 20, everySeconds: 20 },
  'use-network': { atOnce: 30, everySeconds: 2 },
} as const satisfies Record<string, Bucket>
export type BucketName = keyof typeof BUCKETS

/**
 * Takes a place in a bucket: 0 when there was one, else the seconds until there is. In one statement, so that many at once
 * get no more than they should. What is refused takes nothing, so a flood cannot keep the next place away for longer.
 */
export async function secondsToWait(db: Db, bucket: BucketName, whose: string): Promise<number> {
  const { atOnce, everySeconds } = BUCKETS[bucket]
  const key = hashOf(`${bucket} ${whose}`)
  const one = sql`make_interval(secs => ${everySeconds})`
  const full = sql`now() + make_interval(secs => ${everySeconds * atOnce})`
  const next = sql`greatest(${throttles.emptyAt}, now()) + ${one}`
  const taken = await db
    .insert(throttles)
    .values({ key, emptyAt: sql`now() + ${one}` })
    .onConflictDoUpdate({ target: throttles.key, set: { emptyAt: next }, setWhere: sql`${next} <= ${full}` })
    .returning({ key: throttles.key })
  if (taken.length > 0) return 0
  const [row] = await db
    .select({ seconds: sql<number>`ceil(extract(epoch from ${next} - (${full})))::int` })
    .from(throttles)
    .where(sql`${throttles.key} = ${key}`)
  return Math.max(1, row?.seconds ?? 1)
}

/** Throws `too-many-requests`, with the seconds to wait, when the bucket is full. */
export async function throttle(db: Db, bucket: BucketName, whose: string): Promise<void> {
  const seconds = await secondsToWait(db, bucket, whose)
  if (seconds === 0) return
  throw new Problem('too-many-requests', `Wait ${seconds} seconds, then try again.`, {
    retryAfterSeconds: seconds,
  })
}

/** Deletes the buckets that have run empty. */
export async function forgetThrottles(db: Db): Promise<void> {
  await db.delete(throttles).where(lt(throttles.emptyAt, sql`now()`))
}
