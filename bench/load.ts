// Sends submissions over HTTP as fast as they are answered, on bare sockets: a client that costs little beside the server.
import { randomUUID } from 'node:crypto'
import { obeyParent } from './child.ts'
import { openLine } from './line.ts'
import { measure, type Round } from './measurement.ts'
import { payload } from './payloads.ts'

const { port } = JSON.parse(process.argv[2] ?? '{}') as { port: number }

const KINDS = 500
const requests = Array.from({ length: KINDS }, (_, n) => {
  const { path, body } = payload(n)
  const head =
    `POST /api/v1/${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n` +
    `content-length: ${Buffer.byteLength(body)}\r\n`
  return { head, rest: `\r\n${body}` }
})
/** Every reference that was ever given: each must be new. */
const references = new Set<string>()

obeyParent(async ({ keyed = false, ...round }: Round) => {
  const lines = await Promise.all(Array.from({ length: round.connections }, () => openLine(port)))
  let next = 0
  const measured = await measure(round, async connection => {
    const { head, rest } = requests[(next += 1) % KINDS] ?? { head: '', rest: '' }
    const answer = await lines[connection]?.(
      head + (keyed ? `idempotency-key: ${randomUUID()}\r\n` : '') + rest,
    )
    expectNewReference(answer ?? '')
  })
  for (const line of lines) line.close()
  return measured
})

function expectNewReference(answer: string): void {
  if (!answer.startsWith('HTTP/1.1 201 ')) throw new Error(`not a 201: ${answer.slice(0, 400)}`)
  const reference = /"reference":"([A-Z]{3}-[0-9A-Z]+)"/.exec(answer)?.[1]
  if (reference === undefined) throw new Error('a 201 without a reference')
  if (references.has(reference)) throw new Error(`the reference ${reference} was given twice`)
  references.add(reference)
}
