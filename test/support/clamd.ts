// A real ClamAV daemon with one signature of its own: that of the EICAR test file (https://www.eicar.org/download-anti-malware-testfile/).
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { clamdScanner } from '../../src/kernel/virus-scanner.ts'
import { clamdPath } from './clamd-path.ts'

/** What every scanner takes for a virus and no machine minds. In two parts, so that this file is not taken for one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

export interface Clamd {
  url: string
  start(): Promise<void>
  stop(): Promise<void>
  remove(): Promise<void>
}

/** Started; listens on a socket file in a folder of its own. */
export async function startClamd(): Promise<Clamd> {
  const folder = await mkdtemp(join(tmpdir(), 'justice-intake-clamd-'))
  const socket = join(folder, 'clamd.ctl')
  const signature = Buffer.from(EICAR).toString('hex')
  await writeFile(join(folder, 'eicar.ndb'), `Eicar-Test-Signature:0:*:${signature}\n`)
  await writeFile(
    join(folder, 'clamd.conf'),
    `DatabaseDirectory ${folder}\nLocalSocket ${socket}\nForeground yes\nFixStaleSocket yes\nStreamMaxLength 25M\nMaxThreads 4\n`,
  )
  let running: ReturnType<typeof spawn> | undefined
  const clamd: Clamd = {
    url: `unix:${socket}`,
    async start() {
      running = spawn(clamdPath ?? 'clamd', ['--config-file', join(folder, 'clamd.conf')], {
        stdio: 'ignore',
      })
      await answering(clamd.url)
    },
    async stop() {
      const ended = new Promise(done => running?.once('exit', done))
      running?.kill('SIGTERM')
      await ended
      running = undefined
      await rm(socket, { force: true })
    },
    async remove() {
      if (running) await clamd.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await clamd.start()
  return clamd
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const version = await clamdScanner(url)
      .version()
      .catch(() => undefined)
    if (version) return
    await wait(50)
  }
  throw new Error('clamd does not answer.')
}
