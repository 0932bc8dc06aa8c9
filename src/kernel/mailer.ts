import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { idleSessions } from './idle-sessions.ts'
import { isSendable, OWN_MARK, type Mailbox, type OutgoingMessage } from './outgoing-message.ts'
import { smtpAddress, type SmtpAddress } from './smtp-address.ts'
import { deliver, type Dispatch } from './smtp-delivery.ts'
import { SMTP_LIMITS, type SmtpLimits } from './smtp-limits.ts'
import { outcomeOf, SmtpFailure, type SendOutcome } from './smtp-outcome.ts'
import { openSocket } from './smtp-socket.ts'
import { step } from './smtp-step.ts'

export interface MailerSettings {
  /** `smtp://` or `smtps://`, see `smtpAddress`. */
  url: string
  from: Mailbox
  /** How we introduce ourselves in EHLO; this machine's name otherwise. */
  clientName?: string
  limits?: Partial<SmtpLimits>
}

export interface Mailer {
  /**
   * Sends one message and says what became of it. `onDataStarted` runs once the server is ready for the text, and has
   * resolved before a byte of it goes out; if it rejects, nothing is sent and `send` rejects with the same error.
   * `send` never settles while `onDataStarted` runs. All trouble with the server is an outcome, not an error.
   */
  send(message: OutgoingMessage, onDataStarted: () => Promise<void>): Promise<SendOutcome>
  /** Connects, greets and signs in. Throws an `SmtpFailure` that says where it stopped. */
  check(): Promise<void>
  /** Ends the waiting connections; a message under way is finished first by its own `send`. */
  close(): void
}

interface Session {
  connection: SMTPConnection
  sent: number
}

// Some servers end a session after 100 messages; leaving first costs less than being thrown out.
const MESSAGES_A_SESSION = 90
const GOODBYE_MS = 2_000

/** Throws an `Error` for an address or a sender that cannot be used. Connects to nothing yet. */
export function createMailer(settings: MailerSettings): Mailer {
  const server = smtpAddress(settings.url)
  const limits = { ...SMTP_LIMITS, ...settings.limits }
  if (!isSendable(settings.from.address))
    throw new Error('The sender address of the mailer is not an email address.')
  const idle = idleSessions<Session>(({ connection }) => leave(connection))

  async function open(): Promise<Session> {
    const session = { connection: await greet(server, limits, settings.clientName), sent: 0 }
    session.connection.on('end', () => idle.forget(session))
    return session
  }

  async function converse(session: Session, dispatch: Dispatch): Promise<SendOutcome> {
    const outcome = await deliver(session.connection, dispatch, limits)
    session.sent += 1
    // Only a session that ended on the server's yes is known to stand between two messages; any other is closed by now.
    if (outcome.kind !== 'accepted') return outcome
    if (session.sent < MESSAGES_A_SESSION) idle.keep(session)
    else leave(session.connection)
    return outcome
  }

  return {
    async send(message, onDataStarted) {
      if (!isSendable(message.to.address)) {
        return {
          kind: 'refused',
          phase: 'recipient',
          code: 553,
          message: 'The address cannot be written in an SMTP command.',
        }
      }
      const { to, content } = await compose(settings.from, message)
      const from = message.returnPath ?? settings.from.address
      const dispatch = { from, to, content, onDataStarted, started: false }
      const kept = idle.take()
      if (kept) {
        const outcome = await converse(kept, dispatch)
        // The server had left, or lost patience, while the session waited: no text has gone out, so start afresh.
        const stale =
          outcome.kind === 'retry' &&
          !dispatch.started &&
          (outcome.code === undefined || outcome.code === 421)
        if (!stale) return outcome
      }
      try {
        return await converse(await open(), dispatch)
      } catch (error) {
        if (error instanceof SmtpFailure) return outcomeOf(error)
        throw error
      }
    },
    async check() {
      const { connection } = await open()
      leave(connection)
    },
    close: () => idle.close(),
  }
}

async function compose(from: Mailbox, message: OutgoingMessage): Promise<{ to: string; content: Buffer }> {
  const { to, replyTo, subject, text, html, messageId, headers, date, language } = message
  const mime = new MailComposer({
    from,
    to,
    ...(replyTo ? { replyTo } : {}),
    subject,
    text,
    html,
    messageId,
    date,
    headers,
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  }).compile()
  mime.setHeader('Content-Language', language)
  // RFC 3834: written by a machine, not to be answered by one. Exchange listens to the second only.
  mime.setHeader('Auto-Submitted', 'auto-generated')
  mime.setHeader('X-Auto-Response-Suppress', 'All')
  // What comes back with it went out from here: it is never answered again.
  mime.setHeader(OWN_MARK, 'sent')
  // The envelope's address has its domain in ASCII, which every server understands.
  return { to: mime.getEnvelope().to[0] ?? to.address, content: await mime.build() }
}

async function greet(
  server: SmtpAddress,
  limits: SmtpLimits,
  clientName: string | undefined,
): Promise<SMTPConnection> {
  const socket = await openSocket(server, limits.connect)
  const connection = new SMTPConnection({
    connection: socket,
    host: server.host,
    secure: server.secure,
    secured: server.secure,
    requireTLS: server.requireTLS && !server.secure,
    ignoreTLS: server.ignoreTLS,
    tls: server.tls,
    name: clientName,
    // Destroy rather than linger: what is dropped half-way must not trickle out later.
    socketCloseTimeout: 0,
  })
  // Trouble is heard by the step that is under way; between steps there is nobody to tell.
  connection.on('error', () => {})
  try {
    await step(connection, 'greeting', limits.greeting, ({ done }) => connection.connect(done))
    const { credentials } = server
    if (credentials && connection.allowsAuth) {
      await step(connection, 'sign-in', limits.command, ({ done }) => connection.login(credentials, done))
    }
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

function leave(connection: SMTPConnection): void {
  const giveUp = setTimeout(() => connection.close(), GOODBYE_MS).unref()
  connection.once('end', () => clearTimeout(giveUp))
  connection.quit()
}
