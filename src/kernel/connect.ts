import pg from 'pg'
import type { Log } from './log.ts'
import { dropWhenSilent } from './silent-server.ts'

interface PoolOptions {
  /** The most connections at once. */
  max: number
  /** Shown in pg_stat_activity. */
  applicationName: string
  log: Pick<Log, 'warn'>
  /** How long one statement may take; 30 s. */
  statementTimeoutMillis?: number
}

/**
 * A pool of connections that fail soon instead of waiting: 3 s for a connection, 30 s for a statement, 60 s for an idle transaction.
 *
 * A pooler such as PgBouncer refuses startup parameters that it does not know, so only user, database, `application_name` and
 * `client_encoding` go that way; the limits are set by a statement on each new connection. Behind a pooler that hands
 * connections around by transaction they then stay on the server's connection, which is harmless as all of ours set the same.
 *
 * Statements of one transaction that are given without waiting for each other (`Promise.all`) go out together and run in
 * their order. Where a lock is held, every round trip less is one that others do not wait for.
 *
 * `bigint` arrives as a number where a number holds it, as a string beyond. Drizzle reads results with parsers of its own: use
 * its `count()`, or `.mapWith(Number)`.
 */
export function createPool(
  url: string,
  { max, applicationName, log, statementTimeoutMillis = 30_000 }: PoolOptions,
): pg.Pool {
  // Awaited by the pool, though its types do not say so.
  const setLimits = (client: pg.ClientBase): unknown =>
    client.query(
      `SET statement_timeout = ${statementTimeoutMillis}; SET idle_in_transaction_session_timeout = 60000`,
    )
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser },
    onConnect: setLimits,
    ...PIPELINED,
  })
  // Without a listener, a server that restarts would end the process. The pool listens to its idle connections only, so those
  // in the middle of a transaction get one too. The pool drops a lost connection by itself.
  pool.on('connect', client => {
    client.on('error', err => log.warn({ err }, 'a database connection was lost'))
    // The server ends a statement at its limit and says so: one that is silent for longer is not there.
    dropWhenSilent(client, statementTimeoutMillis + GRACE_MS)
  })
  pool.on('error', () => {})
  return pool
}

const GRACE_MS = 2000
// Newer than the types of pg.
const PIPELINED = { pipeline: true }

const getTypeParser: typeof pg.types.getTypeParser = (oid, format): ((value: string) => unknown) =>
  oid === pg.types.builtins.INT8 && format !== 'binary' ? numberWhenSafe : pg.types.getTypeParser(oid, format)

function numberWhenSafe(text: string): number | string {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : text
}
