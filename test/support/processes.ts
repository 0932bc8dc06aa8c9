// Web and worker processes of one's own, which a test may kill; and a supervisor that starts them again, as an installation has.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { spawnNode } from './quick-node.ts'

const PROGRAM = { web: ['src/main.ts', 'web'], worker: ['workers/main.ts'] } as const
/** What a process writes once it serves or works. */
const READY = { web: /Server listening at/, worker: /"msg":"working"/ } as const

export type Part = keyof typeof PROGRAM
export type Environment = Readonly<Record<string, string>>

export interface ServiceProcess {
  pid: number
  /** All that it wrote so far, the log included. */
  output: () => string
  /** All that it wrote on standard error: for whoever started it. */
  complaints: () => string
  /** Resolves once it serves or works; throws, with its last words, when it ended instead. */
  ready: () => Promise<void>
  /** Stops it in the middle of whatever it does, as when a machine is short of everything; `thaw` lets it go on. */
  freeze: () => void
  thaw: () => void
  /** Sends the signal and waits for the end. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ending>
  ended: Promise<Ending>
}

export interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
}

const running = new Set<ChildProcess>()
// A test run that is interrupted leaves nothing behind.
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')))

/** Starts a process with these settings and no others. */
export function startProcess(part: Part, environment: Environment): ServiceProcess {
  const child = spawnNode(PROGRAM[part], { METRICS_PORT: '0', ...environment })
  running.add(child)
  let output = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const ended = once(child, 'close').then(([code, signal]): Ending => {
    running.delete(child)
    return { code, signal }
  })
  return {
    pid: child.pid ?? 0,
    output: () => output,
    complaints: () => complaints,
    ended,
    async ready() {
      const end = ended.then(() => {
        throw new Error(`The ${part} process ended: ${`${complaints}${output}`.slice(-2000)}`)
      })
      await Promise.race([end, until(() => READY[part].test(output), `a ${part} process that is ready`)])
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

export interface Supervised {
  process(): ServiceProcess
  /** Kills the process at once, starts another after `between`, and resolves when that one is ready. */
  killAndRestart(between?: () => Promise<unknown>): Promise<void>
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ending>
}

/** Keeps one process alive with the same settings, until it is ended. Resolves when it is ready. */
export async function supervise(part: Part, environment: Environment): Promise<Supervised> {
  let current = startProcess(part, environment)
  await current.ready()
  return {
    process: () => current,
    async killAndRestart(between = async () => {}) {
      await current.end('SIGKILL')
      await between()
      current = startProcess(part, environment)
      await current.ready()
    },
    end: signal => current.end(signal),
  }
}

/** Looks every few milliseconds until it is so. Throws, naming what was awaited, after `seconds`. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  awaited: string,
  seconds = 60,
): Promise<void> {
  const deadline = performance.now() + seconds * 1000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} seconds for ${awaited}.`)
    await wait(10)
  }
}
