import { execFile, spawn } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Log } from './log.ts'
import { complaintIn, hereIs, programEnvironment } from './postgres-binaries.ts'
import type { Cluster } from './postgres-cluster.ts'

// The server process of a cluster: launched, found again, shut down.

export interface Server {
  pid: number
  port: number
  ready: boolean
}

/** A server just launched; `complaint` is what it wrote since, once it has ended. */
export interface Launch {
  pid: number | undefined
  complaint(): Promise<string> | undefined
}

/** Bytes after which a start begins a new log. */
const LOG_LIMIT = 5_000_000

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What an applicant wrote can stand in the message, the detail and the statement of an error: the log keeps the server's own news.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/**
 * Launches a server, detached: Ctrl-C goes to every process in the foreground, and the database has to be the last to stop.
 * `settings` go over ours.
 */
export async function launchServer(cluster: Cluster, settings: Record<string, string>): Promise<Launch> {
  const data = join(cluster.directory, 'data')
  const log = await open(join(cluster.directory, 'postgres.log'), 'a+', 0o600)
  if ((await log.stat()).size > LOG_LIMIT) await log.truncate(0)
  const { size } = await log.stat()
  const port = (await readFile(join(cluster.directory, 'port'), 'utf8')).trim()
  const all = { cluster_name: cluster.name, port, ...SETTINGS, ...settings }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])

  const child = spawn(join(cluster.binaries.directory, 'postgres'), [...hereIs(data), ...flags], {
    cwd: data,
    env: programEnvironment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...cluster.binaries.account,
  })
  let ended: string | undefined
  child.once('error', error => (ended = error.message))
  child.once('exit', (code, signal) => (ended ??= `it ended with ${signal ?? `code ${code}`}`))
  child.unref()
  await log.close()

  const written = async () =>
    (await readFile(join(cluster.directory, 'postgres.log'))).subarray(size).toString()
  return {
    pid: child.pid,
    complaint: () =>
      ended === undefined ? undefined : written().then(text => complaintIn(text) ?? ended ?? ''),
  }
}

export const pidFile = (cluster: Cluster) => join(cluster.directory, 'data', 'postmaster.pid')

/** What the server says of itself in postmaster.pid, if its process is alive. Source of the lines: PostgreSQL, src/include/utils/pidfile.h. */
export async function runningServer(cluster: Cluster): Promise<Server | undefined> {
  const lines = (await readFile(pidFile(cluster), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!(pid > 0) || !(await isServerOf(cluster, pid))) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

async function isServerOf(cluster: Cluster, pid: number): Promise<boolean> {
  const program =
    process.platform === 'linux'
      ? readFile(`/proc/${pid}/cmdline`, 'utf8')
      : promisify(execFile)('ps', ['-p', String(pid), '-o', 'args=']).then(({ stdout }) => stdout)
  return (await program.catch(() => '')).includes(`cluster_name=${cluster.name}`)
}

/** Fast shutdown: open transactions are rolled back. Immediate if that takes long; the next start then replays the log. */
export async function shutDown(cluster: Cluster, log?: Pick<Log, 'warn'>): Promise<void> {
  for (const [signal, milliseconds] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    const server = await runningServer(cluster)
    if (!server) return
    process.kill(server.pid, signal)
    const giveUp = performance.now() + milliseconds
    while (performance.now() < giveUp) {
      if (!(await isServerOf(cluster, server.pid))) return
      await pause(15)
    }
    log?.warn({ pid: server.pid, signal }, 'embedded PostgreSQL does not stop')
  }
}
