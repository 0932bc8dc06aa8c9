import type { Log } from './kernel/log.ts'

/** How long the parts may take to finish what they have begun; everything accepted is in Postgres by then. */
const GRACE_MS = { SIGTERM: 20_000, SIGHUP: 5000, SIGINT: 5000 } as const
/** Then the process goes anyway. */
const AFTER_GRACE_MS = 4500
/** npm hands Ctrl-C on although the terminal has sent it to us as well: so the second one soon after is not a second wish. */
const SAME_WISH_MS = 1000

/**
 * Ends the process in order at SIGTERM, Ctrl-C, the end of the terminal, and at an error that nobody caught. Another signal,
 * a second or more later, ends it at once.
 */
export function endOnSignal(close: (graceMillis: number) => Promise<void>, log: Log): void {
  let since: number | undefined
  const end = (graceMillis: number, status: number) => {
    if (since !== undefined) {
      if (performance.now() - since > SAME_WISH_MS) process.exit(1)
      return
    }
    since = performance.now()
    setTimeout(() => process.exit(1), graceMillis + AFTER_GRACE_MS).unref()
    close(graceMillis).then(
      () => process.exit(status),
      () => process.exit(1),
    )
  }
  for (const [signal, graceMillis] of Object.entries(GRACE_MS)) {
    process.on(signal, () => {
      log.info({ signal }, 'ending')
      end(graceMillis, 0)
    })
  }
  // By itself Node would print the whole error, and with it what a person sent.
  process.on('uncaughtException', error => {
    log.fatal({ err: error }, 'ending after an error that nobody caught')
    end(GRACE_MS.SIGINT, 1)
  })
}
