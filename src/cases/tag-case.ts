// Tags: words of the staff's own, few enough that everybody knows them.
import { and, arrayContains, asc, count, eq, not, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { record } from '../events/record.ts'
import { CASE_TAGGED, CASE_UNTAGGED } from './events.ts'
import { cases, tags } from './tables.ts'

const MOST_TAGS = 200
const MOST_ON_A_CASE = 12

/** A tag as it is kept: small letters, single spaces. */
export const tagName = z
  .string()
  .transform(text => text.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .max(40)
      .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} &/-]*$/u, 'Give a word or two, of letters and digits.'),
  )

interface Tagging {
  tag: string
  actor: Actor
  at: Date
}
type CaseRow = typeof cases.$inferSelect

/**
 * Puts the tag on the case and into the vocabulary; one that it has already changes nothing. Returns whether it was put there.
 * Throws `invalid-fields` when the case or the vocabulary has all that it can have.
 */
export async function tagCase(tx: Tx, theCase: CaseRow, { tag, actor, at }: Tagging): Promise<boolean> {
  if (theCase.tags.length >= MOST_ON_A_CASE && !theCase.tags.includes(tag)) {
    throw refused(`A case has at most ${MOST_ON_A_CASE} tags. Take one off first.`)
  }
  await enterVocabulary(tx, tag, at)
  const [tagged] = await tx
    .update(cases)
    .set({ tags: sql`array_append(${cases.tags}, ${tag})`, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, theCase.id), not(arrayContains(cases.tags, [tag]))))
    .returning({ version: cases.version })
  if (!tagged) return false
  await record(tx, theCase.id, tagged.version, { event: CASE_TAGGED, at, actor, details: {}, words: { tag } })
  return true
}

/** Takes the tag off the case; one that it does not have changes nothing. Returns whether it was taken off. */
export async function untagCase(tx: Tx, theCase: CaseRow, { tag, actor, at }: Tagging): Promise<boolean> {
  const [untagged] = await tx
    .update(cases)
    .set({ tags: sql`array_remove(${cases.tags}, ${tag})`, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, theCase.id), arrayContains(cases.tags, [tag])))
    .returning({ version: cases.version })
  if (!untagged) return false
  await record(tx, theCase.id, untagged.version, {
    event: CASE_UNTAGGED,
    at,
    actor,
    details: {},
    words: { tag },
  })
  return true
}

/** The vocabulary, in order. */
export async function tagNames(db: Db): Promise<string[]> {
  const rows = await db.select({ name: tags.name }).from(tags).orderBy(asc(tags.name))
  return rows.map(row => row.name)
}

async function enterVocabulary(tx: Tx, name: string, createdAt: Date): Promise<void> {
  const [known] = await tx.select({ name: tags.name }).from(tags).where(eq(tags.name, name))
  if (known) return
  const [vocabulary] = await tx.select({ size: count() }).from(tags)
  if ((vocabulary?.size ?? 0) >= MOST_TAGS) {
    throw refused(`There are ${MOST_TAGS} tags already. Use one of them.`)
  }
  await tx.insert(tags).values({ name, createdAt }).onConflictDoNothing()
}

const refused = (message: string) =>
  new Problem('invalid-fields', message, { errors: [{ pointer: '/tag', code: 'too-many', message }] })
