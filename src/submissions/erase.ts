// Erasing what an applicant sent and what was written about them. What happened, and when, stays: the chain of events holds.
import { and, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { appendToCase } from '../cases/append-event.ts'
import { eraseLinks } from '../cases/applicant/links.ts'
import { eraseApplicant } from '../cases/erase-applicant.ts'
import { PERSONAL_DATA_ERASED } from '../cases/events.ts'
import type { Actor } from '../events/define-event.ts'
import { removeDocuments } from '../documents/remove.ts'
import { eraseWords } from '../events/erase-words.ts'
import { hasOpenWork } from '../events/open-work.ts'
import { eraseOrganisations } from '../routing/routing-decisions.ts'
import { idempotencyKeys, submissions } from './tables.ts'

export const ERASURE_REASONS = ['person-asked', 'retention-ended', 'legal-duty'] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

export interface Erasure {
  actor: Actor
  at: Date
  reasonCode: ErasureReason
}

/**
 * Erases the answers, the files with their names, the words on the case's events, the applicant in the case and in decisions of routing, and the keys of their requests, and records that.
 * The bytes of the files go within a minute of the commit, by `documents/sweep.ts`. Their emails stand a floor above: `notifications/erase-deliveries.ts`, in the same transaction. Returns false when nothing was
 * left to erase; what has been written since an earlier erasure is erased and recorded again.
 * Throws `not-found`; `transition-not-allowed` for an open case; `changed-meanwhile` while emails are still being written.
 */
export async function erasePersonalData(tx: Tx, caseId: string, erasure: Erasure): Promise<boolean> {
  const { before } = await eraseApplicant(tx, caseId, erasure.at)
  // Nothing new can begin while we hold the case's row, but what began before it would write the data down again.
  if (await hasOpenWork(tx, caseId)) {
    throw new Problem(
      'changed-meanwhile',
      'Emails of this case are still being written. Try again in a minute.',
    )
  }
  await tx
    .update(submissions)
    .set({ answers: null, salt: null })
    .where(and(eq(submissions.caseId, caseId), isNotNull(submissions.answers)))
  const files = await removeDocuments(tx, { caseId }, erasure.at)
  await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.caseId, caseId))
  await eraseLinks(tx, caseId)
  const words = await eraseWords(tx, caseId)
  const decisions = await eraseOrganisations(tx, caseId)
  if (before && words === 0 && files === 0 && decisions === 0) return false
  const { actor, at, reasonCode } = erasure
  await appendToCase(tx, caseId, { event: PERSONAL_DATA_ERASED, at, actor, details: { reasonCode } })
  return true
}
