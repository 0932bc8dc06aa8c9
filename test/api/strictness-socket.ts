// HTTP as it should not be: bytes on a bare socket, and what comes back.
import { connect } from 'node:net'

export interface RawAnswer {
  /** The status of each response, in order; empty when the socket was closed without a word. */
  statuses: number[]
  text: string
}

interface Sending {
  /** Milliseconds between the parts. */
  pause?: number
  /** Ends our side after the last part; otherwise the server has to close. */
  end?: boolean
}

/** Sends the parts one after the other and resolves once the server has closed the connection, or after 8 seconds. */
export function sendRaw(
  address: string,
  parts: string | Buffer | readonly (string | Buffer)[],
  { pause = 20, end = false }: Sending = {},
): Promise<RawAnswer> {
  const { port } = new URL(address)
  const { promise, resolve } = Promise.withResolvers<RawAnswer>()
  const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true })
  const answers: Buffer[] = []
  const finish = () => {
    clearTimeout(timer)
    socket.destroy()
    const text = Buffer.concat(answers).toString('latin1')
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(match => Number(match[1]))
    resolve({ statuses, text })
  }
  const timer = setTimeout(finish, 8000)
  // The server may close while we are still sending: what it said until then counts.
  socket.on('error', finish).on('end', finish).on('close', finish)
  socket.on('data', data => answers.push(data))
  socket.on('connect', () => void send())

  async function send(): Promise<void> {
    for (const part of Array.isArray(parts) ? parts : [parts]) {
      if (socket.writable) socket.write(part as string | Buffer)
      await new Promise(done => setTimeout(done, pause))
    }
    if (end && socket.writable) socket.end()
  }
  return promise
}
