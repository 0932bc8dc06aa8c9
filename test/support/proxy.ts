// A TCP proxy that can misbehave as networks do: carry nothing and say nothing, cut, or lose the answers.
import { once } from 'node:events'
import net from 'node:net'

export interface Proxy {
  port: number
  /** The address with the proxy in the place of its host and port. */
  through(url: string): string
  /** From now on nothing is carried, either way, on any connection; new ones are taken and left waiting. */
  hang(): void
  /** Carries on, with what was held back first. */
  carryOn(): void
  /** As after a failover: new connections are served; those there are have no server any more, and never hear of it. */
  abandonConnections(): void
  /** Lets the server's words through up to and with the first that match, on each connection; holds what comes after. */
  holdAnswersAfter(words: RegExp): void
  /** Lets the client's words through until the server has said something that matches; holds what comes after. */
  holdTextAfter(words: RegExp): void
  /** Holds nothing any more, and lets go what was held. */
  letGo(): void
  close(): Promise<void>
}

interface Hold {
  answersAfter?: RegExp
  textAfter?: RegExp
  /** Whose words are held now. */
  held: Set<net.Socket>
}

/** Listens on this machine and carries everything to `target`, a port of this machine. */
export async function startProxy(target: number): Promise<Proxy> {
  const sockets = new Set<net.Socket>()
  const pairs = new Map<net.Socket, net.Socket>()
  const hold: Hold = { held: new Set() }
  let hanging = false

  const track = (socket: net.Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    if (hanging) socket.pause()
  }
  const server = net.createServer({ allowHalfOpen: false }, client => {
    const upstream = net.connect(target, '127.0.0.1')
    join(client, upstream, hold)
    pairs.set(client, upstream)
    upstream.on('close', () => pairs.get(client) === upstream && client.destroy())
    client.on('close', () => {
      pairs.delete(client)
      upstream.destroy()
    })
    track(client)
    track(upstream)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo

  return {
    port,
    through(url) {
      const address = new URL(url)
      address.hostname = '127.0.0.1'
      address.port = String(port)
      return address.href
    },
    hang() {
      hanging = true
      for (const socket of sockets) socket.pause()
    },
    carryOn() {
      hanging = false
      for (const socket of sockets) socket.resume()
    },
    abandonConnections() {
      for (const [client, upstream] of pairs) {
        pairs.delete(client)
        client.pause()
        upstream.destroy()
      }
      hanging = false
    },
    holdAnswersAfter: words => void (hold.answersAfter = words),
    holdTextAfter: words => void (hold.textAfter = words),
    letGo() {
      delete hold.answersAfter
      delete hold.textAfter
      for (const socket of hold.held) socket.resume()
      hold.held.clear()
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function join(client: net.Socket, upstream: net.Socket, hold: Hold): void {
  const stop = (socket: net.Socket) => {
    socket.pause()
    hold.held.add(socket)
    socket.once('close', () => hold.held.delete(socket))
  }
  client.on('data', text => upstream.write(text))
  upstream.on('data', text => {
    client.write(text)
    const words = text.toString('latin1')
    if (hold.answersAfter?.test(words)) stop(upstream)
    if (hold.textAfter?.test(words)) stop(client)
  })
}
