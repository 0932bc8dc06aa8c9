// Saving a page of a draft. Of two tabs that changed the same page neither is lost: the later is told of the earlier.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../../kernel/database.ts'
import type { Language } from '../../kernel/languages.ts'
import type { Typed } from '../../forms/paging/typed.ts'
import { expiryAfter } from './drafts.ts'
import { drafts, type KeptPage } from './tables.ts'

export interface PageToKeep {
  draftId: string
  slug: string
  fields: Typed
  /** The one that the page was shown with; 0 for a page that was blank. */
  revision: number
  language: Language
  now: Date
}

export type Kept =
  | { outcome: 'kept'; revision: number }
  | { outcome: 'changed-elsewhere'; theirs: KeptPage }
  | { outcome: 'closed' }

/**
 * Keeps what was typed into a page. `changed-elsewhere`, with what is kept instead: the page was changed since it was shown;
 * nothing is written. `closed`: the draft was submitted or has been forgotten. The same sent twice is kept once.
 */
export async function keepPage(db: Db, page: PageToKeep): Promise<Kept> {
  const { draftId, slug, fields, revision, language, now } = page
  const next: KeptPage = { fields, revision: revision + 1 }
  const [kept] = await db
    .update(drafts)
    .set({
      pages: sql`jsonb_set(${drafts.pages}, array[${slug}::text], ${JSON.stringify(next)}::jsonb)`,
      language,
      touchedAt: now,
      expiresAt: expiryAfter(now),
      remindedAt: null,
    })
    .where(
      and(
        eq(drafts.id, draftId),
        isNull(drafts.caseId),
        sql`coalesce((${drafts.pages} -> ${slug}::text ->> 'revision')::int, 0) = ${revision}`,
      ),
    )
    .returning({ id: drafts.id })
  if (kept) return { outcome: 'kept', revision: next.revision }
  const [present] = await db
    .select({ pages: drafts.pages, caseId: drafts.caseId })
    .from(drafts)
    .where(eq(drafts.id, draftId))
  if (!present || present.caseId !== null) return { outcome: 'closed' }
  const theirs = present.pages[slug] ?? { fields: {}, revision: 0 }
  return isDeepStrictEqual(theirs.fields, fields)
    ? { outcome: 'kept', revision: theirs.revision }
    : { outcome: 'changed-elsewhere', theirs }
}
