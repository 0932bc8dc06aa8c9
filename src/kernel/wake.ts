// Tells the relay in whichever process that there is work, through Postgres. Only a hint: the relay looks anyway.
import pg from 'pg'
import type { Log } from './log.ts'

const CHANNEL = 'intake_work'

/** Sends the hint, at most one at a time: hints that come while one is on its way go out as one more. */
export function createWake(pool: pg.Pool): () => void {
  let sending = false
  let again = false
  const send = (): void => {
    sending = true
    pool
      .query(`notify ${CHANNEL}`)
      .catch(() => undefined)
      .finally(() => {
        sending = false
        if (!again) return
        again = false
        send()
      })
  }
  return () => {
    if (sending) again = true
    else send()
  }
}

/** Calls `wake` at each hint, on a connection of its own that is made again when it is lost. */
export function listenForWork(databaseUrl: string, wake: () => void, log: Log): { close(): Promise<void> } {
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined

  function connect(): void {
    const attempt = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'intake-relay',
    })
    client = attempt
    const lost = (error?: Error) => {
      if (closed || client !== attempt) return
      client = undefined
      log.debug({ err: error }, 'wake-up connection lost')
      void endQuietly(attempt)
      retry = setTimeout(connect, 500)
    }
    attempt.on('error', lost)
    attempt.on('end', () => lost())
    attempt.on('notification', wake)
    attempt
      .connect()
      .then(() => attempt.query(`listen ${CHANNEL}`))
      .then(wake, lost)
  }
  connect()
  return {
    async close() {
      closed = true
      clearTimeout(retry)
      await endQuietly(client)
    },
  }
}

// A connection that is lost already cannot be ended in good order, and need not be.
async function endQuietly(client: pg.Client | undefined): Promise<void> {
  try {
    await client?.end()
  } catch {
    // It is gone either way.
  }
}
