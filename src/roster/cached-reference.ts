import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import { referenceSnapshot, type ReferenceSnapshot } from './reference-snapshot.ts'

/** The reference data for the hot path: no query per request. */
export interface CachedReference {
  /**
   * The last good snapshot, at once. When it is older than the maximum age a newer one is fetched behind it.
   * Only the very first call waits for the database, and rejects when it is away.
   */
  current(): Promise<ReferenceSnapshot>
  /** Fetches now, for instance after an administrator's change; joins a fetch that is under way. */
  refresh(): Promise<ReferenceSnapshot>
}

interface Options {
  clock: Clock
  maxAgeSeconds: number
  /** Told of every failed fetch behind a good snapshot; log it. */
  onStale?: (error: unknown) => void
  /** How a snapshot is fetched. */
  read?: (db: Db) => Promise<ReferenceSnapshot>
}

const SECONDS_BETWEEN_FAILED_TRIES = 5

/** Keeps one snapshot. However many ask at once, one fetch runs at a time. */
export function cachedReference(
  db: Db,
  { clock, maxAgeSeconds, onStale = () => {}, read = referenceSnapshot }: Options,
): CachedReference {
  let good: ReferenceSnapshot | undefined
  let underWay: Promise<ReferenceSnapshot> | undefined
  let nextFetch = 0

  const seconds = () => clock.now().getTime() / 1000

  const fetch = async (): Promise<ReferenceSnapshot> => {
    try {
      good = await read(db)
      nextFetch = seconds() + maxAgeSeconds
      return good
    } catch (error) {
      nextFetch = seconds() + Math.min(SECONDS_BETWEEN_FAILED_TRIES, maxAgeSeconds)
      throw error
    } finally {
      underWay = undefined
    }
  }

  const refresh = () => (underWay ??= fetch())

  return {
    refresh,
    async current() {
      if (good === undefined) return refresh()
      if (seconds() >= nextFetch && underWay === undefined) refresh().catch(onStale)
      return good
    },
  }
}
