import type { Log } from './log.ts'
import { within } from './shared-answer.ts'

export interface TakeDown {
  /** Remembers how to end what has just come up. `always`: waited for however long it takes, for it would outlive us. */
  add(name: string, end: () => Promise<unknown>, always?: 'always'): void
  /** Ends everything, the last first, once. What takes longer than the grace is left behind: the process goes anyway. */
  run(graceMillis: number): Promise<void>
}

/** However late it is, each part gets this long: closing a socket is quick when nothing hangs. */
const LEAST_MS = 500

export function takeDown(log: Log): TakeDown {
  const steps: { name: string; end: () => Promise<unknown>; always: boolean }[] = []
  let running: Promise<void> | undefined

  async function endAll(graceMillis: number): Promise<void> {
    const deadline = performance.now() + graceMillis
    for (const { name, end, always } of steps.toReversed()) {
      try {
        const ending = end()
        await (always ? ending : within(Math.max(LEAST_MS, deadline - performance.now()), ending))
        log.debug({ part: name }, 'ended')
      } catch (error) {
        log.warn({ err: error, part: name }, 'a part did not end in order')
      }
    }
  }
  return {
    add: (name, end, always) => void steps.push({ name, end, always: always !== undefined }),
    run: graceMillis => (running ??= endAll(graceMillis)),
  }
}
