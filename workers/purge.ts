import { forgetApplicantLinks } from '../src/cases/applicant/links.ts'
import type { Db } from '../src/kernel/database.ts'
import { forgetDoneWork } from '../src/events/outbox.ts'
import { forgetMail } from '../src/inbound/forget-mail.ts'
import { forgetDraftLetters } from '../src/notifications/forget-draft-letters.ts'
import { forgetSignIns } from '../src/staff/forget-sign-ins.ts'
import { eraseAccessNeeds } from '../src/submissions/erase-access-needs.ts'
import { forgetDrafts } from '../src/submissions/drafts/forget-drafts.ts'
import { forgetGate } from '../src/submissions/gate/share-counts.ts'
import { forgetIdempotencyKeys } from '../src/submissions/forget-idempotency-keys.ts'
import { forgetBulkActions } from '../src/triage/bulk/forget-bulk-actions.ts'
import { forgetSearches } from '../src/triage/search/kept-searches.ts'

const HOUR_MS = 3_600_000

/** Removes what has served its time: idempotency keys after 48 hours, settled outbox rows after a week, ended sessions, searches and what was done in bulk after a month, links of applicants a year after their end, access needs a month after the end of their case, drafts a month after their last change with what was mailed about them, and what was in mail after as many days as the setting says. */
export async function purge(
  db: Db,
  now: Date,
  { inboundKeptDays }: { inboundKeptDays: number },
): Promise<void> {
  await forgetIdempotencyKeys(db, new Date(now.getTime() - 48 * HOUR_MS))
  await forgetGate(db, now)
  await forgetDoneWork(db)
  await forgetSignIns(db)
  await forgetApplicantLinks(db)
  await forgetDrafts(db, now)
  await eraseAccessNeeds(db, now)
  await forgetDraftLetters(db, new Date(now.getTime() - 30 * 24 * HOUR_MS))
  await forgetSearches(db, now)
  await forgetBulkActions(db, now)
  await forgetMail(db, new Date(now.getTime() - inboundKeptDays * 24 * HOUR_MS))
}
