// How often something was seen lately. Counted in memory, so that nobody waits for it, and shared with the other web processes
// once a second, sealed; where that fails each process goes on with what it has seen itself.
import type { KeyObject } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../kernel/clock.ts'
import { sealOf } from './key.ts'

/** What is counted, and for how many seconds at a time. */
export const WINDOWS = { network: 60, file: 86_400, contact: 3600, form: 60, text: 86_400 } as const
export type Counted = keyof typeof WINDOWS

/** Adds to what all processes have counted; answers with the sums. */
export type Share = (added: readonly Added[]) => Promise<ReadonlyMap<string, number>>
export interface Added {
  key: string
  count: number
  until: Date
}

export interface Counts {
  /** Counts once more; returns how often it was seen in the present window, this time included. */
  add(what: Counted, whose: string): number
  /** How often it was seen in the present window, or `back` windows before. */
  seen(what: Counted, whose: string, back?: number): number
  secondsLeft(what: Counted): number
  /** Shares now; also done every second. */
  share(): Promise<void>
  close(): Promise<void>
}

interface Kept {
  /** By all, as far as we know. */
  shared: number
  /** By us, and not yet told. */
  ours: number
  until: number
}

const EVERY_MS = 1000
/** A statement has at most 65,535 parameters, and each count takes three. */
const SHARED_AT_ONCE = 5000
/** So that a flood from everywhere fills no memory. Beyond these what was seen longest ago is forgotten: who floods is seen all the time. */
const MOST_KEPT = 50_000

export function createCounts(deps: {
  clock: Clock
  key: KeyObject
  share: Share
  onFailure: (error: unknown) => void
}): Counts {
  const { clock, key, onFailure } = deps
  const kept = new Map<string, Kept>()
  const ended = new AbortController()

  const windowOf = (what: Counted, back = 0) =>
    Math.floor(clock.now().getTime() / (WINDOWS[what] * 1000)) - back
  const idOf = (what: Counted, whose: string, window: number) => `${what} ${window} ${whose}`

  function add(what: Counted, whose: string): number {
    const window = windowOf(what)
    const id = idOf(what, whose, window)
    const entry = kept.get(id) ?? { shared: 0, ours: 0, until: (window + 2) * WINDOWS[what] * 1000 }
    entry.ours += 1
    // Seen last stands last, and the first is seen longest ago.
    kept.delete(id)
    kept.set(id, entry)
    if (kept.size > MOST_KEPT) forgetOldest()
    return entry.shared + entry.ours
  }

  // Several at once: the way to the first in a map is long after many were taken from its head.
  function forgetOldest(): void {
    for (const id of kept.keys()) {
      if (kept.size <= MOST_KEPT * 0.9) return
      kept.delete(id)
    }
  }

  // One at a time: what two share at once would count twice.
  let sharing: Promise<unknown> = Promise.resolve()
  function share(): Promise<void> {
    const turn = sharing.then(shareAll)
    sharing = turn.catch(() => {})
    return turn
  }

  async function shareAll(): Promise<void> {
    const now = clock.now().getTime()
    const told: [id: string, entry: Kept][] = []
    for (const [id, entry] of kept) {
      if (entry.until <= now) kept.delete(id)
      // What came once is no flood: it is not worth a row.
      else if (entry.ours > 0 && entry.shared + entry.ours > 1) told.push([id, entry])
    }
    // One after the other, each settled by itself: what was shared before one fails is not shared again.
    for (let first = 0; first < told.length; first += SHARED_AT_ONCE) {
      await shareSome(told.slice(first, first + SHARED_AT_ONCE))
    }
  }

  async function shareSome(told: readonly [id: string, entry: Kept][]): Promise<void> {
    const added = told.map(([id, { ours, until }]) => ({
      key: sealOf(key, id),
      count: ours,
      until: new Date(until),
    }))
    const sums = await deps.share(added)
    told.forEach(([, entry], index) => {
      const { key: sealed, count } = added[index] as Added
      entry.ours -= count
      entry.shared = sums.get(sealed) ?? entry.shared + count
    })
  }

  async function goOn(): Promise<void> {
    for (;;) {
      const due = await pause(EVERY_MS, true, { ref: false, signal: ended.signal }).catch(() => false)
      if (!due) return
      await share().catch(onFailure)
    }
  }
  const going = goOn()
  return {
    add,
    seen(what, whose, back = 0) {
      const { shared = 0, ours = 0 } = kept.get(idOf(what, whose, windowOf(what, back))) ?? {}
      return shared + ours
    },
    secondsLeft(what) {
      const millis = WINDOWS[what] * 1000
      return Math.ceil((millis - (clock.now().getTime() % millis)) / 1000)
    },
    share,
    async close() {
      ended.abort()
      await going
    },
  }
}
