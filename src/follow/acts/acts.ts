// What an applicant does by a page of its own: the fields, what they must hold, and what comes of it. Answering, correcting the
// contact details and confirming have pages of their own beside it.
import { askForAnotherLook, askForErasure, giveFeedback, RATINGS } from '../../cases/applicant/requests.ts'
import { withdrawByApplicant, writeByApplicant } from '../../cases/applicant/said.ts'
import type { StandardAt } from '../../cases/standards.ts'
import type { Tx } from '../../kernel/database.ts'
import type { FollowedCase } from '../followed-case.ts'
import type { ActName } from '../offers.ts'
import type { Done, FollowWords } from '../words/follow-words.ts'

export interface ActField {
  name: string
  kind: 'long' | 'rating'
  label: keyof FollowWords['fields']
  /** What is said where it is left empty; none where it may be. */
  missing?: keyof FollowWords['missing']
  max: number
}

interface Taking {
  followed: FollowedCase
  at: Date
  standard: StandardAt
  /** The fields that were filled in, trimmed. */
  given: Readonly<Record<string, string>>
  /** The case's files that came with it. */
  documents: readonly string[]
}

export interface Act {
  name: Exclude<ActName, 'contact' | 'stop'>
  fields: readonly ActField[]
  done: Done
  /** Sends mail to somebody each time, so it is slowed down further. */
  mails?: true
  /** It cannot be taken back: the button says so by its colour. */
  grave?: true
  /** In the caller's transaction. */
  take: (tx: Tx, taking: Taking) => Promise<unknown>
}

export const ACTS: readonly Act[] = [
  {
    name: 'message',
    fields: [{ name: 'message', kind: 'long', label: 'message', missing: 'message', max: 8000 }],
    done: 'written',
    take: (tx, { followed: { theCase }, at, given, documents }) =>
      writeByApplicant(tx, theCase, { at, way: 'page', documents, message: given['message'] ?? '' }),
  },
  {
    name: 'another-look',
    fields: [{ name: 'why', kind: 'long', label: 'anotherLook', missing: 'anotherLook', max: 4000 }],
    done: 'another-look',
    take: (tx, { followed: { theCase }, at, given }) =>
      askForAnotherLook(tx, { caseId: theCase.id, at, why: given['why'] ?? '' }),
  },
  {
    name: 'feedback',
    fields: [
      { name: 'rating', kind: 'rating', label: 'rating', missing: 'rating', max: 1 },
      { name: 'feedback', kind: 'long', label: 'feedback', max: 4000 },
    ],
    done: 'feedback',
    take: (tx, { followed: { theCase }, at, given }) =>
      giveFeedback(tx, {
        caseId: theCase.id,
        at,
        rating: RATINGS.find(rating => String(rating) === given['rating']) ?? 1,
        feedback: given['feedback'],
      }),
  },
  {
    name: 'withdrawal',
    fields: [{ name: 'reason', kind: 'long', label: 'withdrawalReason', max: 2000 }],
    done: 'withdrawn',
    grave: true,
    take: (tx, { followed: { theCase }, at, standard, given }) =>
      withdrawByApplicant(tx, { caseId: theCase.id, at, way: 'page', standard, reason: given['reason'] }),
  },
  {
    name: 'erasure',
    fields: [],
    done: 'erasure-asked',
    mails: true,
    grave: true,
    take: (tx, { followed: { theCase }, at }) => askForErasure(tx, { caseId: theCase.id, at }),
  },
]
