// Something that is asked all the time and changes seldom: held in memory, read anew every few seconds in every process.
import { setTimeout as pause } from 'node:timers/promises'

/** So soon at the latest does every process know of a change. */
const EVERY_MS = 2000

export interface KeptFresh<Value> {
  /** At once, from memory. */
  current(): Value
  /** Reads now, for instance after one's own change. */
  refresh(): Promise<void>
  close(): Promise<void>
}

/**
 * Reads once and then again and again. A later reading that fails leaves what was read before; the next one comes.
 * Rejects when the first fails.
 */
export async function keepFresh<Value>(
  read: () => Promise<Value>,
  {
    everyMillis = EVERY_MS,
    onStale = () => {},
  }: { everyMillis?: number; onStale?: (error: unknown) => void } = {},
): Promise<KeptFresh<Value>> {
  let value = await read()
  const ended = new AbortController()

  async function refresh(): Promise<void> {
    value = await read()
  }
  async function goOn(): Promise<void> {
    for (;;) {
      // Not awaited by anybody: it must not keep the process alive.
      const due = await pause(everyMillis, true, { ref: false, signal: ended.signal }).catch(() => false)
      if (!due) return
      await refresh().catch(onStale)
    }
  }
  const going = goOn()
  return {
    current: () => value,
    refresh,
    async close() {
      ended.abort()
      await going
    },
  }
}
