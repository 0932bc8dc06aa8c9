// Taking a duplicate out again: it is as it was when it was merged, and owes the same date. Where we wait for the applicant
// the time that it was merged is given back: nobody could answer meanwhile.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { happened } from '../events/happened.ts'
import { record } from '../events/record.ts'
import { appendToCase } from './append-event.ts'
import type { BeforeClosing } from './before-closing.ts'
import { CASE_UNMERGED, CASE_UNMERGED_HELD, DUPLICATE_LEFT } from './events.ts'
import { workingDaysOnHold } from './service-standard.ts'
import type { StandardAt } from './standards.ts'
import { STATE } from './states.ts'
import { cases } from './tables.ts'
import { addWorkingDays } from './working-days.ts'

type CaseRow = typeof cases.$inferSelect

/** Throws `transition-not-allowed` for a case that is no duplicate, or whose personal data was erased. */
export async function unmerge(
  tx: Tx,
  theCase: CaseRow,
  { reason, actor, at, standard }: { reason: string; actor: Actor; at: Date; standard: StandardAt },
): Promise<CaseRow> {
  // Both rows, in one order: a merge the other way may be under way.
  await tx
    .select({ id: cases.id })
    .from(cases)
    .where(inArray(cases.id, [theCase.id, theCase.duplicateOf ?? theCase.id]))
    .orderBy(asc(cases.id))
    .for('no key update')
  const merged = (await happened(tx, theCase.id, 'case.mark-duplicate')).at(-1)
  const before = merged?.details['before'] as BeforeClosing | undefined
  if (!merged || !before || theCase.erasedAt !== null) throw notMerged(theCase.reference)
  const { dueAt, remindAt } = datesAfter(before, { from: merged.at, to: at }, standard)
  const quarantine = before.quarantine ?? null
  const [restored] = await tx
    .update(cases)
    .set({
      state: before.state,
      dueAt,
      remindAt,
      remindedAt: dateOf(before.remindedAt),
      holds: before.holds,
      quarantine,
      duplicateOf: null,
      version: sql`${cases.version} + 1`,
    })
    .where(and(eq(cases.id, theCase.id), eq(cases.state, 'duplicate')))
    .returning()
  if (!restored) throw notMerged(theCase.reference)
  await record(tx, theCase.id, restored.version, {
    event: quarantine === null ? CASE_UNMERGED : CASE_UNMERGED_HELD,
    at,
    actor,
    details: {
      transition: 'unmerge',
      from: 'duplicate',
      to: before.state,
      dueAt: dueAt?.toISOString() ?? null,
      ...(quarantine !== null && { quarantine }),
    },
    words: { reason },
  })
  if (theCase.duplicateOf !== null) {
    const details = { duplicate: theCase.reference }
    await appendToCase(tx, theCase.duplicateOf, { event: DUPLICATE_LEFT, at, actor, details })
  }
  return restored
}

// What we owe stays; what the applicant owes moves on by the working days that ended while the case was merged.
function datesAfter(before: BeforeClosing, merged: { from: Date; to: Date }, standardAt: StandardAt) {
  const standard = standardAt(merged.to)
  const days = STATE[before.state].due === 'hold' ? workingDaysOnHold(merged, standard) : 0
  const moved = (moment: string | null) => {
    const date = dateOf(moment)
    return date === null || days === 0 ? date : addWorkingDays(date, days, standard)
  }
  return { dueAt: moved(before.dueAt), remindAt: moved(before.remindAt) }
}

const dateOf = (moment: string | null) => (moment === null ? null : new Date(moment))

const notMerged = (reference: string) =>
  new Problem('transition-not-allowed', `Case ${reference} is not merged into another one now.`)
