import type { Log } from './log.ts'

/**
 * Work whose failure others keep: BullMQ stores an error's message and stack for all who may look at the queues, and
 * Drizzle's hold what people wrote. The log gets the error, the queue only its kind.
 */
export const failingQuietly =
  <Data extends { id: string }>(handle: (data: Data) => Promise<void>, queue: string, log: Log) =>
  async ({ data }: { data: Data }): Promise<void> => {
    try {
      await handle(data)
    } catch (error) {
      log.warn({ err: error, queue, id: data.id }, 'work failed; its row says when it is tried again')
      const kind = error instanceof Error ? error.constructor.name : typeof error
      // oxlint-disable-next-line preserve-caught-error -- BullMQ would keep the cause as well.
      throw new Error(`${kind}: see the log`)
    }
  }
