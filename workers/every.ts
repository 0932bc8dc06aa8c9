import type { Log } from '../src/kernel/log.ts'

/** Runs the task now and then at the interval after it ended; a failure is logged and the next run comes. */
export function every(
  milliseconds: number,
  log: Log,
  name: string,
  task: () => Promise<unknown>,
): { close(): Promise<void> } {
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let running = run()

  async function run(): Promise<void> {
    try {
      await task()
    } catch (error) {
      log.warn({ err: error, task: name }, 'task failed; it runs again')
    }
    if (!closed) timer = setTimeout(again, milliseconds)
  }
  function again(): void {
    running = run()
  }
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}
