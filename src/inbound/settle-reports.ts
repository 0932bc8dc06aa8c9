import type { Tx } from '../kernel/database.ts'
import { sentEmails, settleBounced } from '../notifications/sent-emails.ts'
import type { Verdict } from './judge.ts'
import type { DeliveryReport } from './reading/incoming.ts'

/**
 * Settles the emails of ours that the report says were not delivered. Their Message-ID is what shows that the report is about
 * one: nobody else knows it but who had the email. Returns `later` while one of them is still going out.
 */
export async function settleReports(
  tx: Tx,
  reports: readonly DeliveryReport[],
  at: Date,
): Promise<Verdict | 'later'> {
  let caseId: string | null = null
  let settled = 0
  for (const { action, messageId, status } of reports) {
    if (action !== 'failed' || messageId === null) continue
    const [email] = await sentEmails(tx, [messageId])
    if (!email) continue
    caseId = email.caseId
    const outcome = await settleBounced(tx, email.id, { status, at })
    if (outcome === 'later') return 'later'
    if (outcome === 'settled') settled += 1
  }
  return settled > 0
    ? { state: 'bounce', reason: null, caseId }
    : { state: 'automatic', reason: 'delivery-report', caseId }
}
