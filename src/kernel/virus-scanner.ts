// Asks a ClamAV daemon about a file, by its INSTREAM command: https://docs.clamav.net/manual/Usage/Scanning.html
import { connect, type NetConnectOpts, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

export type Verdict = 'clean' | 'infected'

export interface VirusScanner {
  /** What the daemon says of the bytes. Throws when it is away, too slow, or will not look at so large a file. */
  scan(bytes: Readable): Promise<Verdict>
  /** Its version. Throws when it does not answer as one. */
  version: () => Promise<string>
}

const SILENCE_MS = 15_000
const LONGEST_ANSWER = 4096

/** `tcp://host:3310`, or `unix:/run/clamav/clamd.ctl` on the same machine. */
export function clamdScanner(url: string): VirusScanner {
  const address = addressOf(url)
  return {
    async scan(bytes) {
      const answer = await converse(address, async socket => {
        socket.write('zINSTREAM\0')
        for await (const chunk of bytes) await write(socket, framed(chunk as Buffer))
        socket.write(framed(Buffer.alloc(0)))
      }).finally(() => bytes.destroy())
      if (answer === 'stream: OK') return 'clean'
      if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
      throw new Error(`The virus scanner could not look at the file: ${answer.slice(0, 100)}`)
    },
    async version() {
      const answer = await converse(address, async socket => void socket.write('zVERSION\0'))
      if (!answer.startsWith('ClamAV')) throw new Error('What answers there is no ClamAV daemon.')
      return answer
    },
  }
}

function addressOf(url: string): NetConnectOpts {
  const { protocol, hostname, port, pathname } = new URL(url)
  if (protocol === 'unix:') return { path: pathname }
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port ? Number(port) : 3310 }
}

// Each chunk is preceded by its length; a length of nothing ends the file.
function framed(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  return Buffer.concat([length, chunk])
}

/** One conversation on a connection of its own: what is said, then what is answered up to the closing NUL. */
async function converse(address: NetConnectOpts, say: (socket: Socket) => Promise<void>): Promise<string> {
  const socket = connect(address)
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const answer: Buffer[] = []
  socket.setTimeout(SILENCE_MS, () =>
    socket.destroy(new Error('The virus scanner has been silent for too long.')),
  )
  socket.on('error', reject)
  socket.on('close', () => reject(new Error('The virus scanner hung up.')))
  socket.on('data', chunk => {
    answer.push(chunk)
    const said = Buffer.concat(answer)
    if (said.length > LONGEST_ANSWER)
      return void socket.destroy(new Error('The virus scanner talks too much.'))
    // It may answer before it has heard all, such as "size limit exceeded".
    if (said.includes(0)) resolve(said.toString('utf8', 0, said.indexOf(0)).trim())
  })
  say(socket).catch(reject)
  try {
    return await promise
  } finally {
    socket.destroy()
  }
}

const write = (socket: Socket, data: Buffer) =>
  new Promise<void>((resolve, reject) => socket.write(data, error => (error ? reject(error) : resolve())))
