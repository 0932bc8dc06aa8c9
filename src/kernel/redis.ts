import { Cluster, Redis } from 'ioredis'
import { within } from './shared-answer.ts'

interface RedisBehaviour {
  maxRetriesPerRequest: number | null
  retryStrategy: (times: number) => number | null
  enableOfflineQueue?: boolean
}

/** A connection to one Redis, or to a cluster when the addresses have commas between them. */
export function connectRedis(redisUrl: string, behaviour: RedisBehaviour): Redis | Cluster {
  const [first = '', ...others] = redisUrl.split(',')
  if (others.length === 0) return new Redis(first, behaviour)
  const { retryStrategy, enableOfflineQueue = true, maxRetriesPerRequest } = behaviour
  return new Cluster([first, ...others], {
    enableOfflineQueue,
    clusterRetryStrategy: times => retryStrategy(times) ?? null,
    redisOptions: { maxRetriesPerRequest },
  })
}

const ASK_MS = 3000

/** What is known of a Redis: why it must not hold queues, or that it does not answer; nothing where all is well. */
export interface RedisTrouble {
  kind: 'unfit' | 'away'
  /** One line with the remedy, without the address, which may hold a password. */
  line: string
}

/** Asks the Redis whether it may hold queues: one that evicts keys drops jobs, one that refuses us will not change its mind. */
export async function redisTrouble(redisUrl: string): Promise<RedisTrouble | undefined> {
  const redis = connectRedis(redisUrl, { maxRetriesPerRequest: 1, retryStrategy: () => null })
  let refused: Error | undefined
  redis.on('error', (error: Error) => {
    if (REFUSAL.test(error.message)) refused = error
  })
  try {
    const policy = /maxmemory_policy:(\S+)/.exec(await within(ASK_MS, redis.info('memory')))?.[1]
    if (policy === undefined || policy === 'noeviction') return undefined
    const remedy = 'Set its maxmemory-policy to noeviction.'
    return {
      kind: 'unfit',
      line: `REDIS_URL leads to a Redis that evicts keys (maxmemory-policy ${policy}). ${remedy}`,
    }
  } catch (error) {
    const said = REFUSAL.exec((refused ?? (error as Error)).message)?.[0]
    if (said === undefined)
      return {
        kind: 'away',
        line: 'REDIS_URL leads to no Redis that answers. Start it, or correct the address.',
      }
    return {
      kind: 'unfit',
      line: `REDIS_URL is refused by its Redis (${said}). Correct its user name and password.`,
    }
  } finally {
    redis.disconnect()
  }
}

const REFUSAL = /WRONGPASS|NOAUTH|NOPERM|ERR AUTH/
