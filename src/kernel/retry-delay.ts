import type { Chance } from './reference.ts'

const MINUTES = [1, 5, 15, 60] as const

/** Hours after which what keeps failing is given up, once the quick retries are behind it. */
export const GIVE_UP_HOURS = 48

/** Whether the quick retries are behind it: what waited out a long outage gets them too, and so does an email that is replayed. */
export const hadQuickRetries = (attempts: number): boolean => attempts > MINUTES.length

/**
 * Seconds to wait after the given failed attempt (from 1): 1, 5, 15 and then 60 minutes, each up to a fifth longer by
 * chance, so that what failed together does not come back together.
 */
export function retryDelaySeconds(attempt: number, chance: Chance): number {
  const seconds = 60 * (MINUTES[Math.min(attempt, MINUTES.length) - 1] ?? 60)
  return seconds + chance(seconds / 5 + 1)
}
