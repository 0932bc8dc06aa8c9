// Group commit: what arrives while a batch is being written goes into the next one, so many submissions share one fsync.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isConnectionLoss } from '../kernel/connection-loss.ts'
import type { Log } from '../kernel/log.ts'
import { Problem } from '../kernel/problem.ts'

/** How long a submission may wait for its commit before the applicant is told to try again. */
const PATIENCE_MS = 4500
const LARGEST = 200

interface Waiting<Entry, Result> {
  entry: Entry
  begun: boolean
  /** The applicant was told to try again. */
  isOver: boolean
  resolve(result: Result): void
  reject(error: unknown): void
}

export interface Batcher<Entry, Result> {
  /** Resolves once the entry is durable. Throws `temporarily-unavailable` when that takes longer than 4.5 seconds. */
  add(entry: Entry): Promise<Result>
  /** Resolves when nothing is waiting or being written. */
  idle: () => Promise<void>
}

/**
 * `write` commits many entries at once and answers for each in order. When it fails, each entry is written alone,
 * so that a bad one cannot fail its neighbours. `lanes` batches may be under way at once.
 */
export function createBatcher<Entry, Result>(
  write: (entries: readonly Entry[]) => Promise<readonly Result[]>,
  { log, lanes = 2 }: { log: Log; lanes?: number },
): Batcher<Entry, Result> {
  let queue: Waiting<Entry, Result>[] = []
  const underWay = new Set<Promise<void>>()

  function pump(): void {
    while (underWay.size < lanes && queue.length > 0) {
      const batch = queue.slice(0, LARGEST)
      queue = queue.slice(LARGEST)
      const writing: Promise<void> = commit(batch).finally(() => {
        underWay.delete(writing)
        pump()
      })
      underWay.add(writing)
    }
  }

  async function commit(batch: Waiting<Entry, Result>[]): Promise<void> {
    for (const waiting of batch) waiting.begun = true
    try {
      const results = await write(batch.map(waiting => waiting.entry))
      batch.forEach((waiting, index) => waiting.resolve(results[index] as Result))
    } catch (error) {
      if (batch.length === 1 || isConnectionLoss(error))
        return batch.forEach(waiting => waiting.reject(error))
      log.warn({ err: error, entries: batch.length }, 'batch failed, writing one by one')
      for (const waiting of batch) if (!waiting.isOver) await commit([waiting])
    }
  }

  return {
    add: entry =>
      new Promise<Result>((resolve, reject) => {
        const timer = setTimeout(() => {
          // What has not begun is taken out, so that it is not written after the applicant was told to try again.
          waiting.isOver = true
          if (!waiting.begun) queue = queue.filter(other => other !== waiting)
          reject(unavailable())
        }, PATIENCE_MS)
        const waiting: Waiting<Entry, Result> = {
          entry,
          begun: false,
          isOver: false,
          resolve(result) {
            clearTimeout(timer)
            resolve(result)
          },
          reject(error) {
            clearTimeout(timer)
            reject(isConnectionLoss(error) ? unavailable(error) : (error as Error))
          },
        }
        queue.push(waiting)
        // After the present turn of the event loop: requests that arrived together are committed together.
        setImmediate(pump)
      }),
    async idle() {
      // What waits is pumped in a later turn: waiting for nothing at all would never let that come.
      while (underWay.size > 0 || queue.length > 0) {
        await (underWay.size > 0 ? Promise.allSettled(underWay) : nextTurn())
      }
    },
  }
}

const unavailable = (cause?: unknown) =>
  new Problem(
    'temporarily-unavailable',
    'We could not store your application just now. Nothing is lost on your side: please send it again in a few seconds.',
    { retryAfterSeconds: 5, cause },
  )
