// Whether a chain of events is what was written: no event changed, missing, moved or added, nor the words that belong to it.
import { createHash } from 'node:crypto'
import { eventHash, GENESIS, saltedHash, type ChainedFields } from './hash-chain.ts'

export interface Fault {
  /** The case's id, or the office's; none where something belongs to no stream. */
  stream: string | null
  /** None where it concerns no single event. */
  position: number | null
  what: string
}

export interface StoredEvent extends ChainedFields {
  hash: Buffer
  words: { stream: string; salt: Buffer; words: unknown } | null
  /** Whether a later event of the stream says that people's words were erased. */
  erasedLater: boolean
}

export interface ChainSummary {
  streams: number
  events: number
  /**
   * SHA-256, in hex, over a line `stream position hash` for the newest event of each stream, in the order of streams. Kept
   * outside the database, it shows later that nothing is missing: not even at a stream's end, nor a whole stream.
   */
  digest: string
}

/**
 * Takes all events in the order of stream and position. Holds one event at a time, however many there are.
 * `until`: the digest covers events up to this moment, so that it can be computed again later.
 */
export function chainCheck(onFault: (fault: Fault) => void, until?: Date) {
  const digest = createHash('sha256')
  let events = 0
  let streams = 0
  let before: StoredEvent | undefined
  let head: StoredEvent | undefined

  function closeStream(): void {
    if (head) digest.update(`${head.stream} ${head.position} ${head.hash.toString('hex')}\n`)
    head = undefined
  }

  return {
    next(event: StoredEvent): void {
      if (event.stream !== before?.stream) {
        closeStream()
        before = undefined
        streams += 1
      }
      const faults = [placeFault(event, before), ownFault(event), wordsFault(event)]
      for (const what of faults) if (what) onFault({ stream: event.stream, position: event.position, what })
      events += 1
      before = event
      if (until === undefined || event.at <= until) head = event
    },
    end(): ChainSummary {
      closeStream()
      return { streams, events, digest: digest.digest('hex') }
    },
  }
}

function placeFault(event: StoredEvent, before: StoredEvent | undefined): string | undefined {
  const expected = (before?.position ?? 0) + 1
  if (event.position !== expected)
    return `stands where position ${expected} should be: events are missing or were moved`
  if (!event.previousHash.equals(before?.hash ?? GENESIS)) return 'does not continue the event before it'
  return undefined
}

function ownFault(event: StoredEvent): string | undefined {
  // A time that no Date can hold was never written by us.
  if (Number.isNaN(event.at.getTime())) return 'was changed: its time is no moment'
  return eventHash(event).equals(event.hash) ? undefined : 'was changed: its hash does not fit what it says'
}

function wordsFault({ stream, wordsHash, words, erasedLater }: StoredEvent): string | undefined {
  if (wordsHash === null) return words === null ? undefined : 'has words that did not belong to it'
  if (words === null) return erasedLater ? undefined : 'has lost its words, and no erasure was recorded'
  if (!saltedHash(words.salt, words.words).equals(wordsHash)) return 'has words that were changed'
  if (words.stream !== stream) return 'has words that name another stream'
  return erasedLater ? 'still has words that an erasure should have taken' : undefined
}
