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
/** At the same pace: so long its code is being compiled, and it works off what came meanwhile. */
const WARM_UP_SECONDS = 10
const PATIENCE_MS = 15_000

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
  const mail = await startInbox()
  try {
    const settings = {
      DATA_DIR: directory,
      SMTP_URL: mail.url,
      SAMPLE_STAFF: 'yes',
      ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
    }
    const service = await startService('all', settings, join(directory, '..', 'inbox.log'))
    try {
      return await timed(service.port, mail.inbox, seconds)
    } finally {
      await service.end()
    }
  } finally {
    await mail.close()
  }
}

async function timed(port: number, inbox: Inbox, seconds: number): Promise<InboxTimes> {
  const count = (WARM_UP_SECONDS + seconds) * PER_SECOND
  const sent = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      await pause((n * 1000) / PER_SECOND)
      return submit(port, n)
    }),
  )
  const giveUp = performance.now() + PATIENCE_MS
  const lacking = () =>
    sent.filter(
      ({ receiptTo, reference }) => !inbox.receipts.has(receiptTo) || !inbox.assignments.has(reference),
    )
  while (lacking().length > 0 && performance.now() < giveUp) await pause(50)

  const measured = sent.slice(WARM_UP_SECONDS * PER_SECOND)
  const lack = lacking().length
  return {
    submissions: measured.length,
    receipt: spread(measured.map(({ at, receiptTo }) => (inbox.receipts.get(receiptTo) ?? NEVER) - at)),
    assignment: spread(measured.map(({ at, reference }) => (inbox.assignments.get(reference) ?? NEVER) - at)),
    wrong: [
      ...(lack > 0 ? [`${lack} submissions lack an email after ${PATIENCE_MS / 1000} s`] : []),
      ...(inbox.twice > 0 ? [`${inbox.twice} receipts came twice`] : []),
    ],
  }
}

const NEVER = Number.POSITIVE_INFINITY

function spread(times: readonly number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
}

interface Submitted {
  at: number
  receiptTo: string
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
  return { at, receiptTo: `contact@applicant-${n}.example`, reference }
}

/** When the emails arrived. */
interface Inbox {
  /** By the applicant's address. */
  receipts: Map<string, number>
  /** By the reference of the case. */
  assignments: Map<string, number>
  twice: number
}

/** A mail server that takes everything and notes when. */
async function startInbox() {
  const inbox: Inbox = { receipts: new Map(), assignments: new Map(), twice: 0 }
  const smtp = new SMTPServer({
    logger: false,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    async onData(stream, { envelope }, done) {
      const content = await buffer(stream)
      take(inbox, envelope.rcptTo[0]?.address ?? '', content.toString('latin1'), performance.now())
      done()
    },
  })
  smtp.on('error', () => {})
  const server = smtp.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    inbox,
    close: () => new Promise<void>(resolve => smtp.close(resolve)),
  }
}

function take(inbox: Inbox, to: string, content: string, at: number): void {
  if (to.startsWith('contact@')) {
    if (inbox.receipts.has(to)) inbox.twice += 1
    inbox.receipts.set(to, at)
  } else if (to.endsWith('@support-unit.example')) {
    // A line may be broken anywhere, also within a reference (quoted-printable, RFC 2045).
    const reference = /(?:OBS|SUP)-[0-9A-Z]{5}/.exec(content.replaceAll('=\r\n', ''))?.[0]
    if (reference !== undefined) inbox.assignments.set(reference, at)
  }
}
