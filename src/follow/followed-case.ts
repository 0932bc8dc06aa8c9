// All that an applicant may see of their case, read for whoever has a link to it.
import { eq, sql } from 'drizzle-orm'
import { addressToConfirm } from '../cases/applicant/addresses.ts'
import { correctedPhone } from '../cases/applicant/contact.ts'
import { lookAtApplicantLink, type FoundLink } from '../cases/applicant/links.ts'
import type { CaseRow } from '../cases/define-step.ts'
import { cases } from '../cases/tables.ts'
import { documentsOf, type KeptDocument } from '../documents/documents.ts'
import { allHappened } from '../events/happened.ts'
import { documentOf, type Document } from '../forms/document.ts'
import { storedWording } from '../forms/stored-wording.ts'
import type { Db, Tx } from '../kernel/database.ts'
import type { Clock } from '../kernel/clock.ts'
import { comingMeetings, type MeetingOfCase } from '../meetings/meetings-of-case.ts'
import type { CachedReference } from '../roster/cached-reference.ts'
import { submissions } from '../submissions/tables.ts'
import { historyOf, type Entry } from './history.ts'

export interface FollowedCase {
  link: FoundLink
  theCase: CaseRow
  /** As it was sent, and complete: nothing is kept from who sent it. None once erased. */
  document: Document | null
  answers: Readonly<Record<string, unknown>> | null
  phone: string | null
  /** A new address that is not confirmed yet. */
  givenAddress: string | null
  files: readonly KeptDocument[]
  history: readonly Entry[]
  /** To which they are invited and that are not over, the next one first. */
  meetings: readonly MeetingOfCase[]
  /** Where the contact is, as they said; none once erased. */
  timeZone: string | null
  /** Of a duplicate: the case that goes on, where it is the same applicant's. */
  original: { id: string; reference: string } | null
}

interface Reading {
  db: Db
  reference: CachedReference
  clock: Clock
}

/** The case to which the link leads, usable or not; none for a link that there never was. */
export async function followedCase(
  { db, reference, clock }: Reading,
  secret: string,
): Promise<FollowedCase | undefined> {
  const link = await lookAtApplicantLink(db, secret)
  if (!link) return undefined
  const members = await reference.current()
  // Of one moment: a case that is withdrawn just now must not stand beside a history in which it is not.
  return db.transaction(tx => readAll(tx, link, clock.now(), id => members.jurisdiction(id)?.name ?? id), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
}

async function readAll(
  tx: Tx,
  link: FoundLink,
  now: Date,
  jurisdictionName: (id: string) => string,
): Promise<FollowedCase | undefined> {
  const { caseId } = link
  const [[row], events, files, corrected, meetings] = await Promise.all([
    tx
      .select({ theCase: cases, answers: submissions.answers, wordingId: submissions.wordingId })
      .from(cases)
      .innerJoin(submissions, eq(submissions.caseId, cases.id))
      .where(eq(cases.id, caseId)),
    allHappened(tx, caseId),
    documentsOf(tx, { caseId }),
    correctedPhone(tx, caseId),
    comingMeetings(tx, caseId, now),
  ])
  if (!row) return undefined
  const { theCase, answers } = row
  const awaited = addressToConfirm(events)
  // What was mailed to an address that was given before another one opens nothing.
  const isOver = link.purpose === 'confirm-address' && link.eventId !== awaited?.eventId
  return {
    link: { ...link, usable: link.usable && !isOver },
    theCase,
    answers,
    document:
      answers &&
      documentOf(await storedWording(tx, row.wordingId), answers, { withRestricted: true, jurisdictionName }),
    phone: corrected ?? inContact(answers, 'phone'),
    timeZone: inContact(answers, 'timeZone'),
    // Whose case is closed is told nothing more of them.
    meetings: theCase.dueAt === null ? [] : meetings,
    givenAddress: awaited?.email ?? null,
    files,
    history: historyOf(events),
    original: await originalOf(tx, theCase),
  }
}

function inContact(answers: FollowedCase['answers'], field: 'phone' | 'timeZone'): string | null {
  const given = (answers?.['contact'] as Readonly<Record<string, unknown>> | undefined)?.[field]
  return typeof given === 'string' ? given : null
}

// Somebody else's reference is nothing that we tell.
async function originalOf(tx: Tx, { duplicateOf, contactEmail }: CaseRow): Promise<FollowedCase['original']> {
  if (duplicateOf === null) return null
  const [original] = await tx
    .select({ id: cases.id, reference: cases.reference })
    .from(cases)
    .where(sql`${cases.id} = ${duplicateOf} and lower(${cases.contactEmail}) = lower(${contactEmail})`)
  return original ?? null
}
