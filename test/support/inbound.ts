// Mail that comes in to a test's service: handed over as a provider would, and awaited until all of it is taken in.
import { createHmac, randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { mailOf } from './mail-corpus.ts'
import type { TestService } from './service.ts'

const SECRET = 'a secret of thirty-two characters, and more'
export const INBOUND = { replyAddress: 'replies@justice.example.org', webhookSecret: SECRET }
/** Who writes in the corpus. */
const AUTHOR = 'mohamed@legal-aid.example.org'

export interface Answer {
  /** The address that it answers to. */
  reply: string
  /** The Message-ID of the email that it answers. */
  original: string
  /** The applicant's. */
  address: string
}

/** A message of the corpus, under an id of its own, from this applicant. */
export const answerOf = (
  name: string,
  { reply, original, address }: Answer,
  changes: Readonly<Record<string, string>> = {},
): Buffer => {
  const raw = mailOf(name, { reply, original }, { [AUTHOR]: address, ...changes })
  const text = raw.toString('latin1').replace('Message-ID: <', `Message-ID: <${randomUUID()}.`)
  return Buffer.from(text, 'latin1')
}

interface Attached {
  name: string
  type?: string
  content: string | Buffer
  /** Some programs show what is attached instead of naming it as attached. */
  disposition?: 'attachment' | 'inline'
}

/** A new message with files, as mail programs write it. */
export function mailWith(
  files: readonly Attached[],
  { from, to, header = '' }: { from: string; to: string; header?: string },
): Buffer {
  const parts = files.map(
    ({ name, type = 'text/html', content, disposition = 'attachment' }) =>
      `--b0undary\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: ${disposition};\r\n filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64').replaceAll(/.{76}/g, '$&\r\n')}\r\n`,
  )
  return Buffer.from(
    `Message-ID: <${randomUUID()}@mail.example>\r\nFrom: ${from}\r\nTo: ${to}\r\nSubject: Our form\r\n${header}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0undary\r\n\r\n--b0undary\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlease find our form attached.\r\n${parts.join('')}--b0undary--\r\n`,
  )
}

interface Handing {
  id?: string
  at?: Date
  secret?: string
  headers?: Record<string, string>
}

/** Hands the message over; it is stored by then, and taken in soon. */
export function handOver(
  service: TestService,
  raw: Buffer,
  handing: Handing = {},
  payload: Buffer | Readable = raw,
) {
  const { id = randomUUID(), at = service.clock.now(), secret = SECRET, headers = {} } = handing
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(raw).digest('base64')
  return service.app.inject({
    method: 'POST',
    url: '/api/v1/inbound-mail',
    headers: {
      'content-type': 'message/rfc822',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
      ...headers,
    },
    payload,
  })
}

/** Resolves when all mail is taken in and all emails about it are out. */
export async function takenIn(service: TestService): Promise<void> {
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline) {
    const { rows } = await service.pool.query<{ open: number }>(
      `select count(*)::int as open from inbound_mail where state = 'waiting'`,
    )
    if (rows[0]?.open === 0) return service.settled()
    await wait(50)
  }
  throw new Error('Mail was not taken in within 20 seconds.')
}

/** Hands the message over and says what became of it. */
export async function taken(service: TestService, raw: Buffer) {
  const id = randomUUID()
  // As a provider does where the service is busy.
  while ((await handOver(service, raw, { id })).statusCode === 503) await wait(20)
  await takenIn(service)
  const { rows } = await service.pool.query<{ id: string; state: string; reason: string | null }>(
    'select id, state, reason from inbound_mail where webhook_id = $1',
    [id],
  )
  return rows[0] ?? { id: '', state: 'nowhere', reason: null }
}
