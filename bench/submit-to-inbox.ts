// From the moment an application is sent to the moment the mail server has its emails, at a steady pace.
import { once } from 'node:events'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { payload } from './payloads.ts'
import { startService } from './service-process.ts'
import { percentile } from './statistics.ts'

export const PER_SECOND = 20
const WARM_UP_SECONDS = 3
const PATIENCE_MS = 30_000

export interface InboxTimes {
  submissions: number
  /** Milliseconds until the mail server has accepted the applicant's receipt, and the reviewer's assignment. */
  receipt: { p50: number; p99: number }
  assignment: { p50: number; p99: number }
  wrong: string[]
}

/** Runs the whole service, web and workers in one process, on an embedded database in the directory. */
export async function submitToInbox(
  directory: string,
  seconds: number,
  redisUrl?: string,
): Promise<InboxTimes> {
  const inbox = await startInbox()
  try {
    const settings = {
      DATA_DIR: directory,
      SMTP_URL: inbox.url,
      SAMPLE_STAFF: 'yes',
      ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
    }
    const service = await startService('all', settings, join(directory, '..', 'inbox.log'))
    try {
      return await timed(service.port, inbox.mails, seconds)
    } finally {
      await service.end()
    }
  } finally {
    await inbox.close()
  }
}

async function timed(port: number, mails: readonly Mail[], seconds: number): Promise<InboxTimes> {
  const count = (WARM_UP_SECONDS + seconds) * PER_SECOND
  const begin = performance.now()
  const sent = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      await pause((n * 1000) / PER_SECOND)
      return submit(port, n)
    }),
  )
  const giveUp = performance.now() + PATIENCE_MS
  const arrivals = () => sent.map(submission => arrivalOf(submission, mails))
  while (arrivals().some(({ missing }) => missing) && performance.now() < giveUp) await pause(50)
  const measured = arrivals().filter((_, n) => (sent[n]?.at ?? 0) >= begin + WARM_UP_SECONDS * 1000)
  const times = (of: 'receipt' | 'assignment') => {
    const sorted = measured.map(arrival => arrival[of]).toSorted((a, b) => a - b)
    return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
  }
  const unanswered = arrivals().filter(({ missing }) => missing).length
  const twice = arrivals().filter(arrival => arrival.twice).length
  return {
    submissions: measured.length,
    receipt: times('receipt'),
    assignment: times('assignment'),
    wrong: [
      ...(unanswered > 0 ? [`${unanswered} submissions lack an email after ${PATIENCE_MS / 1000} s`] : []),
      ...(twice > 0 ? [`${twice} receipts came twice`] : []),
    ],
  }
}

interface Submitted {
  n: number
  at: number
  reference: string
}

async function submit(port: number, n: number): Promise<Submitted> {
  const { path, body } = payload(n)
  const headers = { 'content-type': 'application/json' }
  const at = performance.now()
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`, { method: 'POST', headers, body })
  const { reference } = (await response.json()) as { reference?: string }
  if (response.status !== 201 || reference === undefined)
    throw new Error(`Submission ${n} was answered with ${response.status}`)
  return { n, at, reference }
}

interface Mail {
  at: number
  to: string
  text: string
}

function arrivalOf({ n, at, reference }: Submitted, mails: readonly Mail[]) {
  const receipts = mails.filter(({ to }) => to === `contact@applicant-${n}.example`)
  const assignment = mails.find(
    ({ to, text }) => to.endsWith('@support-unit.example') && text.includes(reference),
  )
  const since = (mail: Mail | undefined) => (mail ? mail.at - at : Number.POSITIVE_INFINITY)
  return {
    receipt: since(receipts[0]),
    assignment: since(assignment),
    missing: receipts.length === 0 || !assignment,
    twice: receipts.length > 1,
  }
}

/** A mail server that takes everything and notes when. */
async function startInbox() {
  const mails: Mail[] = []
  const smtp = new SMTPServer({
    logger: false,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    async onData(stream, { envelope }, done) {
      const content = await buffer(stream)
      // A line may be broken anywhere, also within a reference (quoted-printable, RFC 2045).
      const text = content.toString('latin1').replaceAll('=\r\n', '')
      mails.push({ at: performance.now(), to: envelope.rcptTo[0]?.address ?? '', text })
      done()
    },
  })
  smtp.on('error', () => {})
  const server = smtp.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: mails as readonly Mail[],
    close: () => new Promise<void>(resolve => smtp.close(resolve)),
  }
}
