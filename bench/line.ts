// HTTP on a bare socket: a client that costs little beside the server.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Line = ((request: string) => Promise<string>) & { close(): void }

/** A connection to this machine that is kept: sends a request, gives back the whole answer, in Latin-1. */
export async function openLine(port: number): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  socket.setEncoding('latin1')
  const send = (request: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = ''
      const settle = (act: () => void) => {
        socket.removeAllListeners('data').removeAllListeners('close')
        act()
      }
      socket.on('data', (piece: string) => {
        answer += piece
        if (isWhole(answer)) settle(() => resolve(answer))
      })
      socket.on('close', () => settle(() => reject(new Error('the server hung up'))))
      socket.write(request)
    })
  socket.on('error', () => {})
  return Object.assign(send, { close: () => hangUp(socket) })
}

function hangUp(socket: Socket): void {
  socket.removeAllListeners('data').destroy()
}

const LENGTH = /\r\ncontent-length: (\d+)\r\n/i

function isWhole(answer: string): boolean {
  const headEnd = answer.indexOf('\r\n\r\n')
  if (headEnd === -1) return false
  const length = Number(LENGTH.exec(answer)?.[1])
  if (Number.isNaN(length)) throw new Error('an answer without content-length')
  return answer.length >= headEnd + 4 + length
}
