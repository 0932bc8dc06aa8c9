// Files that a machine, an answer or an email brought, named by the token that only their sender has.
import { createHash } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { KEPT, type KeptDocument } from './documents.ts'
import { documents } from './tables.ts'

export const UPLOAD_HOURS = 24

/** A token is random, 24 bytes: guessing has no prospects, so its hash needs no salt. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

export interface Upload extends KeptDocument {
  /** Some case or draft has it by now. */
  used: boolean
}

/** The uploads by their tokens; a token that leads to nothing, or to what is about to be purged, is left out. */
export async function uploadsBy(
  db: Db | Tx,
  tokens: readonly string[],
  now: Date,
): Promise<Map<string, Upload>> {
  const byHash = new Map(tokens.map(token => [tokenHash(token).toString('hex'), token]))
  const rows = await db
    .select({
      ...KEPT,
      hash: documents.tokenHash,
      caseId: documents.caseId,
      draftId: documents.draftId,
      removedAt: documents.removedAt,
    })
    .from(documents)
    .where(
      inArray(
        documents.tokenHash,
        tokens.map(token => tokenHash(token)),
      ),
    )
  const oldest = now.getTime() - UPLOAD_HOURS * 3_600_000
  const found = new Map<string, Upload>()
  for (const { hash, caseId, draftId, removedAt, ...kept } of rows) {
    const used = caseId !== null || draftId !== null
    if (kept.scan === 'infected') continue
    const token = byHash.get(hash?.toString('hex') ?? '')
    if (token === undefined || removedAt !== null || (!used && kept.createdAt.getTime() < oldest)) continue
    found.set(token, { ...kept, used })
  }
  return found
}
