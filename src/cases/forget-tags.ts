import { and, arrayContains, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { cases, tags } from './tables.ts'

/** Takes all tags off an erased case, and out of the vocabulary those that only it had: a tag can be about its applicant. */
export async function forgetTags(tx: Tx, caseId: string): Promise<void> {
  const [theCase] = await tx.select({ tags: cases.tags }).from(cases).where(eq(cases.id, caseId))
  if (!theCase || theCase.tags.length === 0) return
  await tx.update(cases).set({ tags: [] }).where(eq(cases.id, caseId))
  for (const tag of theCase.tags) {
    const others = and(arrayContains(cases.tags, [tag]), sql`${cases.tags} <> '{}'`)
    const [kept] = await tx.select({ id: cases.id }).from(cases).where(others).limit(1)
    if (!kept) await tx.delete(tags).where(inArray(tags.name, [tag]))
  }
}
