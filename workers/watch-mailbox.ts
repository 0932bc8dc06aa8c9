import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Log } from '../src/kernel/log.ts'
import type { ThreadSettings } from './mailbox/thread.ts'

const AGAIN_MS = 5_000

/** Has a thread read the mailbox, and another one where it ended by itself. `close` lets it store what it is reading. */
export function watchMailbox(settings: ThreadSettings, log: Log): { close(): Promise<void> } {
  const ending = new AbortController()
  let thread: Worker | undefined
  const running = run()

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      await threadEnds()
      await pause(AGAIN_MS, undefined, { signal: ending.signal }).catch(() => {})
    }
  }
  function threadEnds(): Promise<void> {
    const ended = Promise.withResolvers<void>()
    const started = new Worker(new URL('mailbox/thread.ts', import.meta.url), { workerData: settings })
    thread = started
    started.on('error', error => log.error({ err: error }, 'the thread that reads the mailbox ended'))
    started.on('exit', () => ended.resolve())
    return ended.promise
  }
  return {
    async close() {
      ending.abort()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin.
      thread?.postMessage('end')
      await running
    },
  }
}
