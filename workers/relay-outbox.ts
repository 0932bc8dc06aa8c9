// Carries rows that are due from Postgres to the queues: outbox rows by topic, deliveries as they are.
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../src/kernel/clock.ts'
import type { Db } from '../src/kernel/database.ts'
import type { Log } from '../src/kernel/log.ts'
import { longestSend, SMTP_LIMITS } from '../src/kernel/smtp-limits.ts'
import type { Chance } from '../src/kernel/reference.ts'
import type { Queues } from '../src/kernel/queues.ts'
import { TOPICS } from '../src/events/define-event.ts'
import { claimWork, releaseWork } from '../src/events/outbox.ts'
import { claimDeliveries, releaseDeliveries } from '../src/notifications/claim.ts'
import { expireLeases } from '../src/notifications/expire-leases.ts'

const BATCH = 100
// Longer than the longest SMTP conversation, or a worker would lose what it is still sending.
const DELIVERY_LEASE_SECONDS = Math.ceil(longestSend(SMTP_LIMITS) / 1000) + 20
const PER_DOMAIN = 6
const PAUSE_MS = 20
/** However silent it is, the relay looks this often: a hint can get lost, and retries come due by themselves. */
const LOOK_MS = 1000

interface Relay {
  /** Looks at once instead of at the next interval. */
  wake: () => void
  close: () => Promise<void>
}

export function relayOutbox(deps: { db: Db; queues: Queues; log: Log; clock: Clock; chance: Chance }): Relay {
  const { db, queues, log } = deps
  let closed = false
  let tidied = Number.NEGATIVE_INFINITY
  let awake = Promise.withResolvers<void>()
  const running = run()

  async function run(): Promise<void> {
    while (!closed) {
      const timer = setTimeout(() => awake.resolve(), LOOK_MS)
      await awake.promise
      clearTimeout(timer)
      awake = Promise.withResolvers<void>()
      if (!closed) await carryAll()
      // Hints come in swarms: what arrives within this pause is carried together.
      if (!closed) await wait(PAUSE_MS)
    }
  }

  async function carryAll(): Promise<void> {
    try {
      await giveBack()
      const carried = (await carryWork(db, queues)) + (await carryDeliveries(db, queues))
      if (carried >= BATCH) awake.resolve()
    } catch (error) {
      log.warn({ err: error }, 'relay could not carry; it tries again')
    }
  }

  // What dead workers held. Their leases are long, so this need not be asked at every hint.
  async function giveBack(): Promise<void> {
    if (performance.now() - tidied < LOOK_MS) return
    tidied = performance.now()
    await expireLeases(db, { at: deps.clock.now(), chance: deps.chance }, log)
  }

  return {
    wake: () => awake.resolve(),
    async close() {
      closed = true
      awake.resolve()
      await running
    },
  }
}

async function carryWork(db: Db, queues: Queues): Promise<number> {
  const claims = await claimWork(db, BATCH)
  for (const topic of TOPICS) {
    const ofTopic = claims.filter(claim => claim.topic === topic)
    if (ofTopic.length === 0) continue
    await handOver(
      () =>
        queues.add(
          topic,
          ofTopic.map(({ id, fence }) => ({ id: String(id), fence })),
        ),
      () => releaseWork(db, ofTopic),
    )
  }
  return claims.length
}

async function carryDeliveries(db: Db, queues: Queues): Promise<number> {
  const claims = await claimDeliveries(db, {
    limit: BATCH,
    perDomain: PER_DOMAIN,
    leaseSeconds: DELIVERY_LEASE_SECONDS,
  })
  if (claims.length === 0) return 0
  await handOver(
    () => queues.add('send-email', claims),
    () => releaseDeliveries(db, claims),
  )
  return claims.length
}

// While the queues are away the rows go back, so that they are due again as soon as the queues are.
async function handOver(add: () => Promise<void>, giveBack: () => Promise<void>): Promise<void> {
  try {
    await add()
  } catch (error) {
    await giveBack()
    throw error
  }
}
