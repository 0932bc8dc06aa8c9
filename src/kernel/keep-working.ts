import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from './log.ts'
import { within } from './shared-answer.ts'

/** What a BullMQ queue and worker have in common. */
interface Part {
  waitUntilReady(): Promise<unknown>
  close(): Promise<unknown>
}

// What we use of BullMQ's worker, whose types differ with the backend.
export interface Consumer extends Part {
  readonly name: string
  run(): Promise<void>
  close(force?: boolean): Promise<void>
}

const READY_MS = 5000
const CLOSE_MS = 1000
const BETWEEN_MS = 500

/**
 * A BullMQ queue on Postgres, of which `now` is as it is and `ready` one that can be used. One that was built while Postgres
 * was away, or too slow for one moment, refuses for ever: so another is built in its place. `ready` fails until one is.
 */
export function untilReady<Queue extends Part>(
  build: () => Queue,
): { now(): Queue; ready(): Promise<Queue> } {
  let queue = build()
  return {
    now: () => queue,
    async ready() {
      const attempt = queue
      try {
        await attempt.waitUntilReady()
      } catch (error) {
        if (queue === attempt) {
          queue = build()
          attempt.close().catch(() => {})
        }
        throw error
      }
      return attempt
    },
  }
}

/**
 * Builds a worker and runs it until closed. A BullMQ worker that is built while Postgres is away stays dead without a word:
 * so it is built again until it is ready.
 */
export function keepWorking(build: () => Consumer, log: Log): { close(): Promise<void> } {
  const closing = new AbortController()
  let worker: Consumer | undefined

  async function start(): Promise<void> {
    while (!closing.signal.aborted) {
      const attempt = build()
      try {
        await within(READY_MS, attempt.waitUntilReady())
      } catch (error) {
        log.debug({ err: error, queue: attempt.name }, 'worker not ready yet')
        await within(CLOSE_MS, attempt.close(true)).catch(() => {})
        await wait(BETWEEN_MS, undefined, { signal: closing.signal }).catch(() => {})
        continue
      }
      worker = attempt
      // One that is closed before it runs would run on: nobody would stop it.
      if (closing.signal.aborted) return
      void runOn(attempt)
      return
    }
  }

  async function runOn(attempt: Consumer): Promise<void> {
    try {
      await attempt.run()
    } catch (error) {
      log.error({ err: error, queue: attempt.name }, 'worker failed')
    }
    if (closing.signal.aborted) return
    log.error({ queue: attempt.name }, 'worker ended; another begins')
    worker = undefined
    started = start()
    await within(CLOSE_MS, attempt.close(true)).catch(() => {})
  }

  let started = start()
  return {
    async close() {
      closing.abort()
      // Half-way up it holds a connection that only its own close gives back: so it comes up first.
      await started
      await worker?.close()
    },
  }
}
