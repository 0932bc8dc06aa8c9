import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '../../src/kernel/embedded-postgres.ts'

// One database for all, for initdb takes a second or two; what a test needs new it takes anew.
let place: string
let directory: string
const holders: ChildProcess[] = []

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'embedded-'))
  directory = join(place, 'data')
})

afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL')
  // Joined and left, so that nothing runs on after a test that failed.
  await (await startEmbeddedPostgres({ directory }).catch(() => undefined))?.stop()
})

afterAll(() => rm(place, { recursive: true, force: true, maxRetries: 5 }))

interface Held {
  url: string
  startedHere: boolean
  pid: number
  /** Ends the process as Ctrl-C or `kill -9` would, and waits for its end. */
  end(signal: 'SIGINT' | 'SIGKILL'): Promise<void>
}

/** Another process that starts the embedded database and holds it. */
async function hold(): Promise<Held> {
  const source = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, '../../src/kernel/embedded-postgres.ts'))}
    const server = await startEmbeddedPostgres({ directory: ${JSON.stringify(directory)} })
    process.on('SIGINT', () => server.stop().then(() => process.exit()))
    console.log(JSON.stringify(server))
    setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  holders.push(holder)
  const [line] = (await once(holder.stdout, 'data')) as [Buffer]
  return {
    ...(JSON.parse(line.toString()) as Held),
    async end(signal) {
      holder.kill(signal)
      await once(holder, 'exit')
    },
  }
}

async function ask<Row>(url: string, sql: string): Promise<Row> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows[0] as Row
  } finally {
    await client.end()
  }
}

const isAlive = async (pid: number) => {
  const arguments_ = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return arguments_.includes('postgres')
}
const pidFile = () => join(directory, 'cluster', 'data', 'postmaster.pid')

test('the first start makes a durable UTF-8 database whose owner is no superuser; the next one finds what was written', async () => {
  const began = performance.now()
  const first = await startEmbeddedPostgres({ directory })
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(first.startedHere).toBe(true)
  const facts = await ask(
    first.url,
    `SELECT current_user AS who, rolsuper AS super, pg_get_userbyid(datdba) AS owner, pg_encoding_to_char(encoding) AS encoding,
       lower('ÉÑ') AS lower, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
       current_setting('listen_addresses') AS listens
     FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
  )
  expect(facts).toEqual({
    who: 'intake',
    super: false,
    owner: 'intake',
    encoding: 'UTF8',
    lower: 'éñ',
    fsync: 'on',
    commit: 'on',
    listens: '127.0.0.1',
  })
  await ask(first.url, 'CREATE EXTENSION pg_trgm')
  await ask(first.url, 'CREATE EXTENSION unaccent')
  await ask(first.url, 'CREATE TABLE written AS SELECT 7 AS value')
  await first.stop()
  expect(await isAlive(first.pid)).toBe(false)

  const again = performance.now()
  const second = await startEmbeddedPostgres({ directory })
  expect(performance.now() - again).toBeLessThan(2_000)
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'SELECT value FROM written')).toEqual({ value: 7 })
  await second.stop()
})

test('nobody gets in without the password, and the superuser not at all', async () => {
  const server = await startEmbeddedPostgres({ directory })
  const as = (user: string, password: string) =>
    Object.assign(new URL(server.url), { username: user, password }).href
  await expect(ask(as('intake', 'guess'), 'SELECT 1')).rejects.toThrow('password authentication failed')
  await expect(ask(as('postgres', new URL(server.url).password), 'SELECT 1')).rejects.toThrow(
    'no pg_hba.conf entry',
  )
  await server.stop()
})

test('two processes that start at once on nothing share one server, and only the last one stops it', async () => {
  await rm(directory, { recursive: true })
  const [web, worker] = await Promise.all([hold(), hold()])
  expect(web.url).toBe(worker.url)
  expect(web.startedHere).not.toBe(worker.startedHere)
  const [owner, other] = web.startedHere ? [web, worker] : [worker, web]
  await owner.end('SIGINT')
  expect(await ask(other.url, 'SELECT 1 AS one')).toEqual({ one: 1 })
  await other.end('SIGINT')
  expect(await isAlive(web.pid)).toBe(false)
  expect(await readdir(directory)).toEqual(['cluster', 'users'])
  expect(await readdir(join(directory, 'users'))).toEqual([])
})

test('a server that a killed process left behind is used again, and stopped by whoever leaves last', async () => {
  const killed = await hold()
  await killed.end('SIGKILL')
  expect(await isAlive(killed.pid)).toBe(true)
  const heir = await startEmbeddedPostgres({ directory })
  expect({ pid: heir.pid, startedHere: heir.startedHere }).toEqual({ pid: killed.pid, startedHere: false })
  await heir.stop()
  expect(await isAlive(killed.pid)).toBe(false)
})

test('leaving and joining at the same moment never hands out a server that is being stopped', async () => {
  let held = await startEmbeddedPostgres({ directory })
  for (let round = 0; round < 8; round++) {
    const [, next] = await Promise.all([held.stop(), startEmbeddedPostgres({ directory })])
    expect(await ask(next.url, 'SELECT 1 AS one')).toEqual({ one: 1 })
    held = next
  }
  await held.stop()
})

test('after a kill -9 of the server, what was committed is there at the next start', async () => {
  const server = await startEmbeddedPostgres({ directory })
  await ask(server.url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n')
  const busy = ask(server.url, 'SELECT pg_sleep(60)').catch(() => {})
  process.kill(server.pid, 'SIGKILL')
  await server.stop()
  const next = await startEmbeddedPostgres({ directory })
  expect(next.url).toBe(server.url)
  expect(await ask(next.url, 'SELECT count(*)::int AS kept FROM kept')).toEqual({ kept: 1000 })
  await next.stop()
  await busy
})

test('a pid file whose pid now belongs to another program does not hinder the start', async () => {
  const server = await startEmbeddedPostgres({ directory })
  const written = await readFile(pidFile(), 'utf8')
  await server.stop()
  // Under the server's own account, for of other accounts' processes postgres itself knows that they are no server.
  const { uid, gid } = await stat(join(directory, 'cluster', 'data'))
  const account = process.getuid?.() === 0 ? { uid, gid } : {}
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...account })
  holders.push(stranger)
  await writeFile(pidFile(), written.replace(/^\d+/, String(stranger.pid)))
  const next = await startEmbeddedPostgres({ directory })
  expect(next.startedHere).toBe(true)
  expect(stranger.exitCode).toBe(null)
  await next.stop()
})

test('another program on the port only moves the database to another port', async () => {
  const server = await startEmbeddedPostgres({ directory })
  await server.stop()
  const port = Number(new URL(server.url).port)
  const squatter = createServer().listen(port, '127.0.0.1')
  await once(squatter, 'listening')
  const moved = await startEmbeddedPostgres({ directory })
  expect(Number(new URL(moved.url).port)).not.toBe(port)
  await moved.stop()
  squatter.close()
})

test('a start that was killed half-way is cleared away', async () => {
  await (await startEmbeddedPostgres({ directory })).stop()
  await mkdir(join(directory, 'cluster-Ab12Cd'), { recursive: true })
  await (await startEmbeddedPostgres({ directory })).stop()
  expect(await readdir(directory)).toEqual(['cluster', 'users'])
})

test('a directory that cannot be used ends the start with one line that says so', async () => {
  const taken = join(place, 'file')
  await writeFile(taken, '')
  const failure = await startEmbeddedPostgres({ directory: taken }).catch((error: unknown) => error as Error)
  expect(failure).toBeInstanceOf(Error)
  expect((failure as Error).message).toMatch(
    /^The embedded database in .+ does not start: .+set DATABASE_URL.+$/,
  )
})

test('a damaged database ends the start with one line that says so', async () => {
  await (await startEmbeddedPostgres({ directory })).stop()
  await rm(join(directory, 'cluster', 'data', 'global', 'pg_control'))
  await expect(startEmbeddedPostgres({ directory })).rejects.toThrow(
    /does not start: could not find the database system/,
  )
})
