// What somebody searches for can be a person's name: an address, which is logged and passed on, has only its number.
import { and, eq, lt, notExists, sql } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Db, Tx } from '../../kernel/database.ts'
import { savedViews, searches } from '../tables.ts'

export const SEARCH_ID = /^[\w-]{22}$/
/** What can be searched for; NUL and half a character are no text to Postgres. */
export const searchTyped = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine(text => !text.includes('\u0000') && text.isWellFormed(), 'Give text.')
const KEPT_DAYS = 30

/** Keeps what was typed and returns the number under which it is found. */
export async function keepSearch(
  db: Db | Tx,
  { staffId, text, at }: { staffId: string; text: string; at: Date },
): Promise<string> {
  const id = randomBytes(16).toString('base64url')
  await db.insert(searches).values({ id, staffId, text, createdAt: at })
  return id
}

/** What was typed; none for a number that nobody has, or no longer. */
export async function keptSearch(db: Db, id: string): Promise<string | undefined> {
  const [found] = await db.select({ text: searches.text }).from(searches).where(eq(searches.id, id))
  return found?.text
}

/** Removes what was searched for a month ago or earlier, but for what a saved view needs. */
export async function forgetSearches(db: Db, now: Date): Promise<void> {
  const old = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  const needed = db
    .select({ one: sql`1` })
    .from(savedViews)
    .where(eq(savedViews.searchId, searches.id))
  await db.delete(searches).where(and(lt(searches.createdAt, old), notExists(needed)))
}
