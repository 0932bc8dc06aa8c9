import { asc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import type { RoutingDecision } from './decision.ts'
import { routingDecisions as table } from './tables.ts'

export interface StoredDecision {
  /** From 1, by case. */
  sequence: number
  decidedAt: Date
  decision: RoutingDecision
}

/**
 * Keeps a decision as the newest of its case and returns its sequence. The caller holds the case's row, so that nobody
 * else writes this sequence; who does not is refused by `routing_decisions_pkey`.
 */
export async function recordRoutingDecision(
  tx: Tx,
  caseId: string,
  decision: RoutingDecision,
): Promise<number> {
  const next = sql<number>`(select coalesce(max(sequence), 0) + 1 from routing_decisions where case_id = ${caseId})`
  const [row] = await tx
    .insert(table)
    .values({
      caseId,
      sequence: next,
      outcome: decision.outcome,
      ruleId: decision.rule?.id ?? null,
      assigneeId: decision.assignee?.staffId ?? null,
      decision,
    })
    .returning({ sequence: table.sequence })
  if (!row) throw new Error(`The routing decision of case ${caseId} was not stored.`)
  return row.sequence
}

/** The decisions taken for a case, the oldest first. */
export const routingDecisions = (db: Db | Tx, caseId: string): Promise<StoredDecision[]> =>
  db
    .select({ sequence: table.sequence, decidedAt: table.decidedAt, decision: table.decision })
    .from(table)
    .where(eq(table.caseId, caseId))
    .orderBy(asc(table.sequence))
