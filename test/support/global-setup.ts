import { createHash, type Hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/kernel/embedded-postgres.ts'
import { bringUpToDate, onDatabase } from './database.ts'

// One server for all projects of a run, and for runs side by side. It is kept between runs, so only the first one waits for initdb;
// what a machine's crash would do to it does not matter.
const root = join(import.meta.dirname, '..', '..')
const directory = join(root, 'node_modules', '.cache', 'justice-intake-test')
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '200',
  // A file's database lives for seconds, and cannot be dropped while the superuser's worker tidies it.
  autovacuum: 'off',
}

/** Starts PostgreSQL, unless TEST_DATABASE_URL leads to one, and has a migrated database ready to be copied. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? undefined : await startEmbeddedPostgres({ directory, settings })
  const url = given ?? server?.url ?? ''
  try {
    const template = `template_${migrationsHash()}`
    await prepare(url, template, !given)
    project.provide('database', { url, template })
  } catch (error) {
    await server?.stop()
    throw error
  }
  return async () => server?.stop()
}

function migrationsHash(): string {
  const migrations = join(root, 'migrations')
  const names = readdirSync(migrations).filter(name => name.endsWith('.sql'))
  const hash = names
    .toSorted()
    .reduce<Hash>(
      (hash, name) => hash.update(name).update(readFileSync(join(migrations, name))),
      createHash('sha256'),
    )
  return hash.digest('hex').slice(0, 16)
}

async function prepare(url: string, template: string, ownServer: boolean): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    // Several projects, and several runs, come here at once.
    await client.query('SELECT pg_advisory_lock(7246202)')
    if (ownServer) await dropLeftovers(client, template)
    const { rows } = await client.query<{ finished: boolean }>(
      'SELECT datistemplate AS finished FROM pg_database WHERE datname = $1',
      [template],
    )
    if (rows[0]?.finished) return
    if (!rows[0]) await client.query(`CREATE DATABASE ${template}`)
    await bringUpToDate(onDatabase(url, template))
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true`)
  } finally {
    await client.end()
  }
}

/** Templates of earlier migrations, and the databases of test processes that were killed. */
async function dropLeftovers(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string; template: boolean }>(
    `SELECT datname AS name, datistemplate AS template FROM pg_database
     WHERE datname ~ '^(template|test)_[0-9a-f]+' AND datname <> $1`,
    [template],
  )
  for (const { name, template } of rows) {
    if (name.startsWith('test_') && isAlive(Number(name.split('_')[1]))) continue
    if (template) await client.query(`ALTER DATABASE ${name} IS_TEMPLATE false`)
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
