// A file as it goes out: never opened by the browser as a page of ours, never under a name that a stranger chose.
import { and, eq, isNull } from 'drizzle-orm'
import type { Readable } from 'node:stream'
import type { Db } from '../kernel/database.ts'
import { FileMissing, type FileStore } from '../kernel/file-store.ts'
import { Problem } from '../kernel/problem.ts'
import { readableCase } from '../cases/visible-cases.ts'
import type { SignedIn } from '../staff/api-tokens.ts'
import { FILE_TYPES, mayBeHandedOut } from './kinds.ts'
import { documents } from './tables.ts'

export interface HandedOut {
  headers: Readonly<Record<string, string>>
  bytes: Readable
}

interface HandOutDeps {
  db: Db
  files: FileStore
}

/** The file, for staff who may read its case. Throws as `readableCase` does, and as `fileOfCase`. */
export async function handOut(
  deps: HandOutDeps,
  me: SignedIn,
  { reference, id }: { reference: string; id: string },
): Promise<HandedOut> {
  return fileOfCase(deps, await readableCase(deps.db, me, reference), id)
}

/**
 * The file, for whoever has been let in to the case. Throws `not-found` for one that is another case's or gone, and
 * `document-held-back` until it is known to be clean.
 */
export async function fileOfCase(
  { db, files }: HandOutDeps,
  theCase: { id: string; reference: string },
  id: string,
): Promise<HandedOut> {
  const [found] = await db
    .select({ kind: documents.kind, size: documents.size, scan: documents.scan })
    .from(documents)
    .where(and(eq(documents.id, id), eq(documents.caseId, theCase.id), isNull(documents.removedAt)))
  if (!found) throw noSuchFile()
  if (!mayBeHandedOut(found.scan)) {
    throw new Problem('document-held-back', HELD_BACK[found.scan === 'infected' ? 'infected' : 'pending'])
  }
  const bytes = await files.read(id).catch((error: unknown) => {
    throw error instanceof FileMissing ? noSuchFile() : error
  })
  return { bytes, headers: headersFor(found, `${theCase.reference}-${id.slice(0, 8)}.${found.kind}`) }
}

const HELD_BACK = {
  pending: 'The virus scanner has not looked at this file yet. Try again in a few minutes.',
  infected: 'A virus was found in this file. It is held back from everyone: ask for another copy.',
} as const

const headersFor = ({ kind, size }: { kind: keyof typeof FILE_TYPES; size: number }, name: string) => ({
  'content-type': FILE_TYPES[kind],
  'content-length': String(size),
  'content-disposition': `attachment; filename="${name}"`,
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
})

const noSuchFile = () => new Problem('not-found', 'This case has no such file.')
