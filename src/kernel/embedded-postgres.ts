import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log.ts'
import { choosePort, openCluster, type Cluster } from './postgres-cluster.ts'
import {
  launchServer,
  pidFile,
  runningServer,
  shutDown,
  type Launch,
  type Server,
} from './postgres-server.ts'
import { joinRegister } from './process-register.ts'

// A real PostgreSQL in a directory, for as long as any process uses that directory.

export interface EmbeddedPostgres {
  /** Of the role `intake`, which owns the database `intake` and is no superuser. Holds the password: not for logs. */
  url: string
  /** False if the server was running already: a sibling's, or one that a killed process left behind. */
  startedHere: boolean
  /** The postmaster's process id. */
  pid: number
  /** Shuts the server down unless anybody else alive uses it, and waits until it is gone. */
  stop(): Promise<void>
}

interface Options {
  directory: string
  log?: Pick<Log, 'info' | 'warn'>
  /** PostgreSQL settings that go over the defaults. */
  settings?: Record<string, string>
}

/**
 * Starts the server of this directory, or joins the one that runs; makes the database on the first start.
 * Throws an error whose message is one line: what hinders it, and the remedy.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory)
  try {
    return await start(directory, options)
  } catch (cause) {
    const reason = (cause as Error).message
    const remedy = 'Make that directory usable, or set DATABASE_URL to a PostgreSQL server.'
    throw new Error(`The embedded database in ${directory} does not start: ${reason}. ${remedy}`, { cause })
  }
}

async function start(directory: string, { log, settings = {} }: Options): Promise<EmbeddedPostgres> {
  // Again without its parents, for the error that is true: with them, a read-only file system passes for a missing directory.
  await mkdir(directory, { recursive: true, mode: 0o700 }).catch(() => mkdir(directory, { mode: 0o700 }))
  const register = await joinRegister(join(directory, 'users'))
  try {
    if (await register.alone()) await removeUnfinished(directory)
    const cluster = await openCluster(directory)
    const server = await serve(cluster, settings)
    log?.info(
      { pid: server.pid, port: server.port, startedHere: server.startedHere },
      'embedded PostgreSQL is ready',
    )
    let stopping: Promise<void> | undefined
    return {
      url: urlOf(cluster, server.port),
      startedHere: server.startedHere,
      pid: server.pid,
      stop: () => (stopping ??= register.leave(() => shutDown(cluster, log))),
    }
  } catch (error) {
    await register.leave(async () => {})
    throw error
  }
}

/** What starts that were killed half-way had built. An initdb that outlived its parent may still write there: then the next start removes it. */
async function removeUnfinished(directory: string): Promise<void> {
  const unfinished = (await readdir(directory)).filter(name => name.startsWith('cluster-'))
  await Promise.allSettled(
    unfinished.map(name => rm(join(directory, name), { recursive: true, force: true })),
  )
}

/** Waits for the server that runs, or launches one, until it answers. After a crash it replays its log first, which may take a while. */
async function serve(
  cluster: Cluster,
  settings: Record<string, string>,
): Promise<Server & { startedHere: boolean }> {
  const giveUp = performance.now() + 120_000
  let launched: Launch | undefined
  while (performance.now() < giveUp) {
    const server = await runningServer(cluster)
    if (server?.ready && (await answers(urlOf(cluster, server.port)))) {
      return { ...server, startedHere: server.pid === launched?.pid }
    }
    const complaint = await launched?.complaint()
    if (complaint !== undefined) {
      launched = undefined
      await makeWay(cluster, complaint)
    }
    if (!server) launched ??= await launchServer(cluster, settings)
    await pause(15)
  }
  throw new Error('it has not answered for two minutes')
}

/** Removes what kept a launch from succeeding. Throws if it is not ours to remove. */
async function makeWay(cluster: Cluster, complaint: string): Promise<void> {
  // A sibling was faster; or its pid file outlived a crash, and the pid is now that of a program of ours which is no server.
  if (complaint.includes('"postmaster.pid" already exists')) {
    if (!(await runningServer(cluster))) await rm(pidFile(cluster), { force: true })
    return
  }
  // Backends that have not noticed yet that their postmaster was killed.
  if (complaint.includes('pre-existing shared memory block')) return pause(100)
  if (complaint.includes('could not create any TCP/IP sockets')) return choosePort(cluster)
  throw new Error(complaint)
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    // Class 28: it answers, but does not know us.
    if (error instanceof pg.DatabaseError && error.code?.startsWith('28')) throw error
    return false
  } finally {
    await client.end()
  }
}

const urlOf = (cluster: Cluster, port: number) =>
  `postgres://intake:${cluster.password}@127.0.0.1:${port}/intake`
