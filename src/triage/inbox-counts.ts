// How many cases each view of the inbox has. Each is counted from an index of its own, so no counter is kept on the way in.
import { and, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { cases } from '../cases/tables.ts'
import { INBOX_VIEWS, isOpen, PART, type InboxView, type ViewName, type Viewer } from './inbox-views.ts'

/** Counting stops here: beyond, a count says “more than”. */
export const MOST_COUNTED = 10_000
const BEYOND = MOST_COUNTED + 1
/** How long it is remembered that there are more: so many do not go at once, and to count them again is most of the work. */
const REMEMBERED_MS = 60_000
const MOST_REMEMBERED = 2000

/** `seesAll`: whether all cases can be seen but the conflicted ones. */
export type CountInbox = (
  visible: SQL | undefined,
  viewer: Viewer,
  seesAll: boolean,
) => Promise<Map<ViewName, number>>

/** Counts what `visible` lets through: exactly up to `MOST_COUNTED`, as one more beyond. */
export function inboxCounter(db: Db): CountInbox {
  const beyond = new Map<string, number>()
  return async (visible, viewer, seesAll) => {
    const now = performance.now()
    const keyOf = (name: ViewName) => `${name} ${viewer.staffId}`
    const isBeyond = ({ name }: InboxView) => (beyond.get(keyOf(name)) ?? 0) > now
    const asked = COUNTED.filter(view => !isBeyond(view))
    const apart = asked.filter(({ part, hasFew = false }) => seesAll || hasFew || part !== 'open')
    const together = asked.filter(view => !apart.includes(view))
    const counted = await Promise.all([
      countApart(db, apart, visible, viewer),
      countTogether(db, together, visible, viewer),
    ])
    const counts = new Map(counted.flat())
    if (beyond.size > MOST_REMEMBERED) beyond.clear()
    for (const { name } of COUNTED) {
      if (counts.get(name) === BEYOND) beyond.set(keyOf(name), now + REMEMBERED_MS)
      if (!counts.has(name)) counts.set(name, BEYOND)
    }
    const all = (counts.get('open') ?? 0) + (counts.get('closed') ?? 0)
    return counts.set('all', Math.min(all, BEYOND))
  }
}

const COUNTED = INBOX_VIEWS.filter(({ name }) => name !== 'all')

type Counted = (readonly [ViewName, number])[]

// Whoever sees but their own and their teams' has few open cases: they are looked through once for all views of them.
async function countTogether(
  db: Db,
  views: readonly InboxView[],
  visible: SQL | undefined,
  viewer: Viewer,
): Promise<Counted> {
  if (views.length === 0) return []
  const columns = views.map(({ name, where }) => {
    const counted = sql`count(*) filter (where ${where(viewer) ?? sql`true`})`
    return [name, sql<number>`least(${counted}, ${BEYOND})`.mapWith(Number)] as const
  })
  const [row = {}] = await db.select(Object.fromEntries(columns)).from(cases).where(and(isOpen, visible))
  return views.map(({ name }) => [name, row[name] ?? 0])
}

async function countApart(
  db: Db,
  views: readonly InboxView[],
  visible: SQL | undefined,
  viewer: Viewer,
): Promise<Counted> {
  const counted = views.map(({ name, part, where }) => {
    const some = db
      .select({ one: sql`1` })
      .from(cases)
      .where(and(PART[part], where(viewer), visible))
      .limit(BEYOND)
    return [name, sql<number>`(select count(*) from ${some} as counted)`.mapWith(Number).as(name)] as const
  })
  if (counted.length === 0) return []
  const [row = {}] = await db.select(Object.fromEntries(counted)).from(sql`(select) as once`)
  return views.map(({ name }) => [name, row[name] ?? 0])
}
