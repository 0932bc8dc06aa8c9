// Undoing what was done to several cases: each gets the step back as a step of its own, recorded like any other.
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { assignByPerson } from '../../cases/assign-by-person.ts'
import type { BeforeClosing } from '../../cases/before-closing.ts'
import { versionOf } from '../../cases/case-version.ts'
import { holdAgain } from '../../cases/quarantine.ts'
import { release } from '../../cases/release.ts'
import { STATE, type State } from '../../cases/states.ts'
import type { By, CaseRow } from '../../cases/define-step.ts'
import { cases } from '../../cases/tables.ts'
import { tagCase, untagCase } from '../../cases/tag-case.ts'
import { moveCase } from '../../cases/transition.ts'
import { unmerge } from '../../cases/unmerge.ts'
import { visibleCase } from '../../cases/visible-cases.ts'
import { recall } from '../../events/hold-back.ts'
import { events, eventWords } from '../../events/tables.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { actorOf } from '../../staff/guard.ts'
import { may } from '../../staff/roles.ts'
import { bulkActions } from '../tables.ts'
import { UNDO_MINUTES, type BulkResult } from './bulk-actions.ts'
import { messageOf, ownBulk, type Bulk, type BulkDeps } from './take-bulk.ts'

/** Whether it can still be undone in one go, and is worth it. */
export const canBeUndone = ({ state, takenAt, results }: Bulk, now: Date): boolean =>
  state === 'taken' &&
  takenAt !== null &&
  now.getTime() - takenAt.getTime() < UNDO_MINUTES * 60_000 &&
  results.some(({ outcome }) => outcome === 'done')

/**
 * Undoes it on every case on which it was done. Throws `not-permitted` for what they may not do, `changed-meanwhile` when it is
 * too late or was undone already.
 */
export async function undoBulk(deps: BulkDeps, me: SignedIn, id: string): Promise<void> {
  const { db, clock, standard, forms, wake } = deps
  const bulk = await ownBulk(db, me, id)
  if (!may(me.roles, bulk.does.permission))
    throw new Problem('not-permitted', `“${bulk.does.label}” is not yours to undo.`)
  const mine = canBeUndone(bulk, clock.now()) && (await claimUndo(db, id))
  if (!mine) {
    throw new Problem(
      'changed-meanwhile',
      'This can no longer be undone in one go. Change the cases one by one.',
    )
  }
  const by: By = { staffId: me.staffId, actor: actorOf(me), at: clock.now(), standard, forms }
  const results: BulkResult[] = []
  for (const result of bulk.results) {
    results.push(result.outcome === 'done' ? await undoOne(deps, me, by, result) : result)
    await db
      .update(bulkActions)
      .set({ results: [...results, ...bulk.results.slice(results.length)] })
      .where(eq(bulkActions.id, id))
  }
  wake()
}

async function claimUndo(db: Db, id: string): Promise<boolean> {
  const claimed = await db
    .update(bulkActions)
    .set({ state: 'undone' })
    .where(and(eq(bulkActions.id, id), eq(bulkActions.state, 'taken')))
    .returning({ id: bulkActions.id })
  return claimed.length > 0
}

async function undoOne({ db, log }: BulkDeps, me: SignedIn, by: By, result: BulkResult): Promise<BulkResult> {
  const { reference } = result
  try {
    await db.transaction(async tx => takeBack(tx, await visibleCase(tx, me, reference), by, result))
    return { ...result, outcome: 'undone', message: null }
  } catch (error) {
    return { ...result, outcome: 'not-undone', message: messageOf(error, reference, log) }
  }
}

async function takeBack(
  tx: Tx,
  theCase: CaseRow,
  by: By,
  { position = 0, before }: BulkResult,
): Promise<void> {
  if (!before) throw new Error(`It is not kept how case ${theCase.reference} stood before.`)
  const stream = theCase.id
  const [event] = await tx
    .select({ type: events.type, details: events.details, words: eventWords.words })
    .from(events)
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(and(eq(events.stream, stream), eq(events.position, position)))
  const { type = '', details = {}, words } = event ?? {}
  const tag = words?.['tag'] ?? ''
  const untold = (await recall(tx, { stream, position })) || details['to'] === 'spam'

  if (type === 'case.tagged') await untagCase(tx, theCase, { ...by, tag })
  else if (type === 'case.untagged') await tagCase(tx, theCase, { ...by, tag })
  else if (type === 'case.assigned') await giveBack(tx, theCase, by, details['assigneeId'], before)
  else await moveBack(tx, theCase, by, details, untold)

  // Who was not told that anything had changed has nothing to be told now, if they see what they saw before.
  const [after] = await tx.select({ state: cases.state }).from(cases).where(eq(cases.id, stream))
  const sameAsBefore = after && STATE[after.state].publicStatus === STATE[before.state as State].publicStatus
  if (untold && sameAsBefore) await recall(tx, { stream, position: await versionOf(tx, stream) })
}

async function giveBack(
  tx: Tx,
  theCase: CaseRow,
  by: By,
  given: unknown,
  before: NonNullable<BulkResult['before']>,
): Promise<void> {
  if (theCase.assigneeId !== given) throw changedSince(theCase)
  const { assigneeId, teamId } = before
  if (assigneeId === null) return release(tx, theCase, { ...by, teamId })
  await assignByPerson(tx, theCase, { ...by, assigneeId, why: undefined })
}

async function moveBack(
  tx: Tx,
  theCase: CaseRow,
  by: By,
  details: Readonly<Record<string, unknown>>,
  untold: boolean,
): Promise<void> {
  if (theCase.state !== details['to']) throw changedSince(theCase)
  const reason = 'Undone: it was done to several cases by mistake.'
  // Reopened, it would begin its review anew; taken out, it is as it was.
  if (theCase.state === 'duplicate') return void (await unmerge(tx, theCase, { ...by, reason }))
  const before = details['before'] as BeforeClosing | undefined
  // Reopened, it would be released, though nobody has said that it is no spam.
  if (before?.quarantine) return holdAgain(tx, theCase, { ...by, before, reason })
  const name = theCase.state === 'awaiting-applicant' ? 'take-back' : 'reopen'
  const body = { reason, ...(untold && { untold: 'yes' }) }
  await moveCase(tx, { ...by, caseId: theCase.id, name, body })
}

const changedSince = ({ reference }: CaseRow) =>
  new Problem('changed-meanwhile', `Someone has worked on case ${reference} since: it stays as it is now.`)
