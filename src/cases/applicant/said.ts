// What an applicant says to us, by their page or by email. Each function writes in the caller's transaction, as the applicant.
import type { Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Actor } from '../../events/define-event.ts'
import { appendToCase } from '../append-event.ts'
import type { CaseRow } from '../define-step.ts'
import { MESSAGE_RECEIVED } from '../events.ts'
import type { StandardAt } from '../standards.ts'
import { moveCase } from '../transition.ts'

export const APPLICANT: Actor = { kind: 'applicant' }

/** By which way something reached us; `attached`: somebody of the staff put an email on the case. */
export type Way = 'page' | 'email' | 'attached'

export interface FromApplicant {
  caseId: string
  at: Date
  way: Way
  /** Who says that it is the applicant's, where it is not the applicant. */
  by?: Actor
  /** Ids of the documents that came with it; the caller has made them the case's own, in the same transaction. */
  documents?: readonly string[]
  /** The names of files that we did not take: the applicant is told. */
  refusedFiles?: readonly string[]
}

/**
 * The one way in which an applicant's answer arrives: the hold ends and the review goes on. Of two answers at once one wins.
 * Throws `not-found`, and `transition-not-allowed` where no question is open any more; the problem's message is for staff,
 * as it may name one of them.
 */
export const answerByApplicant = (
  tx: Tx,
  {
    caseId,
    at,
    way,
    by = APPLICANT,
    documents = [],
    refusedFiles,
    answer,
    standard,
  }: FromApplicant & { answer: string; standard: StandardAt },
): Promise<CaseRow> =>
  moveCase(tx, {
    caseId,
    name: 'answer',
    actor: by,
    at,
    standard,
    body: { answer, ...refused(refusedFiles) },
    details: came(way, documents),
  })

/**
 * A message that answers no question: nothing changes, and staff are told that it is there. Throws `transition-not-allowed`
 * for a case whose personal data was erased, and for spam, which is not answered. Returns the event's id.
 */
export async function writeByApplicant(
  tx: Tx,
  theCase: Pick<CaseRow, 'id' | 'reference' | 'state' | 'erasedAt'>,
  {
    at,
    way,
    by = APPLICANT,
    documents = [],
    refusedFiles,
    message,
  }: Omit<FromApplicant, 'caseId'> & { message: string },
): Promise<string> {
  if (theCase.erasedAt !== null || theCase.state === 'spam') {
    throw new Problem('transition-not-allowed', `Case ${theCase.reference} no longer takes messages.`)
  }
  const details = came(way, documents)
  const words = { message, ...refused(refusedFiles) }
  const event = { event: MESSAGE_RECEIVED, at, actor: by, details, words }
  return appendToCase(tx, theCase.id, event)
}

/** The applicant takes the request back, with or without saying why. Throws `transition-not-allowed` once it is closed. */
export const withdrawByApplicant = (
  tx: Tx,
  {
    caseId,
    at,
    way,
    reason,
    standard,
  }: FromApplicant & { reason?: string | undefined; standard: StandardAt },
): Promise<CaseRow> =>
  moveCase(tx, {
    caseId,
    name: 'withdraw',
    actor: APPLICANT,
    at,
    standard,
    body: reason === undefined ? {} : { reason },
    details: came(way, []),
  })

const came = (way: Way, documents: readonly string[]) => ({
  way,
  ...(documents.length > 0 && { documents: [...documents] }),
})

const refused = (names: readonly string[] = []) => names.length > 0 && { refusedFiles: names.join('\n') }
