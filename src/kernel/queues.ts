// BullMQ on either of its backends. Queues hold latency, concurrency and visibility; the truth is in Postgres.
import { createPostgresBackend, Queue, Worker, type Job, type PostgresConnectionOptions } from 'bullmq'
import type { Cluster, Redis } from 'ioredis'
import type { EventEmitter } from 'node:events'
import pg from 'pg'
import { keepWorking, untilReady, type Consumer } from './keep-working.ts'
import type { Log } from './log.ts'
import { failingQuietly } from './quiet-failure.ts'
import { QUEUE_SCHEMA } from './migrate-queues.ts'
import { connectRedis } from './redis.ts'
import { within } from './shared-answer.ts'
import { dropWhenSilent } from './silent-server.ts'

export const QUEUES = ['route-case', 'notify', 'mail-link', 'send-email'] as const
export type QueueName = (typeof QUEUES)[number]

/** A claimed row: its id, and the fence under which alone it may be settled. */
export interface Claim {
  id: string
  fence: number
}

export interface Queues {
  backend: 'postgres' | 'redis'
  /** Hands claimed rows to the workers. Throws at once when the backend is away. */
  add(queue: QueueName, claims: readonly Claim[]): Promise<void>
  /** Works on a queue until closed; comes back by itself when the backend was away. */
  work(
    queue: QueueName,
    concurrency: number,
    handle: (claim: Claim) => Promise<void>,
  ): { close(): Promise<void> }
  /** Resolves when the backend answers. */
  ping(): Promise<void>
  /** How many jobs each queue has, by their state in BullMQ. Throws when the backend is away. */
  depth(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>
  /** BullMQ's own queues as they are now, for bull-board only. */
  all(): readonly unknown[]
  close(): Promise<void>
}

// What we use of BullMQ's queue and worker, whose types differ with the backend.
interface Producer {
  own(): unknown
  addBulk(jobs: { name: string; data: Claim; opts: object }[]): Promise<unknown>
  getJobCounts(...states: (typeof COUNTED)[number][]): Promise<Record<string, number>>
  close(): Promise<void>
}
interface Backend {
  queue(name: QueueName): Producer
  worker(name: QueueName, concurrency: number, process: (job: Job<Claim>) => Promise<void>): Consumer
  ping(): Promise<void>
  close(): Promise<void>
}

/** BullMQ's statements take milliseconds. */
const SILENCE_MS = 5000
/** Jobs that are handed to PostgreSQL one by one. */
const FEW = 8
const COUNTED = ['waiting', 'active', 'delayed', 'failed'] as const
// The row owns the retries, so a job is tried once. What is done goes at once: keeping the last few costs a search for the oldest
// with every job. What failed stays visible for the operator.
const JOB = { attempts: 1, removeOnComplete: { count: 0 }, removeOnFail: { count: 200 } }

/** Opens the queues: on Redis when `redisUrl` is given, else on the PostgreSQL database. Waits for neither to be up. */
export function openQueues(settings: {
  databaseUrl: string
  redisUrl?: string | undefined
  log: Log
}): Queues {
  const { log } = settings
  const backend = settings.redisUrl
    ? redisBackend(settings.redisUrl, log)
    : postgresBackend(settings.databaseUrl, log)
  const queues = new Map(QUEUES.map(name => [name, backend.queue(name)]))
  return {
    backend: settings.redisUrl ? 'redis' : 'postgres',
    async add(name, claims) {
      const jobs = claims.map(claim => ({
        name,
        data: claim,
        opts: { ...JOB, jobId: `${claim.id}-${claim.fence}` },
      }))
      await queues.get(name)?.addBulk(jobs)
    },
    work: (name, concurrency, handle) =>
      keepWorking(() => backend.worker(name, concurrency, failingQuietly(handle, name, log)), log),
    ping: () => backend.ping(),
    async depth() {
      const counts = [...queues].map(
        async ([name, queue]) => [name, await queue.getJobCounts(...COUNTED)] as const,
      )
      return Object.fromEntries(await Promise.all(counts))
    },
    all: () => [...queues.values()].map(queue => queue.own()),
    async close() {
      await Promise.allSettled([...queues.values()].map(queue => queue.close()))
      await backend.close()
    },
  }
}

function postgresBackend(databaseUrl: string, log: Log): Backend {
  // One pool for all queues and workers; each worker keeps one connection to LISTEN on. Nothing here has to be on the disk
  // before it goes on: what a crash takes back is in the outbox, under a lease.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `-c search_path=${QUEUE_SCHEMA} -c synchronous_commit=off`,
    max: 4 + 3 * QUEUES.length,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'intake-queues',
  })
  pool.on('connect', client => dropWhenSilent(client, SILENCE_MS))
  pool.on('error', error => log.warn({ err: error }, 'queue connection lost'))
  // BullMQ's own description of a pool differs from @types/pg's in a `readonly` only.
  const connection = pool as unknown as PostgresConnectionOptions
  return {
    queue(name) {
      const queue = untilReady(() => quiet(new Queue(name, { connection }, createPostgresBackend), log))
      return {
        own: () => queue.now(),
        // In bulk BullMQ makes two temporary tables, which cost as much as some twenty jobs one by one, and leave work for vacuum.
        async addBulk(jobs) {
          const ready = await queue.ready()
          return jobs.length > FEW
            ? ready.addBulk(jobs)
            : Promise.all(jobs.map(job => ready.add(job.name, job.data, job.opts)))
        },
        getJobCounts: async (...states) => (await queue.ready()).getJobCounts(...states),
        close: () => queue.now().close(),
      }
    },
    worker: (name, concurrency, process) =>
      quiet(
        new Worker(
          name,
          process,
          { connection, concurrency, autorun: false, ...KEEP },
          createPostgresBackend,
        ),
        log,
      ),
    ping: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  }
}

const KEEP = { removeOnComplete: JOB.removeOnComplete, removeOnFail: JOB.removeOnFail, lockDuration: 30_000 }

function redisBackend(redisUrl: string, log: Log): Backend {
  const retryStrategy = (times: number) => Math.min(times * 100, 2000)
  // A producer must fail at once while Redis is away: the relay then gives its rows back.
  const producer = connectRedis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy,
  })
  producer.on('error', error => log.warn({ err: error }, 'redis connection lost'))
  const prefix = '{intake}'
  return {
    queue(name) {
      const queue = quiet(new Queue(name, { connection: producer, prefix }), log)
      return {
        own: () => queue,
        // BullMQ waits for a connection that is not there, or is silent; whoever adds has rows to give back. What was taken
        // after all is done once, by the fence of its row.
        async addBulk(jobs) {
          if (!isConnected(producer)) throw new Error('Redis is not connected.')
          return within(SILENCE_MS, queue.addBulk(jobs))
        },
        getJobCounts: (...states) => queue.getJobCounts(...states),
        close: () => queue.close(),
      }
    },
    worker(name, concurrency, process) {
      const connection = connectRedis(redisUrl, { maxRetriesPerRequest: null, retryStrategy })
      connection.on('error', error => log.debug({ err: error }, 'redis connection lost'))
      const worker = quiet(
        new Worker(name, process, { connection, prefix, concurrency, autorun: false, ...KEEP }),
        log,
      )
      worker.once('closed', () => connection.disconnect())
      return worker
    },
    ping: async () => void (await producer.ping()),
    close: async () => producer.disconnect(),
  }
}

// A cluster calls itself connected where a single Redis is ready.
const isConnected = (redis: Redis | Cluster) =>
  redis.status === 'ready' || (redis.isCluster && redis.status === 'connect')

// Without an `error` listener an EventEmitter's error ends the process.
function quiet<T extends EventEmitter>(emitter: T, log: Log): T {
  return emitter.on('error', error => log.warn({ err: error }, 'queue error'))
}
