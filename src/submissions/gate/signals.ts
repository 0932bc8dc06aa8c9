// THE LIST of what makes a submission suspicious. None is a proof: together they hold a case for a person, and drop nothing.
import { hasLinkMarkup, linksIn, mixedWordsIn } from './prose.ts'
import { phrasesIn } from './phrases.ts'

/** What the gate saw of a submission. */
export interface Impression {
  /** Whether somebody filled in pages, which have a trap and a clock; machines that send JSON or files have none. */
  onPages: boolean
  /** What stood in the field that no person sees. */
  trap: string
  /** Since the page was opened; none where nothing that we sealed says when. */
  secondsOnPage: number | undefined
  /** Since the first page of the form was sent. */
  secondsSinceStart: number | undefined
  isDisposable: boolean
  texts: readonly string[]
  /** How many other addresses have sent the longest of these texts today. */
  othersWithText: number
}

interface Signal {
  /** Slug: kept with the case. */
  name: string
  /** Three hold the case. */
  weight: 1 | 2 | 3
  /** For the person who looks at it. */
  reason: string
  seen: (impression: Impression) => boolean
}

const HELD_FROM = 3
const FAST_PAGE_SECONDS = 2
const FAST_FORM_SECONDS = 30
const MANY_LINKS = 4
const MANY_ADDRESSES = 3

// Weights: what no person does by accident is worth three. What an honest applicant may do, too, needs company: a campaign
// sends one text from many addresses, and a prepared applicant pastes and is done in half a minute.
export const SIGNALS = [
  {
    name: 'trap-filled',
    weight: 3,
    reason: 'The field that only programs see was filled in.',
    seen: ({ onPages, trap }) => onPages && trap.trim() !== '',
  },
  {
    name: 'disposable-address',
    weight: 3,
    reason: 'The contact’s address is at a domain that gives addresses for some minutes.',
    seen: ({ isDisposable }) => isDisposable,
  },
  {
    name: 'link-markup',
    weight: 3,
    reason: 'An answer has links written as HTML or forum code, as advertising programs do.',
    seen: ({ texts }) => hasLinkMarkup(texts),
  },
  {
    name: 'too-fast',
    weight: 2,
    reason: 'It was sent sooner than anyone could read the pages.',
    seen: ({ onPages, secondsOnPage, secondsSinceStart }) =>
      onPages &&
      ((secondsOnPage ?? FAST_PAGE_SECONDS) < FAST_PAGE_SECONDS ||
        (secondsSinceStart ?? FAST_FORM_SECONDS) < FAST_FORM_SECONDS),
  },
  {
    name: 'no-page',
    weight: 2,
    reason: 'It was sent without opening the page, or from a page that was opened more than a day before.',
    seen: ({ onPages, secondsOnPage }) => onPages && secondsOnPage === undefined,
  },
  {
    name: 'many-links',
    weight: 2,
    reason: `The answers have ${MANY_LINKS} links or more among their words.`,
    seen: ({ texts }) => linksIn(texts) >= MANY_LINKS,
  },
  {
    name: 'mixed-scripts',
    weight: 2,
    reason:
      'Words mix Latin letters with Cyrillic or Greek ones that look the same, which hides them from filters.',
    seen: ({ texts }) => mixedWordsIn(texts) >= 2,
  },
  {
    name: 'known-phrase',
    weight: 2,
    reason: 'The answers have phrases that advertising uses and applicants do not.',
    seen: ({ texts }) => phrasesIn(texts) > 0,
  },
  {
    name: 'repeated-text',
    weight: 2,
    reason: `The same long text came from ${MANY_ADDRESSES} other addresses or more within a day.`,
    seen: ({ othersWithText }) => othersWithText >= MANY_ADDRESSES,
  },
] as const satisfies readonly Signal[]
export type SignalName = (typeof SIGNALS)[number]['name']

/** What holds the submission for a person: the names of the signals; none where they are not enough. */
export function suspicions(impression: Impression): SignalName[] {
  const seen = SIGNALS.filter(signal => signal.seen(impression))
  return seen.reduce((sum, { weight }) => sum + weight, 0) >= HELD_FROM ? seen.map(({ name }) => name) : []
}

/** Why, for a person; a signal that is no longer on the list is told by its name. */
export const reasonsOf = (names: readonly string[]): { signal: string; reason: string }[] =>
  names.map(name => ({ signal: name, reason: SIGNALS.find(signal => signal.name === name)?.reason ?? name }))
