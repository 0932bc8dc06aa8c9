// The service as it is run: a process of its own, with its own log, told what to do by its settings only.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts')
const TELL_MEMORY = join(import.meta.dirname, 'tell-memory.ts')
const START_MS = 60_000
const END_MS = 20_000

export interface ServiceProcess {
  pid: number
  port: number
  /** Bytes that it needs: without what could be collected. */
  neededMemory: () => Promise<number>
  end: () => Promise<void>
}

/** Starts the service and waits until it is ready. `part` is `web` for the web side alone. Its log goes into the file. */
export async function startService(
  part: 'web' | 'all',
  settings: Record<string, string>,
  logFile: string,
): Promise<ServiceProcess> {
  const port = await freePort()
  const log = openSync(logFile, 'a')
  const { PATH = '', HOME = '' } = process.env
  const limits = {
    RATE_LIMIT_PER_MINUTE: '1000000',
    CONTACT_LIMIT_PER_HOUR: '1000000',
    PRESSURE_PER_MINUTE: '1000000',
    METRICS_PORT: '0',
  }
  const measured = ['--expose-gc', '--import', TELL_MEMORY, MAIN, ...(part === 'web' ? ['web'] : [])]
  const child = spawn(process.execPath, [...process.execArgv, ...measured], {
    stdio: ['ignore', log, log, 'ipc'],
    env: { PATH, HOME, PORT: `${port}`, ...limits, ...settings },
  })
  const gone = once(child, 'exit')
  const ended = () => child.exitCode !== null || child.signalCode !== null
  const end = async () => {
    if (ended()) return
    child.kill('SIGTERM')
    await Promise.race([gone, pause(END_MS, undefined, { ref: false })])
    if (!ended()) child.kill('SIGKILL')
    await gone
  }
  const giveUp = performance.now() + START_MS
  while (!(await answers(port))) {
    if (!ended() && performance.now() < giveUp) {
      await pause(50)
      continue
    }
    await end()
    throw new Error(`The service did not start; its log is ${logFile}`)
  }
  const neededMemory = async () => {
    child.send('memory')
    return Number((await once(child, 'message'))[0])
  }
  return { pid: child.pid ?? 0, port, neededMemory, end }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const answers = async (port: number) =>
  fetch(`http://127.0.0.1:${port}/api/v1/forms`).then(
    async response => {
      await response.arrayBuffer()
      return response.ok
    },
    () => false,
  )
