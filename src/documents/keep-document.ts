// A file on its way in: streamed to a waiting place, looked at, cleaned, scanned, stored; only then is there a row.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import type { FileStore } from '../kernel/file-store.ts'
import type { Log } from '../kernel/log.ts'
import type { VirusScanner } from '../kernel/virus-scanner.ts'
import { checkContent } from './content/check-content.ts'
import { contradicts, kindByName } from './content/declared-kind.ts'
import type { KeptDocument } from './documents.ts'
import { cleanName } from './file-name.ts'
import { FileRefused } from './file-refused.ts'
import { addRow } from './add-row.ts'
import { requireRoom } from './require-room.ts'
import { scanNow } from './scan.ts'
import { digestOf, spool } from './spool.ts'
import { tokenHash } from './uploads.ts'

export interface DocumentDeps {
  db: Db
  clock: Clock
  log: Log
  files: FileStore
  /** None where `CLAMD_URL` is not set. */
  scanner: VirusScanner | undefined
}

/** A file as it arrives. */
export interface IncomingFile {
  /** As the sender calls it. */
  name: string
  /** As the sender declares it, such as `application/pdf`; may be empty. */
  type: string
  bytes: Readable
}

/**
 * Keeps the file for the draft: at most five. Returns once the bytes are durable.
 * Throws `FileRefused` for what the applicant can mend; nothing of the file stays then.
 */
export const keepDocument = (
  deps: DocumentDeps,
  draftId: string,
  file: IncomingFile,
): Promise<KeptDocument> => keep(deps, file, { draftId, tokenHash: null })

/**
 * Keeps the file for nobody yet: whoever has the token can name it in a submission within 24 hours, then it is purged. For the
 * API, and for what comes with an answer or an email. Throws `FileRefused`.
 */
export async function keepUpload(
  deps: DocumentDeps,
  file: IncomingFile,
): Promise<KeptDocument & { token: string }> {
  const token = randomBytes(24).toString('base64url')
  return { ...(await keep(deps, file, { draftId: null, tokenHash: tokenHash(token) })), token }
}

interface Holder {
  draftId: string | null
  tokenHash: Buffer | null
}

async function keep(deps: DocumentDeps, { name: given, type, bytes }: IncomingFile, holder: Holder) {
  const name = cleanName(given)
  const kind = kindByName(name)
  if (!kind) throw new FileRefused('file-type')
  if (contradicts(kind, type)) throw new FileRefused('file-not-as-named')

  const { db, files, clock } = deps
  await requireRoom(db)
  const id = randomUUID()
  const path = join(files.spool, id)
  await mkdir(files.spool, { recursive: true, mode: 0o700 })
  try {
    await spool(bytes, path)
    await checkContent(path, kind)
    const digest = await digestOf(path)
    const scan = await scanNow(deps, path)
    await files.keep(id, { path, ...digest })
    const row = { id, ...holder, name, kind, ...digest, ...scan, createdAt: clock.now() }
    try {
      return await addRow(db, row)
    } catch (error) {
      // Bytes without a row are purged anyway; sooner is better.
      await files.remove(id).catch(() => {})
      throw error
    }
  } finally {
    await rm(path, { force: true })
  }
}
