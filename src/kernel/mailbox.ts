import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { systemClock, type Clock } from './clock.ts'

// The mail server of an installation that has none: it takes every message and keeps it as a file, to be read on a page.
const KEPT = 500
const MOST_BYTES = 5_000_000

export interface MailboxSettings {
  /** Where the messages are kept, one `<time>-<id>.eml` each. Made if it is not there. */
  directory: string
  clock?: Clock
}

/**
 * Listens on a free port of this machine alone and keeps the latest 500 messages. `url` is for `createMailer`.
 * A message is answered with yes only when its file is there whole.
 */
export async function startMailbox(
  settings: MailboxSettings,
): Promise<{ url: string; close: () => Promise<void> }> {
  const { directory, clock = systemClock } = settings
  await mkdir(directory, { recursive: true })
  const kept = (await readdir(directory)).filter(name => name.endsWith('.eml')).toSorted()
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: MOST_BYTES,
    rejectOversized: true,
    closeTimeout: 500,
    async onData(stream, session, callback) {
      try {
        const name = await store(directory, clock, stream, session)
        if (name !== undefined) kept.push(name)
        const oldest = kept.splice(0, Math.max(kept.length - KEPT, 0))
        await Promise.all(oldest.map(name => rm(join(directory, name), { force: true })))
      } catch {
        callback(Object.assign(new Error('The mailbox cannot be written'), { responseCode: 451 }))
        return
      }
      callback(null, 'Kept in the mailbox')
    },
  })
  // A client that hangs up is its own trouble: it hears of it, and the message is not kept.
  server.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** Writes the message and returns the name of its file, or undefined if it is too big to be kept. */
async function store(
  directory: string,
  clock: Clock,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<string | undefined> {
  const content = await buffer(stream)
  if (stream.sizeExceeded) return undefined
  const id = `${clock.now().toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`
  // The address it was sent to stands on top, as delivery agents do it: `To` is only what the letter says.
  const trace = session.envelope.rcptTo.map(({ address }) => `Delivered-To: ${address}\r\n`).join('')
  const unfinished = join(directory, `.${id}.part`)
  await writeFile(unfinished, Buffer.concat([Buffer.from(trace), content]))
  await rename(unfinished, join(directory, `${id}.eml`))
  return `${id}.eml`
}
