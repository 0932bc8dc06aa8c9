import type { Log } from './kernel/log.ts'

/** How long an orderly end may take before the process goes anyway: everything accepted is in Postgres by then. */
const PATIENCE_MS = 25_000

/** Ends the process in order at SIGTERM or Ctrl-C; a second signal ends it at once. */
export function endOnSignal(close: () => Promise<void>, log: Log): void {
  let ending = false
  const end = (signal: NodeJS.Signals) => {
    if (ending) process.exit(1)
    ending = true
    log.info({ signal }, 'ending')
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
