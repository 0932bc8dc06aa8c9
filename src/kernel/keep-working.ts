import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from './log.ts'

// What we use of BullMQ's worker, whose types differ with the backend.
export interface Consumer {
  readonly name: string
  waitUntilReady(): Promise<unknown>
  run(): Promise<void>
  close(force?: boolean): Promise<void>
}

const READY_MS = 5000

/**
 * Builds a worker and runs it until closed. A BullMQ worker that is built while Postgres is away stays dead without a word:
 * so it is built again until it is ready.
 */
export function keepWorking(build: () => Consumer, log: Log): { close(): Promise<void> } {
  const closing = new AbortController()
  const pause = (milliseconds: number) =>
    wait(milliseconds, undefined, { signal: closing.signal }).catch(() => {})
  let worker: Consumer | undefined

  async function start(): Promise<void> {
    while (!closing.signal.aborted) {
      const attempt = build()
      if (await isReady(attempt, pause)) {
        worker = attempt
        attempt
          .run()
          .catch((error: unknown) => log.error({ err: error, queue: attempt.name }, 'worker ended'))
        return
      }
      await Promise.race([attempt.close(true).catch(() => {}), pause(1000)])
      await pause(500)
    }
  }
  const started = start()
  return {
    async close() {
      closing.abort()
      await started
      await worker?.close()
    },
  }
}

const isReady = (worker: Consumer, pause: (milliseconds: number) => Promise<unknown>): Promise<boolean> =>
  Promise.race([
    worker.waitUntilReady().then(
      () => true,
      () => false,
    ),
    pause(READY_MS).then(() => false),
  ])
