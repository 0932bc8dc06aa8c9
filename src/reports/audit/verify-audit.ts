// The whole audit: the chains of events, and all that they vouch for, against what stands in the other tables.
import { sql } from 'drizzle-orm'
import { PERSONAL_DATA_ERASED } from '../../cases/events.ts'
import type { ChainSummary, Fault } from '../../events/verify-chain.ts'
import { verifyEvents } from '../../events/verify-events.ts'
import type { Db } from '../../kernel/database.ts'
import { verifyCases } from './verify-cases.ts'
import { verifySubmissions } from './verify-submissions.ts'
import { verifyWordings } from './verify-wordings.ts'

export interface AuditSummary extends ChainSummary {
  submissions: number
  wordings: number
  faults: number
}

export type OnFault = (fault: Fault) => void

/**
 * Checks everything and reports each fault as it is found. Sees the database as it was at the start, whatever is added
 * meanwhile, and holds a page of it at a time. `until`: the moment up to which the digest goes; all when it is left out.
 */
export async function verifyAudit(
  db: Db,
  onFault: OnFault,
  { until }: { until?: Date } = {},
): Promise<AuditSummary> {
  let faults = 0
  const counted: OnFault = fault => {
    faults += 1
    onFault(fault)
  }
  return db.transaction(
    async tx => {
      await tx.execute(sql`set local statement_timeout = 0`)
      const chains = await verifyEvents(tx, { onFault: counted, erasure: PERSONAL_DATA_ERASED.type, until })
      await verifyCases(tx, counted)
      const submissions = await verifySubmissions(tx, counted)
      const wordings = await verifyWordings(tx, counted)
      return { ...chains, submissions, wordings, faults }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
