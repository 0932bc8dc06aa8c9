import type { Chance } from './reference.ts'

const MINUTES = [1, 5, 15, 60] as const

/** How many attempts come in quick succession, before it is an hour between them. */
export const QUICK_RETRIES = MINUTES.length

/**
 * Seconds to wait after the given failed attempt (from 1): 1, 5, 15 and then 60 minutes, each up to a fifth longer by
 * chance, so that what failed together does not come back together.
 */
export function retryDelaySeconds(attempt: number, chance: Chance): number {
  const seconds = 60 * (MINUTES[Math.min(attempt, MINUTES.length) - 1] ?? 60)
  return seconds + chance(seconds / 5 + 1)
}
