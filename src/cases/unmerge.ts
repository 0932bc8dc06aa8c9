// Taking a duplicate out again: it is as it was when it was merged, and owes the same date.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { happened } from '../events/happened.ts'
import { record } from '../events/record.ts'
import { appendToCase } from './append-event.ts'
import { CASE_UNMERGED, DUPLICATE_LEFT } from './events.ts'
import type { State } from './states.ts'
import { cases, type Hold } from './tables.ts'

type CaseRow = typeof cases.$inferSelect

/** What a case was before it was merged; moments as ISO strings, as they stand in the event. */
export interface BeforeMerge {
  state: State
  dueAt: string | null
  remindAt: string | null
  remindedAt: string | null
  holds: Hold[]
}

/** What the event of a merge keeps of the case, so that nothing of it is lost. */
export const beforeMerge = ({ state, dueAt, remindAt, remindedAt, holds }: CaseRow): BeforeMerge => ({
  state,
  dueAt: dueAt?.toISOString() ?? null,
  remindAt: remindAt?.toISOString() ?? null,
  remindedAt: remindedAt?.toISOString() ?? null,
  holds,
})

/** Throws `transition-not-allowed` for a case that is no duplicate, or whose personal data was erased. */
export async function unmerge(
  tx: Tx,
  theCase: CaseRow,
  { reason, actor, at }: { reason: string; actor: Actor; at: Date },
): Promise<CaseRow> {
  // Both rows, in one order: a merge the other way may be under way.
  await tx
    .select({ id: cases.id })
    .from(cases)
    .where(inArray(cases.id, [theCase.id, theCase.duplicateOf ?? theCase.id]))
    .orderBy(asc(cases.id))
    .for('no key update')
  const merged = (await happened(tx, theCase.id, 'case.mark-duplicate')).at(-1)
  const before = merged?.details['before'] as BeforeMerge | undefined
  if (!before || theCase.erasedAt !== null) throw notMerged(theCase.reference)
  const [restored] = await tx
    .update(cases)
    .set({
      state: before.state,
      dueAt: dateOf(before.dueAt),
      remindAt: dateOf(before.remindAt),
      remindedAt: dateOf(before.remindedAt),
      holds: before.holds,
      duplicateOf: null,
      version: sql`${cases.version} + 1`,
    })
    .where(and(eq(cases.id, theCase.id), eq(cases.state, 'duplicate')))
    .returning()
  if (!restored) throw notMerged(theCase.reference)
  await record(tx, theCase.id, restored.version, {
    event: CASE_UNMERGED,
    at,
    actor,
    details: { transition: 'unmerge', from: 'duplicate', to: before.state, dueAt: before.dueAt },
    words: { reason },
  })
  if (theCase.duplicateOf !== null) {
    const details = { duplicate: theCase.reference }
    await appendToCase(tx, theCase.duplicateOf, { event: DUPLICATE_LEFT, at, actor, details })
  }
  return restored
}

const dateOf = (moment: string | null) => (moment === null ? null : new Date(moment))

const notMerged = (reference: string) =>
  new Problem('transition-not-allowed', `Case ${reference} is not merged into another one now.`)
