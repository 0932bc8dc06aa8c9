// What an applicant asks of us. The state stays as it is: a person answers, and until then the case stands in the inbox among
// those that ask for somebody.
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Actor } from '../../events/define-event.ts'
import { record } from '../../events/record.ts'
import { appendToCase } from '../append-event.ts'
import type { CaseRow } from '../define-step.ts'
import {
  ANOTHER_LOOK_ASKED,
  ERASURE_ASKED,
  ERASURE_CONFIRMED,
  FEEDBACK_GIVEN,
  REQUEST_REFUSED,
} from '../events.ts'
import { CLOSED_STATES } from '../states.ts'
import { cases } from '../tables.ts'
import { confirmBy } from './links.ts'
import { APPLICANT } from './said.ts'

export const REQUESTS = ['another-look', 'erasure'] as const
export type Request = (typeof REQUESTS)[number]

interface When {
  caseId: string
  at: Date
}

/** Whether there is a decision or an end that could be looked at again, and nobody asked for that already. */
export const mayAskForAnotherLook = ({ state, erasedAt, anotherLookAskedAt }: CaseRow): boolean =>
  erasedAt === null && anotherLookAskedAt === null && (CLOSED_STATES.includes(state) || state === 'deferred')

/** Throws `transition-not-allowed` where nothing can be looked at again, or where it was asked for already. */
export async function askForAnotherLook(tx: Tx, { caseId, at, why }: When & { why: string }): Promise<void> {
  const theCase = await held(tx, caseId)
  if (!mayAskForAnotherLook(theCase)) {
    throw new Problem(
      'transition-not-allowed',
      `There is nothing on case ${theCase.reference} to look at again now.`,
    )
  }
  await mark(tx, theCase, { anotherLookAskedAt: at })
  const details = { state: theCase.state }
  await record(tx, caseId, theCase.version + 1, {
    event: ANOTHER_LOOK_ASKED,
    at,
    actor: APPLICANT,
    details,
    words: { why },
  })
}

export const RATINGS = [1, 2, 3, 4, 5] as const

/** What the applicant thinks of how we worked; nothing follows from it on the case. */
export async function giveFeedback(
  tx: Tx,
  { caseId, at, rating, feedback }: When & { rating: number; feedback: string | undefined },
): Promise<void> {
  const words = feedback === undefined ? undefined : { feedback }
  await appendToCase(tx, caseId, { event: FEEDBACK_GIVEN, at, actor: APPLICANT, details: { rating }, words })
}

/** The applicant wants their data erased; it counts once they have confirmed it by the link that is mailed to them now. */
export const askForErasure = async (tx: Tx, { caseId, at }: When): Promise<void> => {
  await appendToCase(tx, caseId, { event: ERASURE_ASKED, at, actor: APPLICANT, details: {} })
}

/** Passes the confirmed request on to the staff. Returns the case; none where the link is used or has run out. */
export async function confirmErasure(
  tx: Tx,
  { secret, at, linkDays }: { secret: string; at: Date; linkDays: number },
): Promise<string | undefined> {
  const confirmed = await confirmBy(tx, secret, 'confirm-erasure', linkDays)
  if (!confirmed) return undefined
  const theCase = await held(tx, confirmed.caseId)
  await mark(tx, theCase, { erasureAskedAt: theCase.erasureAskedAt ?? at })
  await record(tx, theCase.id, theCase.version + 1, {
    event: ERASURE_CONFIRMED,
    at,
    actor: APPLICANT,
    details: {},
  })
  return theCase.id
}

/**
 * A person tells the applicant, with the reason, that what they asked for is not done. (Reopening the case grants another look,
 * erasing it the erasure.) Throws `transition-not-allowed` where they do not ask for it now.
 */
export async function refuseRequest(
  tx: Tx,
  theCase: CaseRow,
  { request, reason, actor, at }: { request: Request; reason: string; actor: Actor; at: Date },
): Promise<void> {
  const column = request === 'erasure' ? 'erasureAskedAt' : 'anotherLookAskedAt'
  const [refused] = await tx
    .update(cases)
    .set({ [column]: null, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, theCase.id), isNotNull(cases[column])))
    .returning({ version: cases.version })
  if (!refused) {
    throw new Problem(
      'transition-not-allowed',
      `The applicant of case ${theCase.reference} does not ask for that now.`,
    )
  }
  const event = { event: REQUEST_REFUSED, at, actor, details: { request }, words: { reason } }
  await record(tx, theCase.id, refused.version, event)
}

async function held(tx: Tx, caseId: string): Promise<CaseRow> {
  const [theCase] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), isNull(cases.erasedAt)))
    .for('no key update')
  if (!theCase) throw new Problem('not-found', 'There is no such case.')
  return theCase
}

const mark = (tx: Tx, { id, version }: CaseRow, set: Partial<typeof cases.$inferInsert>) =>
  tx
    .update(cases)
    .set({ ...set, version: version + 1 })
    .where(eq(cases.id, id))
