// Before a case is read: its reader says whether they have a conflict of interest in it. Once for each person and case.
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { appendToCase } from './append-event.ts'
import { NO_CONFLICT_DECLARED } from './events.ts'
import { declarations } from './tables.ts'

/** Records that the person has no conflict of interest in the case. Again changes nothing. */
export async function declareNoConflict(
  tx: Tx,
  caseId: string,
  { staffId, actor, at }: { staffId: string; actor: Actor; at: Date },
): Promise<void> {
  const declared = await tx
    .insert(declarations)
    .values({ caseId, staffId, declaredAt: at })
    .onConflictDoNothing()
    .returning({ caseId: declarations.caseId })
  if (declared.length === 0) return
  await appendToCase(tx, caseId, { event: NO_CONFLICT_DECLARED, at, actor, details: { staffId } })
}

/** Whether the person has said that they have no conflict of interest in the case. */
export async function hasDeclared(db: Db | Tx, staffId: string, caseId: string): Promise<boolean> {
  const found = await db
    .select({ one: sql`1` })
    .from(declarations)
    .where(and(eq(declarations.caseId, caseId), eq(declarations.staffId, staffId)))
  return found.length > 0
}

/** The person has to declare anew, should they ever see the case again. */
export async function withdrawDeclaration(tx: Tx, staffId: string, caseId: string): Promise<void> {
  await tx.delete(declarations).where(and(eq(declarations.caseId, caseId), eq(declarations.staffId, staffId)))
}

/** Throws `declaration-needed`. */
export async function requireDeclared(
  db: Db | Tx,
  staffId: string,
  { id, reference }: { id: string; reference: string },
): Promise<void> {
  if (await hasDeclared(db, staffId, id)) return
  throw new Problem(
    'declaration-needed',
    `Say first whether you have a conflict of interest in ${reference}: POST /api/v1/cases/${reference}/declaration with {"conflict":"no"}, or "yes" and a reason.`,
  )
}
