// Drafts: begun with the first page that is sent, opened by the secret of a browser, forgotten a month after the last change.
import { and, eq, gt } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../../kernel/database.ts'
import type { Language } from '../../kernel/languages.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { hashOf, newSecret } from '../../staff/secret.ts'
import type { Typed } from '../../forms/paging/typed.ts'
import { draftKeys, drafts, type KeptPage } from './tables.ts'

export const DRAFT_DAYS = 30
const DAY_MS = 86_400_000

export interface Draft {
  id: string
  form: string
  pages: Readonly<Record<string, KeptPage>>
  email: string | null
  /** The address from whose mailbox it was opened; none where it was not. */
  confirmedEmail: string | null
  caseId: string | null
  beganAt: Date
  expiresAt: Date
}

/** When a draft that is touched now is forgotten. */
export const expiryAfter = (now: Date): Date => new Date(now.getTime() + DRAFT_DAYS * DAY_MS)

export interface Beginning {
  form: string
  language: Language
  /** What was typed already, by page. */
  pages: Readonly<Record<string, Typed>>
  now: Date
}

/** A new draft, and the secret by which a browser opens it. */
export const beginDraft = (db: Db, beginning: Beginning): Promise<{ draft: Draft; secret: string }> =>
  db.transaction(async tx => {
    const draft = await addDraft(tx, beginning)
    return { draft, secret: await giveKey(tx, draft.id, beginning.now) }
  })

/** A new draft that nothing opens yet. */
export async function addDraft(tx: Tx, { form, language, pages, now }: Beginning): Promise<Draft> {
  const draft = {
    id: randomUUID(),
    form,
    pages: Object.fromEntries(Object.entries(pages).map(([slug, fields]) => [slug, { fields, revision: 1 }])),
    email: null,
    confirmedEmail: null,
    caseId: null,
    beganAt: now,
    expiresAt: expiryAfter(now),
  }
  await tx.insert(drafts).values({ ...draft, language, touchedAt: now })
  return draft
}

/** A new secret for a browser. */
export async function giveKey(tx: Tx, draftId: string, now: Date): Promise<string> {
  const secret = newSecret()
  await tx
    .insert(draftKeys)
    .values({ id: randomUUID(), draftId, purpose: 'browser', secretHash: hashOf(secret), createdAt: now })
  return secret
}

const DRAFT = {
  id: drafts.id,
  form: drafts.form,
  pages: drafts.pages,
  email: drafts.email,
  confirmedEmail: drafts.confirmedEmail,
  caseId: drafts.caseId,
  beganAt: drafts.beganAt,
  expiresAt: drafts.expiresAt,
}

/** The draft that the browser's secret opens; none when it is another's, has expired, or there is no such draft. */
export async function openDraft(
  db: Db,
  { id, form, secret, now }: { id: string; form: string; secret: string | undefined; now: Date },
): Promise<Draft | undefined> {
  if (secret === undefined || !isUuid(id)) return undefined
  const [draft] = await db
    .select(DRAFT)
    .from(draftKeys)
    .innerJoin(drafts, eq(drafts.id, draftKeys.draftId))
    .where(
      and(
        eq(draftKeys.secretHash, hashOf(secret)),
        eq(draftKeys.purpose, 'browser'),
        eq(drafts.id, id),
        eq(drafts.form, form),
        gt(drafts.expiresAt, now),
      ),
    )
  return draft
}

/** All that was typed into a draft. */
export const typedInto = (pages: Draft['pages']): Typed =>
  Object.assign({}, ...Object.values(pages).map(({ fields }) => fields)) as Typed
