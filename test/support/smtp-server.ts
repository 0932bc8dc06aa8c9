// A real mail server on this machine whose manners can be changed while it runs, for all mail or for one domain.
import { once } from 'node:events'
import net from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

export const BEHAVIOURS = [
  'accept',
  'refuse',
  'tarpit',
  'temporary',
  'permanent',
  'drop-before-final-dot',
  'drop-after-final-dot',
  'slow',
  'greylist',
  'auth-failure',
  'garbage',
] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

/** A message that came in whole. `answered` is false if the server hung up instead of saying so. */
export interface ReceivedMail {
  from: string
  to: string[]
  raw: Buffer
  messageId: string
  /** Whether the client needed more than ASCII to name the sender or the recipient. */
  smtpUtf8: boolean
  answered: boolean
}

export interface TestSmtpServer {
  /** `smtp://127.0.0.1:port`; any user and password are taken, except while it behaves as `auth-failure`. */
  url: string
  port: number
  /** In the order of arrival. */
  received: ReceivedMail[]
  /** How many connections were made, ever. */
  connections(): number
  /** What has come in over the connections that are open now, commands and text. */
  bytesRead(): number
  /**
   * Changes the manners for all mail, or for recipients at one domain. `refuse` (no listener) and `auth-failure` happen
   * before a recipient is named, so they cannot be for one domain. `answer`: what `permanent` says, such as `550 no such user`.
   */
  behave(kind: Behaviour, options?: { domain?: string; answer?: string }): Promise<void>
  close(): Promise<void>
}

const PERMANENT = '550 5.1.1 no such user'

/** `slowness`: milliseconds that `slow` takes at each of sender, recipient and text. `tls`: offer STARTTLS, self-signed. */
export async function startSmtpServer({ slowness = 300, tls = false } = {}): Promise<TestSmtpServer> {
  let general: Behaviour = 'accept'
  let refusal = PERMANENT
  let connections = 0
  const domains = new Map<string, Behaviour>()
  const seen = new Set<string>()
  const received: ReceivedMail[] = []
  const sockets = new Set<net.Socket>()

  const mannersFor = (address: string): Behaviour =>
    domains.get(address.split('@').at(-1)?.toLowerCase() ?? '') ?? general
  const socketOf = (session: SMTPServerSession) =>
    [...sockets].find(({ remotePort }) => remotePort === session.remotePort)

  const smtp = new SMTPServer({
    logger: false,
    disabledCommands: tls ? [] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 50,
    onAuth(auth, _session, callback) {
      if (general === 'auth-failure') callback(reply(535, '5.7.8 Wrong user name or password'))
      else callback(null, { user: auth.username })
    },
    async onMailFrom(_address, session, callback) {
      if (general === 'slow') await wait(slowness)
      if (general === 'auth-failure' && !session.user) callback(reply(530, '5.7.0 Sign in first'))
      else callback()
    },
    async onRcptTo({ address }, session, callback) {
      const manners = mannersFor(address)
      if (manners === 'tarpit') return
      if (manners === 'garbage') return void socketOf(session)?.write(NONSENSE)
      if (manners === 'slow') await wait(slowness)
      const greylisted = manners === 'greylist' && !seen.has(address)
      seen.add(address)
      if (greylisted) callback(reply(451, `4.7.1 <${address}> greylisted, try again later`))
      else if (manners === 'temporary') callback(reply(450, `4.2.1 <${address}> mailbox busy`))
      else if (manners === 'permanent') callback(reply(Number(refusal.slice(0, 3)), refusal.slice(4)))
      else callback()
    },
    async onData(stream, session, callback) {
      const manners = mannersFor(session.envelope.rcptTo[0]?.address ?? '')
      const hangUp = () => socketOf(session)?.destroy()
      if (manners === 'drop-before-final-dot') return void stream.once('data', hangUp)
      const mail = await take(stream, session, manners === 'slow' ? slowness : 0).catch(() => undefined)
      if (mail === undefined) return
      received.push(mail)
      if (manners === 'drop-after-final-dot') return void hangUp()
      mail.answered = true
      callback(null, `queued as ${received.length}`)
    },
  })
  smtp.on('error', () => {})

  const front = net.createServer(socket => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    if (general === 'garbage') speakNonsense(socket)
    else if (general === 'tarpit') socket.resume()
    else smtp.connect(socket)
  })
  const listen = async (port: number) => {
    front.listen(port, '127.0.0.1')
    await once(front, 'listening')
  }
  const stop = async () => {
    const closed = front.listening ? once(front, 'close') : undefined
    front.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }

  await listen(0)
  const { port } = front.address() as net.AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    connections: () => connections,
    bytesRead: () => [...sockets].reduce((sum, socket) => sum + socket.bytesRead, 0),
    async behave(kind, { domain, answer = PERMANENT } = {}) {
      refusal = answer
      if (domain !== undefined) {
        if (kind === 'refuse' || kind === 'auth-failure') throw new Error(`${kind} cannot be for one domain`)
        return void domains.set(domain.toLowerCase(), kind)
      }
      general = kind
      if (kind === 'refuse') await stop()
      else if (!front.listening) await listen(port)
    },
    close: stop,
  }
}

const NONSENSE = '\u0000\u00ff<html>teapot</html>\r\n'

function speakNonsense(socket: net.Socket): void {
  socket.write(NONSENSE)
  socket.on('data', () => socket.write(NONSENSE))
}

async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  slowness: number,
): Promise<ReceivedMail> {
  const raw = await buffer(stream)
  await wait(slowness)
  const { mailFrom, rcptTo } = session.envelope
  return {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    raw,
    messageId: /^message-id:\s*(<[^>]*>)/im.exec(raw.toString('utf8'))?.[1] ?? '',
    smtpUtf8: session.envelope.smtpUtf8 === true,
    answered: false,
  }
}

const reply = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })
