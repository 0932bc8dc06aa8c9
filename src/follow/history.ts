// What an applicant sees of what happened on their case: what they did themselves and what we told them, and nothing else. Pure.
import type { Actor } from '../events/define-event.ts'
import { hoursOf, type Hours } from '../meetings/hours.ts'

export const HISTORY_KEYS = [
  'received',
  'review',
  'asked',
  'answered',
  'answeredForYou',
  'takenBack',
  'reminded',
  'delayed',
  'lookDelayed',
  'fromUs',
  'fromYou',
  'accept',
  'decline',
  'redirect',
  'defer',
  'resumed',
  'admitted',
  'statusEnding',
  'renewed',
  'ended',
  'meetingInvited',
  'meetingChanged',
  'meetingCancelled',
  'meetingWithdrawn',
  'supportStarted',
  'supportContinues',
  'delivered',
  'withdrawnByYou',
  'withdrawn',
  'lapsed',
  'duplicate',
  'reopened',
  'separated',
  'corrected',
  'addressGiven',
  'addressChanged',
  'addressCorrected',
  'anotherLook',
  'feedback',
  'erasureAsked',
  'erasureConfirmed',
  'refusedAnotherLook',
  'refusedErasure',
] as const
export type HistoryKey = (typeof HISTORY_KEYS)[number]

export interface Event {
  id: string
  type: string
  at: Date
  actor: Actor
  details: Readonly<Record<string, unknown>>
  words: Readonly<Record<string, string>> | null
}

export interface Entry {
  id: string
  key: HistoryKey
  at: Date
  by: 'you' | 'we'
  /** What was written with it that both sides know. */
  words: { name: string; text: string }[]
  /** A day that was named: to which it was deferred, by when we now mean to answer. */
  day: string | null
  rating: number | null
  /** When the meeting is that it is about. */
  hours: Hours | null
  /** Ids of the files that came with it. */
  documents: readonly string[]
}

interface Seen {
  key: (event: Event) => HistoryKey
  /** Which of the event's words are the applicant's to read. */
  words?: (event: Event) => readonly string[]
  /** The day that it is told with, where the event says more than that one. */
  day?: (event: Event) => unknown
}

const always = (key: HistoryKey, ...words: string[]): Seen => ({ key: () => key, words: () => words })
// Nobody was told of what it ends: a step on several cases that was undone at once, or that it was taken for spam.
const isQuiet = ({ details }: Event) => details['untold'] === 'yes' || details['from'] === 'spam'
const isOwn = ({ actor }: Event) => actor.kind === 'applicant'

const OUTCOMES = ['accept', 'decline', 'redirect', 'defer'] as const

/** By type of event; what has no line here is never shown. */
export const SEEN: Readonly<Record<string, Seen>> = {
  'submission.received': always('received'),
  'case.start-review': always('review'),
  'case.ask': always('asked', 'question'),
  'case.answer': {
    key: event => (isOwn(event) ? 'answered' : 'answeredForYou'),
    words: () => ['answer'],
  },
  'case.take-back': { key: event => (isQuiet(event) ? 'review' : 'takenBack') },
  'case.hold-reminded': always('reminded'),
  'case.delayed': {
    key: ({ details }) => (details['missed'] === 'first-look' ? 'lookDelayed' : 'delayed'),
    words: () => ['reason'],
  },
  'message.sent': always('fromUs', 'message'),
  'message.received': always('fromYou', 'message'),
  'case.decided': {
    key: ({ details }) => OUTCOMES.find(outcome => outcome === details['outcome']) ?? 'decline',
    words: () => ['reason', 'wouldChange', 'anotherLook'],
  },
  'case.resume': always('resumed'),
  'case.admit': always('admitted'),
  'case.status-ending': always('statusEnding'),
  // Why is said among staff.
  'case.renew': { key: () => 'renewed', day: ({ details }) => details['dueAt'] },
  'case.end': always('ended', 'reason'),
  'meeting.invited': always('meetingInvited', 'meeting'),
  'meeting.changed': always('meetingChanged', 'meeting'),
  'meeting.cancelled': always('meetingCancelled', 'meeting', 'reason'),
  'meeting.invitation-withdrawn': always('meetingWithdrawn', 'meeting'),
  'case.start-support': always('supportStarted'),
  'case.report-progress': { key: () => 'supportContinues', day: ({ details }) => details['dueAt'] },
  'case.deliver': always('delivered'),
  'case.withdraw': {
    key: event => (isOwn(event) ? 'withdrawnByYou' : 'withdrawn'),
    words: event => (isOwn(event) ? ['reason'] : []),
  },
  'case.lapse': always('lapsed'),
  'case.mark-duplicate': always('duplicate'),
  'case.reopen': { key: event => (isQuiet(event) ? 'review' : 'reopened') },
  'case.unmerge': always('separated'),
  'contact.corrected': always('corrected', 'name', 'phone'),
  'contact.address-given': always('addressGiven', 'email'),
  'contact.address-changed': always('addressChanged', 'email', 'emailBefore'),
  'contact.address-corrected': always('addressCorrected', 'email', 'emailBefore'),
  'applicant.another-look-asked': always('anotherLook', 'why'),
  'applicant.feedback-given': always('feedback', 'feedback'),
  'applicant.erasure-asked': always('erasureAsked'),
  'applicant.erasure-confirmed': always('erasureConfirmed'),
  'applicant.request-refused': {
    key: ({ details }) => (details['request'] === 'erasure' ? 'refusedErasure' : 'refusedAnotherLook'),
    words: () => ['reason'],
  },
}

/** The entries, oldest first. */
export function historyOf(events: readonly Event[]): Entry[] {
  const undone = new Set(events.filter(isQuiet).map(event => undoneBy(event, events)))
  const entries: Entry[] = []
  for (const event of events) {
    const seen = SEEN[event.type]
    if (!seen || undone.has(event)) continue
    const key = seen.key(event)
    // What went on before goes on: no news.
    if (isQuiet(event) && entries.some(entry => entry.key === 'review')) continue
    entries.push(entryOf(event, key, seen))
  }
  return entries
}

function entryOf(event: Event, key: HistoryKey, seen: Seen): Entry {
  const { id, at, words, details } = event
  const shown = (seen.words?.(event) ?? []).flatMap(name => {
    const text = words?.[name]
    return text === undefined ? [] : [{ name, text }]
  })
  const by = isOwn(event) ? 'you' : 'we'
  const documents = (details['documents'] as string[] | undefined) ?? []
  const day = textOf(seen.day?.(event)) ?? dayIn(details)
  const [rating, hours] = [ratingIn(details), hoursOf(details) ?? null]
  return { id, key, at, by, words: shown, day, rating, hours, documents }
}

const undoneBy = (event: Event, events: readonly Event[]): Event | undefined =>
  events.slice(0, events.indexOf(event)).findLast(({ details }) => details['to'] === event.details['from'])

const dayIn = ({ deferredTo, newDueAt }: Event['details']) => textOf(deferredTo) ?? textOf(newDueAt)

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const ratingIn = ({ rating }: Event['details']) => (typeof rating === 'number' ? rating : null)
