// One step on several cases, each by itself: its own guard, its own transaction, its own result.
import { and, eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../../kernel/database.ts'
import type { Log } from '../../kernel/log.ts'
import { Problem } from '../../kernel/problem.ts'
import { versionOf } from '../../cases/case-version.ts'
import type { CaseRow } from '../../cases/define-step.ts'
import { STEPS } from '../../cases/steps.ts'
import { takeStep, type StepDeps } from '../../cases/take-step.ts'
import { holdBack } from '../../events/hold-back.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { may } from '../../staff/roles.ts'
import { bulkActions } from '../tables.ts'
import { bulkActionNamed, HOLD_BACK_SECONDS, type BulkAction, type BulkResult } from './bulk-actions.ts'

export type BulkDeps = StepDeps & { log: Log }
export type Bulk = typeof bulkActions.$inferSelect

/** What is said with the step. */
export interface Said {
  /** Parsed by the step's own schema. */
  body: unknown
  /** Whoever takes it has no conflict of interest in any of the cases. */
  noConflict: boolean
}

const DECLARATION = STEPS.find(({ resource }) => resource === 'declaration') ?? fail()

/** Notes which cases somebody chose for what. Throws `not-permitted` for what they may not do. */
export async function chooseCases(
  db: Db,
  me: SignedIn,
  { action, references, at }: { action: BulkAction; references: readonly string[]; at: Date },
): Promise<string> {
  if (!may(me.roles, action.permission)) {
    throw new Problem('not-permitted', `“${action.label}” needs the permission “${action.permission}”.`)
  }
  const id = randomUUID()
  const { staffId } = me
  const chosen = { id, staffId, action: action.name, references: [...new Set(references)], createdAt: at }
  await db.insert(bulkActions).values(chosen)
  return id
}

/** What this person chose, with what became of it. Throws `not-found`. */
export async function ownBulk(
  db: Db,
  { staffId }: SignedIn,
  id: string,
): Promise<Bulk & { does: BulkAction }> {
  const [bulk] = await db
    .select()
    .from(bulkActions)
    .where(and(eq(bulkActions.id, id), eq(bulkActions.staffId, staffId)))
  const does = bulk && bulkActionNamed(bulk.action)
  if (!does) throw new Problem('not-found', 'There is no such choice of cases of yours. Choose them again.')
  return { ...bulk, does }
}

/**
 * Takes the step on every chosen case, once however often it is asked. A case on which it cannot be taken says why; a case that
 * was not reached when the process ended has no result. Throws `changed-meanwhile` when it was taken already.
 */
export async function takeBulk(
  deps: BulkDeps,
  me: SignedIn,
  id: string,
  { body, noConflict }: Said,
): Promise<void> {
  const { db, clock, log } = deps
  const { does, references } = await ownBulk(db, me, id)
  if (!may(me.roles, does.permission))
    throw new Problem('not-permitted', `“${does.label}” is no longer yours to do.`)
  const mine = await db
    .update(bulkActions)
    .set({ state: 'taken', takenAt: clock.now() })
    .where(and(eq(bulkActions.id, id), eq(bulkActions.state, 'chosen')))
    .returning({ id: bulkActions.id })
  if (mine.length === 0)
    throw new Problem('changed-meanwhile', 'This was done already. See what became of it.')
  for (const reference of references) {
    try {
      if (noConflict && !does.step.unread) {
        await takeStep(deps, me, reference, DECLARATION, { conflict: 'no' })
      }
      await takeStep(deps, me, reference, does.step, body, (tx, before) => keepDone(tx, id, before))
    } catch (error) {
      const message = messageOf(error, reference, log)
      await keepResult(db, id, { reference, outcome: 'refused', message })
    }
  }
}

// In the transaction of the step: what was done is never without its result, nor the other way round.
async function keepDone(tx: Tx, id: string, before: CaseRow): Promise<void> {
  const { reference, id: caseId, state, assigneeId, teamId } = before
  const position = await versionOf(tx, caseId)
  if (position === before.version) {
    return keepResult(tx, id, { reference, outcome: 'unchanged', message: 'It was so already.' })
  }
  await holdBack(tx, { stream: caseId, position }, HOLD_BACK_SECONDS)
  const was = { state, assigneeId, teamId }
  await keepResult(tx, id, { reference, outcome: 'done', message: null, caseId, position, before: was })
}

async function keepResult(db: Db | Tx, id: string, result: BulkResult): Promise<void> {
  await db
    .update(bulkActions)
    .set({ results: sql`${bulkActions.results} || ${JSON.stringify([result])}::jsonb` })
    .where(eq(bulkActions.id, id))
}

/** What a person is told. What nobody foresaw is logged and does not keep the other cases waiting. */
export function messageOf(error: unknown, reference: string, log: Log): string {
  if (error instanceof Problem) return error.message
  log.error({ err: error, reference }, 'a step on several cases failed on one of them')
  return 'Something went wrong. Nothing was changed on this case: try it again on its own.'
}

function fail(): never {
  throw new Error('No step is named declaration.')
}
