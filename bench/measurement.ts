// One round of a contestant: as many submissions as it takes in a time, each connection sending its next when it has its answer.
import { percentile } from './statistics.ts'

export interface Round {
  connections: number
  seconds: number
  /** Sends an Idempotency-Key with each submission. */
  keyed?: boolean
}

export interface Measurement {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Everything accepted, also before and after the time that was measured: for counting rows. */
  accepted: number
  /** What went wrong, if anything: the measurement is void then. */
  wrong: string[]
  /** Processor time of the process that sends, as a share of one core. */
  senderShare: number
}

const WARM_UP_MS = 300

/** Lets `send` run on each connection for the round's time. `send` throws what was wrong with an answer. */
export async function measure(
  { connections, seconds }: Round,
  send: (connection: number) => Promise<void>,
): Promise<Measurement> {
  const begin = performance.now() + WARM_UP_MS
  const end = begin + seconds * 1000
  const cpu = process.cpuUsage()
  const times: number[] = []
  const wrong = new Set<string>()
  let accepted = 0
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      for (let sent = performance.now(); sent < end && wrong.size === 0;) {
        try {
          await send(connection)
        } catch (error) {
          wrong.add((error as Error).message)
          return
        }
        const answered = performance.now()
        accepted += 1
        if (answered >= begin && answered < end) times.push(answered - sent)
        sent = answered
      }
    }),
  )
  const { user, system } = process.cpuUsage(cpu)
  const sorted = Float64Array.from(times).toSorted()
  return {
    perSecond: times.length / seconds,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    accepted,
    wrong: [...wrong],
    senderShare: (user + system) / 1000 / (performance.now() - begin + WARM_UP_MS),
  }
}
