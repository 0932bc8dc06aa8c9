// Files that came with what an applicant says: from now on the case's.
import { claimDocuments } from '../documents/claim.ts'
import { uploadsBy } from '../documents/uploads.ts'
import type { Tx } from '../kernel/database.ts'

/** Gives those of the uploads that are nobody's yet to the case, in the caller's transaction. Returns their ids. */
export async function claimUploads(
  tx: Tx,
  caseId: string,
  tokens: readonly string[],
  at: Date,
): Promise<string[]> {
  if (tokens.length === 0) return []
  const uploads = [...(await uploadsBy(tx, tokens, at)).values()].filter(({ used }) => !used)
  const claims = uploads.map(({ id }) => ({ documentId: id, caseId }))
  const lost = new Set(await claimDocuments(tx, claims))
  return claims.map(({ documentId }) => documentId).filter(id => !lost.has(id))
}
