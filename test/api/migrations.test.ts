import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../migrations/run.ts'
import { createPool } from '../../src/kernel/connect.ts'
import { silent, testDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let directory: string

beforeEach(async () => {
  database = await testDatabase({ empty: true })
  directory = await mkdtemp(join(tmpdir(), 'migrations-'))
})

afterEach(async () => {
  await database.drop()
  await rm(directory, { recursive: true })
})

const file = (name: string, sql: string) => writeFile(join(directory, name), sql)
const run = () => migrate(database.pool, { directory })
const tables = async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

test('files are applied in the order of their names, once', async () => {
  await file('0002_b.sql', 'ALTER TABLE a ADD COLUMN note text;')
  await file('0001_a.sql', 'CREATE TABLE a (id int);--> statement-breakpoint\nCREATE INDEX a_id ON a (id);')
  await file('readme.md', 'not SQL')
  expect(await run()).toEqual(['0001_a.sql', '0002_b.sql'])
  expect(await run()).toEqual([])
  expect(await tables()).toEqual(['a', 'schema_migrations'])
})

test('a file that was merged late is applied as well', async () => {
  await file('0002_b.sql', 'CREATE TABLE b ();')
  await run()
  await file('0001_a.sql', 'CREATE TABLE a ();')
  expect(await run()).toEqual(['0001_a.sql'])
})

test('a file that was changed after it had been applied stops the run and is named', async () => {
  await file('0001_a.sql', 'CREATE TABLE a ();')
  await run()
  await file('0001_a.sql', 'CREATE TABLE a (id int);')
  await file('0002_b.sql', 'CREATE TABLE b ();')
  await expect(run()).rejects.toThrow('0001_a.sql was changed after it had been applied.')
  expect(await tables()).not.toContain('b')
})

test('line ends of another system do not count as a change', async () => {
  await file('0001_a.sql', 'CREATE TABLE a\n();\n')
  await run()
  await file('0001_a.sql', 'CREATE TABLE a\r\n();\r\n')
  expect(await run()).toEqual([])
})

test('what an older version of the code does not know is left alone', async () => {
  await file('0001_a.sql', 'CREATE TABLE a ();')
  await run()
  await rm(join(directory, '0001_a.sql'))
  expect(await run()).toEqual([])
})

test('a file that fails is named and rolled back, those before it stay, and it can be mended', async () => {
  await file('0001_a.sql', 'CREATE TABLE a ();')
  await file('0002_b.sql', 'CREATE TABLE b ();--> statement-breakpoint\nCREATE TABLE a ();')
  await expect(run()).rejects.toThrow('0002_b.sql failed and was rolled back: relation "a" already exists')
  expect(await tables()).toEqual(['a', 'schema_migrations'])
  await file('0002_b.sql', 'CREATE TABLE b ();')
  expect(await run()).toEqual(['0002_b.sql'])
})

test('of ten processes that start at once, one applies and nine wait', async () => {
  await file('0001_a.sql', 'CREATE TABLE a (); SELECT pg_sleep(0.3)')
  await file('0002_b.sql', '-- no-transaction\nCREATE INDEX CONCURRENTLY a_b ON a ((1));')
  const options = { max: 2, applicationName: 'migrating', log: silent }
  const pools = Array.from({ length: 10 }, () => createPool(database.url, options))
  const applied = await Promise.all(pools.map(pool => migrate(pool, { directory })))
  await Promise.all(pools.map(pool => pool.end()))
  expect(applied.filter(names => names.length > 0)).toEqual([['0001_a.sql', '0002_b.sql']])
})

test('who waits too long says so', async () => {
  await file('0001_a.sql', 'CREATE TABLE a (); SELECT pg_sleep(1)')
  const first = run()
  await new Promise(resolve => setTimeout(resolve, 300))
  await expect(migrate(database.pool, { directory, patienceMillis: 200 })).rejects.toThrow('for too long')
  expect(await first).toEqual(['0001_a.sql'])
})

test('a file that begins with "-- no-transaction" may create an index concurrently', async () => {
  await file('0001_a.sql', 'CREATE TABLE a (id int);')
  await file('0002_b.sql', '-- no-transaction\nCREATE INDEX CONCURRENTLY IF NOT EXISTS a_id ON a (id);')
  expect(await run()).toEqual(['0001_a.sql', '0002_b.sql'])
})

test("the service's own migrations apply to an empty database, and twice is once", async () => {
  const applied = await migrate(database.pool)
  expect(applied).toEqual(applied.toSorted())
  expect(await migrate(database.pool)).toEqual([])
})

test('whole numbers of eight bytes arrive as numbers where they fit, and nothing is lost where they do not', async () => {
  const { rows } = await database.pool.query(
    'SELECT count(*) AS few, 9007199254740993::bigint AS many FROM pg_class WHERE false',
  )
  expect(rows).toEqual([{ few: 0, many: '9007199254740993' }])
})

test('a connection that is cut in the middle of a transaction fails its query, not the process', async () => {
  const client = await database.pool.connect()
  await client.query('BEGIN')
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  await new Promise(resolve => setTimeout(resolve, 100))
  await expect(client.query('SELECT 1')).rejects.toThrow('not queryable')
  client.release(true)
  expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})
