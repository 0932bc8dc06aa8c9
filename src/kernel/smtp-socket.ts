import net from 'node:net'
import tls from 'node:tls'
import type { SmtpAddress } from './smtp-address.ts'
import { SmtpFailure } from './smtp-outcome.ts'

/**
 * A socket to the mail server, encrypted already if the address says smtps. Throws an `SmtpFailure` of phase `connect`,
 * also when it takes longer than `milliseconds`, which covers the name look-up and every address that is tried.
 */
export function openSocket(server: SmtpAddress, milliseconds: number): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const where = { host: server.host, port: server.port }
    const socket = server.secure
      ? tls.connect({ ...where, ...serverName(server), ...server.tls })
      : net.connect(where)
    const fail = (message: string) => {
      clearTimeout(timer)
      socket.destroy()
      reject(new SmtpFailure('connect', message))
    }
    const timer = setTimeout(() => fail('The mail server did not answer in time.'), milliseconds)
    // Stays for the socket's whole life: an error while nobody listens would end the process.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      fail(`The mail server cannot be reached: ${reason(error)}`),
    )
    socket.once(server.secure ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      resolve(socket)
    })
  })
}

const serverName = ({ host }: SmtpAddress) => (net.isIP(host) === 0 ? { servername: host } : {})

// When every address of a host fails, Node's own error has an empty message and only a code.
const reason = (error: NodeJS.ErrnoException): string => error.message || error.code || 'unknown error'
