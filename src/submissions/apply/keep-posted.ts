// A page that was sent: kept in its draft, and where to go from there.
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import type { Language } from '../../kernel/languages.ts'
import type { Form } from '../../forms/define-form.ts'
import { checkTyped, type TypedError } from '../../forms/paging/check-typed.ts'
import type { Typed } from '../../forms/paging/typed.ts'
import type { ReferenceSnapshot } from '../../roster/reference-snapshot.ts'
import { typedInto, type Draft } from '../drafts/drafts.ts'
import { keepPage } from '../drafts/keep-page.ts'
import type { KeptPage } from '../drafts/tables.ts'
import { withAnotherItem, withoutItem, type Posted } from './posted.ts'
import { neighbours } from './way.ts'

interface Sent {
  form: Form
  slug: string
  draft: Draft
  posted: Posted
  language: Language
  reference: ReferenceSnapshot
}

export type Answered =
  | { outcome: 'submitted' }
  | { outcome: 'kept'; typed: Typed; revision: number; go: string }
  | { outcome: 'wrong'; typed: Typed; revision: number; errors: TypedError[] }
  | { outcome: 'changed-elsewhere'; typed: Typed; theirs: KeptPage }

/** Keeps the page. `go` is the place of the form to go to; `wrong` is kept as well, but has to be corrected before going on. */
export async function keepPosted(
  { db, clock }: { db: Db; clock: Clock },
  { form, slug, draft, posted, language, reference }: Sent,
): Promise<Answered> {
  const { wish, revision } = posted
  const fields = fieldsAfter(posted)
  const now = clock.now()
  const kept = await keepPage(db, { draftId: draft.id, slug, fields, revision, language, now })
  const others = Object.fromEntries(Object.entries(draft.pages).filter(([page]) => page !== slug))
  const typed = { ...typedInto(others), ...fields }
  if (kept.outcome === 'closed') return { outcome: 'submitted' }
  if (kept.outcome === 'changed-elsewhere')
    return { outcome: 'changed-elsewhere', typed, theirs: kept.theirs }
  const done = { outcome: 'kept' as const, typed, revision: kept.revision }
  if (
    wish.to === 'add' ||
    wish.to === 'remove' ||
    wish.to === 'remove-file' ||
    wish.to === 'language' ||
    wish.to === 'nothing'
  )
    return { ...done, go: slug }
  if (wish.to === 'later') return { ...done, go: 'return' }
  const { before, after } = neighbours(form, typed, slug)
  if (wish.to === 'back') return { ...done, go: before?.slug ?? slug }
  const isJurisdiction = (id: string) => reference.isJurisdiction(id)
  const { errors = [] } = checkTyped(form, typed, { language, now, isJurisdiction })
  const here = errors.filter(({ page }) => page?.slug === slug)
  if (here.length > 0) return { ...done, outcome: 'wrong', errors: here }
  if (!posted.fromCheck) return { ...done, go: after?.slug ?? 'check' }
  // A change may have called for questions that were not asked before.
  return { ...done, go: errors.find(({ page }) => page)?.page?.slug ?? 'check' }
}

function fieldsAfter({ fields, wish }: Posted): Typed {
  if (wish.to === 'add') return withAnotherItem(fields, wish.name)
  return wish.to === 'remove' ? withoutItem(fields, wish.name) : fields
}
