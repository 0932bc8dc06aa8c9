import { forgetApplicantLinks } from '../src/cases/applicant/links.ts'
import type { Db } from '../src/kernel/database.ts'
import { forgetDoneWork } from '../src/events/outbox.ts'
import { forgetMail } from '../src/inbound/forget-mail.ts'
import { eraseNeedsAfterMeeting } from '../src/meetings/erase-needs-after-meeting.ts'
import { forgetDraftLetters } from '../src/notifications/forget-draft-letters.ts'
import { forgetSignIns } from '../src/staff/forget-sign-ins.ts'
import { eraseAccessNeeds } from '../src/submissions/erase-access-needs.ts'
import { forgetDrafts } from '../src/submissions/drafts/forget-drafts.ts'
import { forgetGate } from '../src/submissions/gate/share-counts.ts'
import { forgetIdempotencyKeys } from '../src/submissions/forget-idempotency-keys.ts'
import { forgetBulkActions } from '../src/triage/bulk/forget-bulk-actions.ts'
import { forgetSearches } from '../src/triage/search/kept-searches.ts'

const HOUR_MS = 3_600_000

/** Removes what has served its time: idempotency keys after 48 hours, settled outbox rows after a week, ended sessions, searches and what was done in bulk after a month, links of applicants a year after their end, access needs a month after the end of their case, or after the one meeting that was asked for, drafts a month after their last change with what was mailed about them, and what was in mail after as many days as the setting says. What cannot be removed just now keeps nothing else from it; then throws. */
export async function purge(
  db: Db,
  now: Date,
  { inboundKeptDays }: { inboundKeptDays: number },
): Promise<void> {
  const after = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  const steps = [
    () => forgetIdempotencyKeys(db, after(48 * HOUR_MS)),
    () => forgetGate(db, now),
    () => forgetDoneWork(db),
    () => forgetSignIns(db),
    () => forgetApplicantLinks(db),
    () => forgetDrafts(db, now),
    () => eraseAccessNeeds(db, now),
    () => eraseNeedsAfterMeeting(db, now),
    () => forgetDraftLetters(db, after(30 * 24 * HOUR_MS)),
    () => forgetSearches(db, now),
    () => forgetBulkActions(db, now),
    () => forgetMail(db, after(inboundKeptDays * 24 * HOUR_MS)),
  ]
  const failures: unknown[] = []
  for (const step of steps) await step().catch((error: unknown) => failures.push(error))
  if (failures.length > 0)
    throw new AggregateError(failures, 'Not everything that has served its time was removed.')
}
