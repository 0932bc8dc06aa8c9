// How many cases each view of the inbox has. Each is counted from an index of its own, so no counter is kept on the way in.
import { and, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { cases } from '../cases/tables.ts'
import { INBOX_VIEWS, type InboxView, type ViewName, type Viewer } from './inbox-views.ts'

/** Counting stops here: beyond, a count says “more than”. */
export const MOST_COUNTED = 10_000
const BEYOND = MOST_COUNTED + 1
/** How long it is remembered that there are more: so many do not go at once, and to count them again is most of the work. */
const REMEMBERED_MS = 60_000
const MOST_REMEMBERED = 2000

export type CountInbox = (visible: SQL | undefined, viewer: Viewer) => Promise<Map<ViewName, number>>

/** Counts what `visible` lets through: exactly up to `MOST_COUNTED`, as one more beyond. */
export function inboxCounter(db: Db): CountInbox {
  const beyond = new Map<string, number>()
  return async (visible, viewer) => {
    const now = performance.now()
    const keyOf = (name: ViewName) => `${name} ${viewer.staffId}`
    const isBeyond = ({ name }: InboxView) => (beyond.get(keyOf(name)) ?? 0) > now
    const views = INBOX_VIEWS.filter(({ name }) => name !== 'all')
    const counts = await count(
      db,
      views.filter(view => !isBeyond(view)),
      visible,
      viewer,
    )
    if (beyond.size > MOST_REMEMBERED) beyond.clear()
    for (const { name } of views) {
      if (counts.get(name) === BEYOND) beyond.set(keyOf(name), now + REMEMBERED_MS)
      if (!counts.has(name)) counts.set(name, BEYOND)
    }
    const all = (counts.get('open') ?? 0) + (counts.get('closed') ?? 0)
    return counts.set('all', Math.min(all, BEYOND))
  }
}

async function count(
  db: Db,
  views: readonly InboxView[],
  visible: SQL | undefined,
  viewer: Viewer,
): Promise<Map<ViewName, number>> {
  const counted = views.map(({ name, where }) => {
    const some = db
      .select({ one: sql`1` })
      .from(cases)
      .where(and(where(viewer), visible))
      .limit(BEYOND)
    return [name, sql<number>`(select count(*) from ${some} as counted)`.mapWith(Number).as(name)] as const
  })
  if (counted.length === 0) return new Map()
  const [row = {}] = await db.select(Object.fromEntries(counted)).from(sql`(select) as once`)
  return new Map(views.map(({ name }) => [name, row[name] ?? 0]))
}
