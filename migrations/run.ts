import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { loadConfig } from '../src/kernel/config.ts'
import { createPool } from '../src/kernel/connect.ts'
import { createLog, type Log } from '../src/kernel/log.ts'
import { allowSilence } from '../src/kernel/silent-server.ts'
import { oneLine } from '../src/kernel/one-line.ts'
import { databaseTrouble } from '../src/kernel/start-trouble.ts'

// Brings a database up to date. drizzle-kit writes the files; its own migrator passes over a file that was merged after a later
// one had been applied, and does not notice a file that was changed.

interface Migration {
  name: string
  hash: string
  statements: string[]
  /** The file begins with `-- no-transaction`, for what PostgreSQL refuses inside one, such as CREATE INDEX CONCURRENTLY. */
  alone: boolean
}

interface Options {
  /** Where the `.sql` files are; this directory. */
  directory?: string
  log?: Pick<Log, 'info'>
  /** How long to wait for another process that is migrating; 120 s. */
  patienceMillis?: number
}

// Any number will do, so long as nothing else in the database locks it.
const LOCK = 7_246_201

const LEDGER = `
  CREATE TABLE IF NOT EXISTS schema_migrations (
    name text CONSTRAINT schema_migrations_pkey PRIMARY KEY,
    hash text NOT NULL,
    applied_at timestamptz(3) NOT NULL DEFAULT now()
  )`

/**
 * Applies what has not been applied, in the order of names, each file in a transaction; returns the names. Several processes may
 * start at once: one applies, the others wait. Needs two connections of the pool, no session state: a pooler may stand between.
 * Throws an error of one line that names the file: it failed (and was rolled back), or was changed after it had been applied.
 */
export async function migrate(pool: pg.Pool, options: Options = {}): Promise<string[]> {
  const migrations = await readMigrations(options.directory ?? import.meta.dirname)
  if ((await pendingOf(pool, migrations)).length === 0) return []

  const guard = await pool.connect()
  let client: pg.PoolClient | undefined
  try {
    await takeTurn(guard, options.patienceMillis ?? 120_000)
    client = await pool.connect()
    await client.query('SET statement_timeout = 0')
    allowSilence(client)
    await client.query(LEDGER)
    const pending = await pendingOf(client, migrations)
    for (const migration of pending) {
      await apply(client, migration)
      options.log?.info({ migration: migration.name }, 'migration applied')
    }
    await guard.query('COMMIT')
    return pending.map(({ name }) => name)
  } finally {
    // Closed, not returned: whatever was set or begun goes with them.
    guard.release(true)
    client?.release(true)
  }
}

/** The names of what has not been applied. Throws if an applied file was changed since. */
export const pendingMigrations = async (pool: pg.Pool): Promise<string[]> =>
  (await pendingOf(pool, await readMigrations(import.meta.dirname))).map(({ name }) => name)

async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter(name => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async name => {
      // The same file has the same hash, whatever line ends a checkout gave it.
      const text = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n')
      return {
        name,
        hash: createHash('sha256').update(text).digest('hex'),
        statements: text.split('--> statement-breakpoint').filter(statement => statement.trim() !== ''),
        alone: text.startsWith('-- no-transaction'),
      }
    }),
  )
}

/** What is to be applied. Throws if the file of an applied one is not what it was; an applied one without a file is a newer version's. */
async function pendingOf(db: pg.Pool | pg.ClientBase, migrations: Migration[]): Promise<Migration[]> {
  const table = await db.query<{ found: boolean }>(
    `SELECT to_regclass('schema_migrations') IS NOT NULL AS found`,
  )
  if (!table.rows[0]?.found) return migrations
  const { rows } = await db.query<{ name: string; hash: string }>('SELECT name, hash FROM schema_migrations')
  const applied = new Map(rows.map(({ name, hash }) => [name, hash]))
  const changed = migrations.find(({ name, hash }) => applied.has(name) && applied.get(name) !== hash)
  if (changed) {
    throw new Error(
      `${changed.name} was changed after it had been applied. Restore it, and put the change in a new file.`,
    )
  }
  return migrations.filter(({ name }) => !applied.has(name))
}

/**
 * Opens a transaction that holds the lock until it ends. Asks again and again instead of waiting inside a statement: a
 * statement that waits holds a snapshot, and CREATE INDEX CONCURRENTLY would wait for that.
 */
async function takeTurn(guard: pg.PoolClient, patienceMillis: number): Promise<void> {
  const giveUp = performance.now() + patienceMillis
  while (performance.now() < giveUp) {
    await guard.query('BEGIN')
    const turn = await guard.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK])
    if (turn.rows[0]?.mine) {
      await guard.query('SET LOCAL idle_in_transaction_session_timeout = 0')
      return
    }
    await guard.query('ROLLBACK')
    await pause(50)
  }
  throw new Error(
    'Another process has been migrating this database for too long. See what it waits for, then start again.',
  )
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    if (!migration.alone) await client.query(`BEGIN; SET LOCAL lock_timeout = '10s'`)
    // First, so that even a runner which lost its turn waits here, and fails, before it has changed anything.
    if (!migration.alone) await record(client, migration)
    for (const statement of migration.statements) await client.query(statement)
    if (migration.alone) await record(client, migration)
    else await client.query('COMMIT')
  } catch (cause) {
    if (!migration.alone) await client.query('ROLLBACK').catch(() => {})
    const state = migration.alone ? 'failed, and what it had done before stays' : 'failed and was rolled back'
    throw new Error(`${migration.name} ${state}: ${(cause as Error).message}`, { cause })
  }
}

const record = (client: pg.PoolClient, { name, hash }: Migration) =>
  client.query('INSERT INTO schema_migrations (name, hash) VALUES ($1, $2)', [name, hash])

if (import.meta.main) {
  try {
    const config = loadConfig()
    if (!config.databaseUrl)
      throw new Error('DATABASE_URL is not set. The embedded database is migrated by "npm start".')
    const trouble = await databaseTrouble('DATABASE_URL', config.databaseUrl)
    if (trouble) throw new Error(trouble)
    const log = createLog(config.logLevel)
    const pool = createPool(config.databaseUrl, { max: 2, applicationName: 'justice-intake migrate', log })
    try {
      const applied = await migrate(pool, { log })
      console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`)
    } finally {
      await pool.end()
    }
  } catch (error) {
    console.error(oneLine(error))
    process.exitCode = 1
  }
}
