// The verification that somebody asks for on the desk: it goes on after the answer, and what came of it is kept.
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { recordOfficeEvent } from '../../events/record.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import type { Log } from '../../kernel/log.ts'
import type { By } from '../../staff/by.ts'
import { auditVerifications } from '../tables.ts'
import { faultLine } from './fault-line.ts'
import { verifyAudit } from './verify-audit.ts'

// Longer than any transaction takes: what is being written now belongs to the next digest.
const STILL_BEING_WRITTEN_MS = 5 * 60_000
const MOST_LINES = 20
const BEAT_MS = 10_000
const isAlive = sql<boolean>`${auditVerifications.aliveAt} > now() - interval '1 minute'`

/** The latest verifications, the newest first; `alive` is false for one whose process ended under way. */
export const verifications = (db: Db) =>
  db
    .select({
      state: auditVerifications.state,
      askedBy: auditVerifications.askedBy,
      startedAt: auditVerifications.startedAt,
      finishedAt: auditVerifications.finishedAt,
      until: auditVerifications.until,
      events: auditVerifications.events,
      faults: auditVerifications.faults,
      digest: auditVerifications.digest,
      faultLines: auditVerifications.faultLines,
      alive: isAlive,
    })
    .from(auditVerifications)
    .orderBy(desc(auditVerifications.startedAt))
    .limit(10)

/** Notes that somebody wants it; none where one is under way already, in whichever process. */
export async function askForVerification(tx: Tx, staffId: string, by: By): Promise<string | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('reports.verification'))`)
  const [underWay] = await tx
    .select({ id: auditVerifications.id })
    .from(auditVerifications)
    .where(
      and(
        eq(auditVerifications.state, 'running'),
        gt(auditVerifications.aliveAt, sql`now() - interval '1 minute'`),
      ),
    )
  if (underWay) return undefined
  const id = randomUUID()
  const until = new Date(by.at.getTime() - STILL_BEING_WRITTEN_MS)
  await tx
    .insert(auditVerifications)
    .values({ id, askedBy: staffId, state: 'running', startedAt: by.at, until })
  await recordOfficeEvent(tx, { type: 'audit.verification-asked', ...by, details: { verificationId: id } })
  return id
}

/** Verifies everything and notes what came of it. Never rejects. */
export async function runVerification(
  { db, log, now }: { db: Db; log: Pick<Log, 'warn'>; now: () => Date },
  id: string,
): Promise<void> {
  const note = (values: Partial<typeof auditVerifications.$inferInsert>) =>
    db.update(auditVerifications).set(values).where(eq(auditVerifications.id, id))
  const beat = setInterval(() => {
    db.update(auditVerifications)
      .set({ aliveAt: sql`now()` })
      .where(eq(auditVerifications.id, id))
      .catch(() => undefined)
  }, BEAT_MS).unref()
  const faultLines: string[] = []
  try {
    const [asked] = await db
      .select({ until: auditVerifications.until })
      .from(auditVerifications)
      .where(eq(auditVerifications.id, id))
    const summary = await verifyAudit(
      db,
      fault => void (faultLines.length < MOST_LINES && faultLines.push(faultLine(fault))),
      { ...asked },
    )
    const { events, faults, digest } = summary
    const state = faults > 0 ? 'faulty' : 'whole'
    await note({ state, finishedAt: now(), events, faults, digest, faultLines })
  } catch (error) {
    log.warn({ err: error, verificationId: id }, 'the audit trail could not be verified')
    await note({ state: 'failed', finishedAt: now() }).catch(() => undefined)
  } finally {
    clearInterval(beat)
  }
}
