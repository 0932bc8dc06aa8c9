// The service's programs as their own processes, with an environment of their own.
import { spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { spawnNode } from './quick-node.ts'

export interface Program {
  child: ChildProcess
  pid: number
  /** All that it has written so far. */
  out(): string
  errors(): string
  /** Resolves with what the pattern found in its output; rejects when it ends before, or after `milliseconds`. */
  says(pattern: RegExp, milliseconds?: number): Promise<RegExpExecArray>
  /** Resolves with its exit status, or the signal that ended it. */
  ended(milliseconds?: number): Promise<number | NodeJS.Signals>
}

/** Runs a script with these settings and nothing else of ours; `group`: as the leader of a process group. */
export function program(args: string[], settings: Record<string, string>, { group = false } = {}): Program {
  const { HOME, TMPDIR } = process.env
  const child = spawnNode(args, { HOME, TMPDIR, ...settings }, { group })
  let [out, errors] = ['', '']
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  return {
    child,
    pid: child.pid ?? 0,
    out: () => out,
    errors: () => errors,
    async says(pattern, milliseconds = 60_000) {
      const deadline = Date.now() + milliseconds
      for (;;) {
        const found = pattern.exec(out)
        if (found) return found
        if (isOver() || Date.now() > deadline) throw new Error(`No ${pattern} in: ${out}\n${errors}`)
        await wait(20)
      }
    },
    async ended(milliseconds = 100_000) {
      const late = wait(milliseconds, undefined, { ref: false }).then(() => {
        throw new Error(`Process ${child.pid} has not ended after ${milliseconds} ms: ${out}\n${errors}`)
      })
      const [status, signal] = await Promise.race([closed, late])
      return signal ?? status ?? 0
    },
  }
}

/** Runs a script to its end. */
export async function run(args: string[], settings: Record<string, string>) {
  const running = program(args, settings)
  const status = await running.ended()
  return { status, out: running.out(), errors: running.errors() }
}

/** Whether this machine has the program. Where everything has to run, vitest.config.ts has said so already. */
export const isInstalled = (name: string): boolean =>
  spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0
