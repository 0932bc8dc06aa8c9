import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import { ERASED_DOMAIN } from '../cases/erase-applicant.ts'
import type { Tx } from '../kernel/database.ts'
import { deliveries, suppressions } from './tables.ts'

const isOfApplicant = inArray(deliveries.audience, ['applicant', 'point-of-contact'])
// Codes of ours, with which nothing of a server's answer is kept.
const OWN_CODE = '^(refused-[0-9]+|bounced-[0-9a-z.]+|gave-up|suppressed)$'

/**
 * Erases the emails of a case: their text, and to whom they went outside the staff. That they were sent, when, and what
 * became of them stays. One that has not gone out is cancelled; of one that was going out nobody will know. Again changes
 * nothing. Returns how many emails the case has.
 */
export async function eraseDeliveries(tx: Tx, caseId: string): Promise<number> {
  await forgetSuppressions(tx, caseId)
  const { state, settledAt, id, audience, domain, address, name, lastError } = deliveries
  const unsettled = sql`${state} in ('pending','retry','claimed','data-started')`
  const erased = await tx
    .update(deliveries)
    .set({
      subject: '',
      text: '',
      html: '',
      linkSecret: null,
      response: null,
      lastError: sql`case when ${unsettled} then 'erased' when ${lastError} ~ ${OWN_CODE} then ${lastError} end`,
      address: sql`case when ${audience} = 'staff' then ${address} else ${id}::text || ${`@${ERASED_DOMAIN}`} end`,
      name: sql`case when ${audience} = 'staff' then ${name} else '' end`,
      domain: sql`case when ${audience} = 'staff' then ${domain} else ${ERASED_DOMAIN} end`,
      state: sql`case when ${state} = 'data-started' then 'uncertain' when ${unsettled} then 'cancelled' else ${state} end`,
      settledAt: sql`case when ${unsettled} then now() else ${settledAt} end`,
      leaseUntil: null,
      // Whoever is sending one now has lost it, and writes nothing about it any more.
      fence: sql`${deliveries.fence} + (${unsettled})::int`,
    })
    .where(eq(deliveries.stream, caseId))
    .returning({ id: deliveries.id })
  return erased.length
}

// An address that other cases still write to stays suppressed for them.
async function forgetSuppressions(tx: Tx, caseId: string): Promise<void> {
  const ofCase = tx
    .select({ address: sql<string>`lower(${deliveries.address})` })
    .from(deliveries)
    .where(and(eq(deliveries.stream, caseId), isOfApplicant))
  const ofOthers = tx
    .select({ one: sql`1` })
    .from(deliveries)
    .where(
      sql`lower(${deliveries.address}) = ${suppressions.address} and ${deliveries.stream} is distinct from ${caseId}`,
    )
  await tx.delete(suppressions).where(and(inArray(suppressions.address, ofCase), notExists(ofOthers)))
}
