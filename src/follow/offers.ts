// What an applicant can do about their case now. Pure: a page offers it by this, and an act is refused by this.
import { CLOSED_STATES, OPEN_STATES } from '../cases/states.ts'
import { mayAskForAnotherLook } from '../cases/applicant/requests.ts'
import type { CaseRow } from '../cases/define-step.ts'
import type { Entry } from './history.ts'

export const ACT_NAMES = [
  'message',
  'contact',
  'another-look',
  'feedback',
  'withdrawal',
  'erasure',
  'stop',
] as const
export type ActName = (typeof ACT_NAMES)[number]

// What there is to think about: a decision, the support, the time as an observer.
const WORTH_A_WORD: readonly string[] = ['accept', 'decline', 'redirect', 'defer', 'delivered', 'ended']

const OFFERED: Readonly<Record<ActName, (theCase: CaseRow, history: readonly Entry[]) => boolean>> = {
  message: isReachable,
  contact: isReachable,
  'another-look': mayAskForAnotherLook,
  feedback: ({ erasedAt }, history) => {
    const last = history.findLast(({ key }) => key === 'feedback' || WORTH_A_WORD.includes(key))
    return erasedAt === null && last !== undefined && last.key !== 'feedback'
  },
  withdrawal: ({ state }) => OPEN_STATES.includes(state),
  erasure: ({ erasedAt, erasureAskedAt }) => erasedAt === null && erasureAskedAt === null,
  stop: () => true,
}

/** The acts that are offered, in the order of the page. */
export const offersFor = (theCase: CaseRow, history: readonly Entry[]): ActName[] =>
  ACT_NAMES.filter(name => OFFERED[name](theCase, history))

/** Whether our question waits for an answer. */
export const awaitsAnswer = ({ state }: CaseRow): boolean => state === 'awaiting-applicant'

export const isClosed = ({ state }: CaseRow): boolean => CLOSED_STATES.includes(state)

function isReachable({ state, erasedAt }: CaseRow): boolean {
  return erasedAt === null && state !== 'spam'
}
