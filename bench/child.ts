// A process of the bench that runs rounds when it is told to.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Measurement, Round } from './measurement.ts'

export interface Child {
  pid: number
  run: (round: Round) => Promise<Measurement>
  end: () => Promise<void>
}

/** Starts a file of this folder as a process and waits until it says that it is ready. */
export async function startChild(file: string, settings: object): Promise<Child> {
  const child = fork(join(import.meta.dirname, file), [JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit').then(([code]): never => {
    throw new Error(`${file} ended with code ${code}`)
  })
  gone.catch(() => {})
  const message = async () => (await Promise.race([once(child, 'message'), gone]))[0] as unknown
  await message()
  return {
    pid: child.pid ?? 0,
    async run(round) {
      child.send(round)
      return (await message()) as Measurement
    },
    async end() {
      if (child.exitCode === null) child.kill()
      await gone.catch(() => {})
    },
  }
}

/** The other side: says that it is ready. A process that is only there to be sent to gives no `run`. */
export function obeyParent(run?: (round: Round) => Promise<Measurement>): void {
  process.on('message', round => {
    run?.(round as Round).then(
      measured => process.send?.(measured),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
  // Nobody outlives the bench, however it ends.
  process.on('disconnect', () => process.exit(0))
  process.send?.({})
}
