// Short rounds in turn: what disturbs the machine then disturbs all contestants alike.
import type { Contestant, Name } from './contestants.ts'
import type { Measurement } from './measurement.ts'
import { machineTime, processorTime } from './process-figures.ts'
import { median } from './statistics.ts'

export interface Sample extends Measurement {
  name: Name
  connections: number
  round: number
  /** Microseconds of processor time for each submission: of the contestant's process, and of Postgres. */
  ownMicroseconds: number
  postgresMicroseconds: number
  /** Of the machine's processor time, what went to processes that are none of the bench's. */
  othersShare: number
}

export interface Plan {
  connections: readonly number[]
  rounds: number
  seconds: number
  warmUpSeconds: number
}

/** Runs all contestants `rounds` times at each number of connections; a warm-up of each comes first, as round 0. */
export async function runRounds(
  contestants: readonly Contestant[],
  postgresPid: number,
  { connections, rounds, seconds, warmUpSeconds }: Plan,
  onSample: (sample: Sample) => void | Promise<void>,
): Promise<void> {
  const most = Math.max(...connections)
  for (const contestant of contestants) {
    await onSample(await sample(contestant, postgresPid, most, 0, warmUpSeconds))
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const count of connections) {
      for (const contestant of contestants) {
        await onSample(await sample(contestant, postgresPid, count, round, seconds))
      }
    }
  }
}

async function sample(
  { name, pid, run }: Contestant,
  postgresPid: number,
  connections: number,
  round: number,
  seconds: number,
): Promise<Sample> {
  const machine = machineTime()
  const ours = processorTime(process.pid)
  const own = processorTime(pid)
  const postgres = processorTime(postgresPid)
  const measured = await run({ connections, seconds })
  const ownTime = processorTime(pid) - own
  const postgresTime = processorTime(postgresPid) - postgres
  // The children of this process are all of the bench's but Postgres.
  const used = processorTime(process.pid) - ours + postgresTime
  const { all, used: usedByAll } = machineTime()
  const perSubmission = (milliseconds: number) => (milliseconds * 1000) / measured.accepted
  return {
    ...measured,
    name,
    connections,
    round,
    ownMicroseconds: perSubmission(ownTime),
    postgresMicroseconds: perSubmission(postgresTime),
    othersShare: Math.max(0, usedByAll - machine.used - used) / (all - machine.all),
  }
}

/** The measured samples of a contestant, without its warm-up. */
export const samplesOf = (samples: readonly Sample[], name: Name, connections: number): Sample[] =>
  samples.filter(sample => sample.name === name && sample.connections === connections && sample.round > 0)

/** How many times as many submissions one takes as the other: the median of the rounds, each compared with its neighbour. */
export function ratio(samples: readonly Sample[], name: Name, other: Name, connections: number): number {
  const others = samplesOf(samples, other, connections)
  return median(
    samplesOf(samples, name, connections).map(
      (sample, n) => sample.perSecond / (others[n]?.perSecond ?? Number.NaN),
    ),
  )
}
