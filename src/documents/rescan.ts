// Files that nobody has looked at yet, because the scanner was away or there was none, are looked at as soon as there is one.
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { appendToCase } from '../cases/append-event.ts'
import { DOCUMENT_INFECTED } from '../cases/events.ts'
import type { Verdict } from '../kernel/virus-scanner.ts'
import type { DocumentDeps } from './keep-document.ts'
import type { ScanState } from './kinds.ts'
import { documents } from './tables.ts'

const BATCH = 100
const TO_SCAN: readonly ScanState[] = ['pending', 'unscanned']
const NIL = '00000000-0000-0000-0000-000000000000'

interface Waiting {
  id: string
  caseId: string | null
  createdAt: Date
}

/**
 * Asks the scanner about every file that it has not seen, oldest first. One that cannot be scanned holds up no other and is asked
 * about again the next time. An infected one stays, is handed out to nobody, and its case's people are told. Returns how many of a
 * case were found infected: they have emails to send. Throws when the scanner is away.
 */
export async function rescan(deps: DocumentDeps): Promise<number> {
  const { db, scanner } = deps
  if (!scanner) return 0
  let told = 0
  let last: Waiting = { id: NIL, caseId: null, createdAt: new Date(0) }
  for (;;) {
    const waiting = await waitingAfter(db, last)
    if (waiting.length > 0 && last.id === NIL) await scanner.version()
    for (const file of waiting) {
      const verdict = await verdictOn(deps, file.id)
      if (verdict && (await settle(deps, file, verdict)) && file.caseId !== null) told += 1
    }
    const end = waiting.at(-1)
    if (!end || waiting.length < BATCH) return told
    last = end
  }
}

const waitingAfter = (db: Db, { createdAt, id }: Waiting): Promise<Waiting[]> =>
  db
    .select({ id: documents.id, caseId: documents.caseId, createdAt: documents.createdAt })
    .from(documents)
    .where(
      and(
        inArray(documents.scan, [...TO_SCAN]),
        isNull(documents.removedAt),
        sql`(${documents.createdAt}, ${documents.id}) > (${createdAt.toISOString()}::timestamptz, ${id}::uuid)`,
      ),
    )
    .orderBy(asc(documents.createdAt), asc(documents.id))
    .limit(BATCH)

async function verdictOn(
  { files, scanner, log }: DocumentDeps,
  documentId: string,
): Promise<Verdict | undefined> {
  try {
    return await scanner?.scan(await files.read(documentId))
  } catch (error) {
    log.warn({ err: error, documentId }, 'a file could not be scanned; it waits')
    return undefined
  }
}

// Another process may have settled it meanwhile, or the applicant taken it away. Returns whether an infection is news.
async function settle({ db, clock, log }: DocumentDeps, { id }: Waiting, verdict: Verdict): Promise<boolean> {
  return db.transaction(async tx => {
    const at = clock.now()
    const [settled] = await tx
      .update(documents)
      .set({ scan: verdict, scannedAt: at })
      .where(and(eq(documents.id, id), inArray(documents.scan, [...TO_SCAN]), isNull(documents.removedAt)))
      .returning({ caseId: documents.caseId })
    if (!settled || verdict === 'clean') return false
    log.warn({ documentId: id }, 'a virus was found in a file; it is kept apart')
    if (settled.caseId === null) return true
    const actor = { kind: 'system', id: 'scanner' } as const
    const details = { documentId: id }
    await appendToCase(tx, settled.caseId, { event: DOCUMENT_INFECTED, at, actor, details })
    return true
  })
}
