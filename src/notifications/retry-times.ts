// When an email that could not be handed over is tried again.
import type { Chance } from '../kernel/reference.ts'

const MINUTES = [1, 5, 15, 60] as const
const HOUR = 3600

/** Hours after its creation at which an email is given up, once the quick retries are behind it. */
export const GIVE_UP_HOURS = 48

/** Whether the email has had its quick retries: one that waited out a long outage gets them too, and so does a replayed one. */
export const hadQuickRetries = (attempts: number): boolean => attempts > MINUTES.length

/**
 * Seconds until the next attempt, after so many (from 1): 1, 5, 15, 60 minutes, then an hour each. Up to a fifth is added by
 * chance, so that what failed together does not come back together.
 */
export function secondsUntilRetry(attempts: number, chance: Chance): number {
  const minutes = MINUTES[attempts - 1]
  const seconds = minutes === undefined ? HOUR : minutes * 60
  return seconds + chance(seconds / 5 + 1)
}
