import { and, asc, eq, ne, sql } from 'drizzle-orm'
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

/** Erases from the decisions of a case by which organisation somebody was left out. Returns in how many it stood. */
export async function eraseOrganisations(tx: Tx, caseId: string): Promise<number> {
  // The database allows this one change, and defines it: `migrations/0028_erased_routing.sql`.
  const erased = sql<RoutingDecision>`without_organisations(${table.decision})`
  const changed = await tx
    .update(table)
    .set({ decision: erased })
    .where(and(eq(table.caseId, caseId), ne(table.decision, erased)))
    .returning({ sequence: table.sequence })
  return changed.length
}
