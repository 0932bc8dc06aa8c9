import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '../../migrations/run.ts'
import { createPool } from '../../src/kernel/connect.ts'
import { startEmbeddedPostgres } from '../../src/kernel/embedded-postgres.ts'
import { createLog } from '../../src/kernel/log.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run and the migrated database that every test file gets a copy of. */
    database: { url: string; template: string }
  }
}

export const silent = createLog('silent')

export interface TestDatabase {
  url: string
  pool: pg.Pool
  /** Ends the pool and removes the database, whoever is still connected. */
  drop(): Promise<void>
}

/** A migrated, empty database of one's own; `empty` is one without migrations. */
export async function testDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = inject('database')
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`
  await once(server.url, `CREATE DATABASE ${name}${empty ? '' : ` TEMPLATE ${server.template}`}`)
  const url = onDatabase(server.url, name)
  const pool = createPool(url, { max: 10, applicationName: name, log: silent })
  return {
    url,
    pool,
    async drop() {
      await pool.end()
      await once(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

export interface ScratchPostgres {
  /** Stays the same over restarts. */
  url: string
  /** Fast shutdown, as in an orderly restart. */
  stop(): Promise<void>
  /** `kill -9` of the postmaster, as in a crash. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Stops it and removes its files. */
  remove(): Promise<void>
}

/** A migrated server of one's own with durable settings, for tests that stop, kill and restart it. */
export async function startScratchPostgres(): Promise<ScratchPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'justice-intake-scratch-'))
  let server = await startEmbeddedPostgres({ directory })
  await bringUpToDate(server.url)
  return {
    url: server.url,
    stop: () => server.stop(),
    async kill() {
      process.kill(server.pid, 'SIGKILL')
      await server.stop()
    },
    async start() {
      server = await startEmbeddedPostgres({ directory })
    },
    async remove() {
      await server.stop()
      await rm(directory, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Applies the service's migrations. */
export async function bringUpToDate(url: string): Promise<void> {
  const pool = createPool(url, { max: 2, applicationName: 'test set-up', log: silent })
  try {
    await migrate(pool)
  } finally {
    await pool.end()
  }
}

/** The same server, another database. */
export function onDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
