// BullMQ on either of its backends. Queues hold latency, concurrency and visibility; the truth is in Postgres.
import { createPostgresBackend, Queue, Worker, type Job, type PostgresConnectionOptions } from 'bullmq'
import { Cluster, Redis } from 'ioredis'
import type { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log.ts'

export const QUEUES = ['route-case', 'notify', 'send-email'] as const
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
  work(queue: QueueName, concurrency: number, handle: (claim: Claim) => Promise<void>): { close(): Promise<void> }
  /** Resolves when the backend answers. */
  ping(): Promise<void>
  /** For bull-board only. */
  all: readonly unknown[]
  close(): Promise<void>
}

// What we use of BullMQ's queue and worker, whose types differ with the backend.
interface Producer {
  addBulk(jobs: { name: string; data: Claim; opts: object }[]): Promise<unknown>
  close(): Promise<void>
}
interface Consumer {
  waitUntilReady(): Promise<unknown>
  run(): Promise<void>
  close(force?: boolean): Promise<void>
}

interface Backend {
  queue(name: QueueName): Producer
  worker(name: QueueName, concurrency: number, process: (job: Job<Claim>) => Promise<void>): Consumer
  ping(): Promise<void>
  close(): Promise<void>
}

const SCHEMA = 'bullmq'
// The row owns the retries, so a job is tried once; a few finished ones stay visible for the operator.
const JOB = { attempts: 1, removeOnComplete: { count: 200 }, removeOnFail: { count: 200 } }

/** Opens the queues: on Redis when `redisUrl` is given, else on the PostgreSQL database. Waits for neither to be up. */
export function openQueues(settings: { databaseUrl: string; redisUrl?: string | undefined; log: Log }): Queues {
  const { log } = settings
  const backend = settings.redisUrl ? redisBackend(settings.redisUrl, log) : postgresBackend(settings.databaseUrl, log)
  const queues = new Map(QUEUES.map(name => [name, backend.queue(name)]))
  return {
    backend: settings.redisUrl ? 'redis' : 'postgres',
    async add(name, claims) {
      const jobs = claims.map(claim => ({ name, data: claim, opts: { ...JOB, jobId: `${claim.id}-${claim.fence}` } }))
      await queues.get(name)?.addBulk(jobs)
    },
    work: (name, concurrency, handle) => keepWorking(backend, name, concurrency, handle, log),
    ping: () => backend.ping(),
    all: [...queues.values()],
    async close() {
      await Promise.allSettled([...queues.values()].map(queue => queue.close()))
      await backend.close()
    },
  }
}

/** Creates or updates BullMQ's own tables. Nothing to do on Redis. */
export async function migrateQueues(databaseUrl: string): Promise<void> {
  const queue = new Queue(QUEUES[0], { connection: { connectionString: databaseUrl, schema: SCHEMA, migrate: true, max: 2 } }, createPostgresBackend)
  queue.on('error', () => {})
  await queue.waitUntilReady()
  await queue.close()
}

/** One line of why a Redis must not hold queues, or nothing: a Redis that evicts keys drops jobs. */
export async function whyUnfitForQueues(redisUrl: string): Promise<string | undefined> {
  const redis = connectRedis(redisUrl, { maxRetriesPerRequest: 1, retryStrategy: () => null })
  redis.on('error', () => {})
  try {
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1]
    if (policy === undefined || policy === 'noeviction') return undefined
    return `REDIS_URL leads to a Redis that evicts keys (maxmemory-policy ${policy}). Set its maxmemory-policy to noeviction.`
  } catch {
    return undefined
  } finally {
    redis.disconnect()
  }
}

function postgresBackend(databaseUrl: string, log: Log): Backend {
  // One pool for all queues and workers; each worker keeps one connection to LISTEN on.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `-c search_path=${SCHEMA}`,
    max: 4 + 3 * QUEUES.length,
    connectionTimeoutMillis: 3000,
    application_name: 'intake-queues',
  })
  pool.on('error', error => log.warn({ err: error }, 'queue connection lost'))
  // BullMQ's own description of a pool differs from @types/pg's in a `readonly` only.
  const connection = pool as unknown as PostgresConnectionOptions
  return {
    queue: name => quiet(new Queue(name, { connection }, createPostgresBackend), log),
    worker: (name, concurrency, process) =>
      quiet(
        new Worker(name, process, { connection, concurrency, autorun: false, ...KEEP }, createPostgresBackend),
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
  const producer = connectRedis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, retryStrategy })
  producer.on('error', error => log.warn({ err: error }, 'redis connection lost'))
  const prefix = '{intake}'
  return {
    queue(name) {
      const queue = quiet(new Queue(name, { connection: producer, prefix }), log)
      const addBulk = queue.addBulk.bind(queue)
      // BullMQ waits for a connection that is not there; whoever adds has rows to give back.
      queue.addBulk = async jobs => {
        if (!isConnected(producer)) throw new Error('Redis is not connected.')
        return addBulk(jobs)
      }
      return queue
    },
    worker(name, concurrency, process) {
      const connection = connectRedis(redisUrl, { maxRetriesPerRequest: null, retryStrategy })
      connection.on('error', error => log.debug({ err: error }, 'redis connection lost'))
      const worker = quiet(new Worker(name, process, { connection, prefix, concurrency, autorun: false, ...KEEP }), log)
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

interface RedisBehaviour {
  maxRetriesPerRequest: number | null
  retryStrategy: (times: number) => number | null
  enableOfflineQueue?: boolean
}

function connectRedis(redisUrl: string, behaviour: RedisBehaviour): Redis | Cluster {
  const [first = '', ...others] = redisUrl.split(',')
  if (others.length === 0) return new Redis(first, behaviour)
  const { retryStrategy, enableOfflineQueue = true, maxRetriesPerRequest } = behaviour
  return new Cluster([first, ...others], {
    enableOfflineQueue,
    clusterRetryStrategy: times => retryStrategy(times) ?? null,
    redisOptions: { maxRetriesPerRequest },
  })
}

// A BullMQ worker that is built while Postgres is away stays dead without a word: so it is built again until it is ready.
function keepWorking(backend: Backend, name: QueueName, concurrency: number, handle: (claim: Claim) => Promise<void>, log: Log) {
  let closing = false
  let worker: Consumer | undefined
  const started = (async () => {
    while (!closing) {
      const attempt = backend.worker(name, concurrency, job => handle(job.data))
      const ready = await Promise.race([attempt.waitUntilReady().then(() => true, () => false), wait(5000, false)])
      if (ready) {
        worker = attempt
        attempt.run().catch((error: unknown) => log.error({ err: error, queue: name }, 'worker ended'))
        return
      }
      await Promise.race([attempt.close(true).catch(() => {}), wait(1000)])
      await wait(500)
    }
  })()
  return {
    async close() {
      closing = true
      await started
      await worker?.close()
    },
  }
}

// Without an `error` listener an EventEmitter's error ends the process.
function quiet<T extends EventEmitter>(emitter: T, log: Log): T {
  return emitter.on('error', error => log.warn({ err: error }, 'queue error'))
}
