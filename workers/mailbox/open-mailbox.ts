// The only file that knows imapflow. It takes a tenth of a second to load: the thread that reads a mailbox loads it, nothing else.
import { ImapFlow } from 'imapflow'
import { isThisMachine, type ImapAddress } from '../../src/kernel/imap-address.ts'

const PATIENCE_MS = 30_000

export interface OpenMailbox {
  uidValidity: number
  /** The uids greater than this one, ascending, with each message's size in bytes. */
  newSince(uid: number): Promise<{ uid: number; size: number }[]>
  /** The message, or only its header; none where somebody has removed it meanwhile. Leaves it unread. */
  read(uid: number, part: 'all' | 'header'): Promise<Buffer | undefined>
  mark(uids: readonly number[]): Promise<void>
  /** Resolves when something has arrived, after so many milliseconds, or at the signal. Throws when the connection is gone. */
  news(milliseconds: number, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Signs in and selects the folder. Throws when the server refuses or does not answer. */
export async function openMailbox({
  host,
  port,
  secure,
  credentials,
  folder,
}: ImapAddress): Promise<OpenMailbox> {
  const client = new ImapFlow({
    host,
    port,
    secure,
    auth: credentials,
    // A password never goes out readable, but to this machine.
    ...(!secure && { doSTARTTLS: isThisMachine(host) ? undefined : true }),
    logger: false,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 10 * PATIENCE_MS,
  })
  let wake = () => {}
  client.on('error', () => wake())
  client.on('close', () => wake())
  client.on('exists', () => wake())
  try {
    await client.connect()
    const { uidValidity } = await client.mailboxOpen(folder)
    return { uidValidity: Number(uidValidity), ...operations(client, until => (wake = until)) }
  } catch (error) {
    client.close()
    throw error
  }
}

function operations(client: ImapFlow, onNews: (wake: () => void) => void): Omit<OpenMailbox, 'uidValidity'> {
  return {
    async newSince(uid) {
      const found = await client.fetchAll(`${uid + 1}:*`, { uid: true, size: true }, { uid: true })
      // “n:*” is the last message even where its uid is less than n (RFC 3501, 6.4.8).
      return found
        .map(message => ({ uid: message.uid, size: message.size ?? 0 }))
        .filter(message => message.uid > uid)
        .toSorted((a, b) => a.uid - b.uid)
    },
    async read(uid, part) {
      const wanted = part === 'all' ? { source: true } : { headers: true }
      const message = await client.fetchOne(String(uid), wanted, { uid: true })
      return message === false ? undefined : part === 'all' ? message.source : message.headers
    },
    async mark(uids) {
      await client.messageFlagsAdd(uids.join(','), ['\\Seen'], { uid: true })
    },
    async news(milliseconds, signal) {
      const arrived = Promise.withResolvers<void>()
      const end = () => arrived.resolve()
      signal.addEventListener('abort', end, { once: true })
      const timer = setTimeout(arrived.resolve, milliseconds)
      onNews(arrived.resolve)
      if (client.usable && !signal.aborted) await arrived.promise
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      onNews(() => {})
      if (!client.usable) throw new Error('The connection to the mailbox is gone.')
    },
    async close() {
      await client.logout().catch(() => client.close())
    },
  }
}
