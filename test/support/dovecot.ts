// A real IMAP server of one's own (Debian's dovecot-imapd), which a test may kill and start again.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { ImapFlow } from 'imapflow'
import { dovecotConfiguration } from './dovecot-configuration.ts'
import { freePort } from './free-port.ts'

const USER = 'replies'
const PASSWORD = 'a@secret'
const NOBODY = 65_534
const PATH_TO_IT = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` }
const run = promisify(execFile)

export interface TestMailbox {
  /** As the setting IMAP_URL takes it. */
  url: string
  /** Puts messages into the mailbox, in this order. */
  deliver(...messages: Buffer[]): Promise<void>
  /** The flags of each message, in the order of arrival. */
  flags(): Promise<string[][]>
  /** Takes the mailbox away and makes it anew: its messages are numbered from the beginning. */
  renumber(messages: Buffer[]): Promise<void>
  kill(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export async function startDovecot(): Promise<TestMailbox> {
  const folder = await mkdtemp(join(tmpdir(), 'justice-intake-dovecot-'))
  const mail = join(folder, 'mail')
  const isRoot = userInfo().uid === 0
  await chmod(folder, 0o755)
  await mkdir(mail)
  if (isRoot) await chown(mail, NOBODY, NOBODY)
  const port = await freePort()
  const file = join(folder, 'dovecot.conf')
  const { stdout: version } = await run('dovecot', ['--version'], { env: PATH_TO_IT })
  const place = { folder, port, isRoot, password: PASSWORD, nobody: NOBODY }
  await writeFile(file, dovecotConfiguration(version, place))
  let server: ChildProcess | undefined

  async function start(): Promise<void> {
    server = spawn('dovecot', ['-F', '-c', file], {
      stdio: 'ignore',
      env: PATH_TO_IT,
    })
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if (await answers(port)) return
      await wait(25)
    }
    throw new Error('dovecot does not answer.')
  }
  async function kill(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }
  const asClient = async <Result>(work: (client: ImapFlow) => Promise<Result>): Promise<Result> => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      auth: { user: USER, pass: PASSWORD },
      logger: false,
    })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.logout()
    }
  }
  const deliver = (messages: readonly Buffer[]) =>
    asClient(async client => {
      for (const message of messages) await client.append('INBOX', message)
    })
  await start()
  return {
    url: `imap://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/INBOX`,
    deliver: (...messages) => deliver(messages),
    flags: () =>
      asClient(async client => {
        await client.mailboxOpen('INBOX', { readOnly: true })
        const found = await client.fetchAll('1:*', { flags: true })
        return found.map(({ flags }) => [...(flags ?? [])].filter(flag => flag !== '\\Recent'))
      }),
    async renumber(messages) {
      await kill()
      await rm(join(mail, USER), { recursive: true, force: true })
      await start()
      await deliver(messages)
    },
    kill,
    start,
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('data', () => socket.destroy(resolve(true) as never))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
