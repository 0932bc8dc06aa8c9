// A server that went away without a word, as after a failover: TCP itself would wait for its answer a quarter of an hour.
import type { Socket } from 'node:net'
import type pg from 'pg'

/** Breaks the connection when an answer has been owed for so long; to whoever waits it is a lost connection. */
export function dropWhenSilent(client: pg.ClientBase, milliseconds: number): void {
  const socket = socketOf(client)
  let answered = socket.bytesWritten
  // Said once all that was asked has been answered: statements may be on their way together.
  client.on('drain', () => (answered = socket.bytesWritten))
  socket.setTimeout(milliseconds)
  socket.on('timeout', () => {
    // One that we have asked nothing may be silent: it waits for work, or listens.
    if (socket.bytesWritten === answered) return
    socket.destroy(
      Object.assign(new Error('The database has not answered for too long.'), { code: 'ETIMEDOUT' }),
    )
  })
}

/** For statements that may take any time, such as a migration's. */
export const allowSilence = (client: pg.ClientBase): void => void socketOf(client).setTimeout(0)

// With TLS the socket is another one from then on, so this is for clients that have connected.
const socketOf = (client: pg.ClientBase): Socket => (client as pg.Client).connection.stream as Socket
