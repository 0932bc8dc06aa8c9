// The files of a draft or a case, as rows.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import type { FileKind, ScanState } from './kinds.ts'
import { documents } from './tables.ts'

/** Whom a file belongs to. */
export type Owner = { draftId: string } | { caseId: string }

export interface KeptDocument {
  id: string
  /** As the applicant's machine called it. */
  name: string
  kind: FileKind
  size: number
  sha256: Buffer
  scan: ScanState
  createdAt: Date
}

export const KEPT = {
  id: documents.id,
  name: documents.name,
  kind: documents.kind,
  size: documents.size,
  sha256: documents.sha256,
  scan: documents.scan,
  createdAt: documents.createdAt,
}

/** The files of the draft or case, in the order in which they came. Those of a draft also when its case has them by now. */
export const documentsOf = (db: Db | Tx, owner: Owner): Promise<KeptDocument[]> =>
  db
    .select(KEPT)
    .from(documents)
    .where(and(belongsTo(owner), isNull(documents.removedAt)))
    .orderBy(asc(documents.createdAt), asc(documents.id))

export const belongsTo = (owner: Owner) =>
  'draftId' in owner ? eq(documents.draftId, owner.draftId) : eq(documents.caseId, owner.caseId)
