// A file changes hands: from a draft, or from nobody, to the case that a submission or an answer belongs to.
import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { documents } from './tables.ts'

export interface Claim {
  documentId: string
  caseId: string
}

/**
 * Gives each file to its case, all in one statement. Returns the ids of those that could not be given: removed, infected, or
 * another case's by now. The caller decides, and rolls back.
 */
export async function claimDocuments(tx: Tx, claims: readonly Claim[]): Promise<string[]> {
  if (claims.length === 0) return []
  const wanted = claims.map(({ documentId: id, caseId }) => ({ id, caseId }))
  const { rows } = await tx.execute<{ id: string; case_id: string }>(sql`
    update ${documents} set case_id = wanted."caseId"
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(id uuid, "caseId" uuid)
    where documents.id = wanted.id and documents.case_id is null and removed_at is null and scan <> 'infected'
    returning documents.id, documents.case_id`)
  // Two cases that want one file: the statement gives it to one of them.
  const given = new Map(rows.map(({ id, case_id: caseId }) => [id, caseId]))
  return claims.filter(claim => given.get(claim.documentId) !== claim.caseId).map(claim => claim.documentId)
}

/** Gives files that are nobody's yet to a draft: as those that were brought there. What is gone meanwhile is left out. */
export async function giveToDraft(tx: Tx, draftId: string, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return
  await tx
    .update(documents)
    .set({ draftId, tokenHash: null })
    .where(
      and(
        inArray(documents.id, [...documentIds]),
        isNull(documents.draftId),
        isNull(documents.caseId),
        isNull(documents.removedAt),
      ),
    )
}
