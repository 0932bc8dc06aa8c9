// Views of the inbox under names, for oneself or for everybody.
import { and, asc, count, eq, or } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { staff } from '../../staff/tables.ts'
import { inboxQuery, queryOf } from '../inbox/inbox-query.ts'
import { savedViews, searches } from '../tables.ts'

const MOST_VIEWS = 50

export const newView = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine(text => !text.includes('\u0000') && text.isWellFormed(), 'Give a name.'),
  shared: z.boolean().default(false),
  query: z.string().max(2000).describe('The query of the inbox’s address, such as `view=late&region=europe`'),
})

export interface SavedView {
  id: string
  name: string
  shared: boolean
  query: string
  /** Whether it is the reader's own. */
  isOwn: boolean
  owner: string
}

/** The reader's own views and those that others share, by name. */
export async function savedViewsOf(db: Db, staffId: string): Promise<SavedView[]> {
  const { id, name, shared, query } = savedViews
  const rows = await db
    .select({ id, name, shared, query, staffId: savedViews.staffId, owner: staff.name })
    .from(savedViews)
    .innerJoin(staff, eq(staff.id, savedViews.staffId))
    .where(or(eq(savedViews.staffId, staffId), eq(shared, true)))
    .orderBy(asc(name), asc(id))
  return rows.map(({ staffId: owner, ...view }) => ({ ...view, isOwn: owner === staffId }))
}

/** Keeps a view and returns its id. Throws `already-exists` for a name of one's own that is taken, or when there are too many. */
export async function saveView(
  tx: Tx,
  { staffId, at, ...view }: z.infer<typeof newView> & { staffId: string; at: Date },
): Promise<{ id: string; query: string }> {
  const [own] = await tx.select({ size: count() }).from(savedViews).where(eq(savedViews.staffId, staffId))
  if ((own?.size ?? 0) >= MOST_VIEWS) {
    throw new Problem('already-exists', `You have ${MOST_VIEWS} views. Delete one that you no longer need.`)
  }
  const { pairs, filters } = inboxQuery(parsed(view.query))
  const query = queryOf(pairs)
  const id = randomUUID()
  const [kept] = await tx
    .insert(savedViews)
    .values({
      id,
      staffId,
      name: view.name,
      shared: view.shared,
      query,
      searchId: await keptId(tx, filters.search),
      createdAt: at,
    })
    .onConflictDoNothing({ target: [savedViews.staffId, savedViews.name] })
    .returning({ id: savedViews.id })
  if (!kept)
    throw new Problem('already-exists', `You have a view “${view.name}” already. Choose another name.`)
  return { id, query }
}

/** Deletes a view of one's own. Throws `not-found`. */
export async function deleteView(db: Db | Tx, staffId: string, id: string): Promise<void> {
  const deleted = await db
    .delete(savedViews)
    .where(and(eq(savedViews.id, id), eq(savedViews.staffId, staffId)))
    .returning({ id: savedViews.id })
  if (deleted.length === 0) throw new Problem('not-found', 'There is no such view of yours.')
}

async function keptId(tx: Tx, searchId: string | undefined): Promise<string | null> {
  if (searchId === undefined) return null
  // Until we are done it is not forgotten.
  const [found] = await tx
    .select({ id: searches.id })
    .from(searches)
    .where(eq(searches.id, searchId))
    .for('share')
  return found?.id ?? null
}

function parsed(query: string): Record<string, string[]> {
  const given = new URLSearchParams(query)
  return Object.fromEntries([...new Set(given.keys())].map(name => [name, given.getAll(name)]))
}
