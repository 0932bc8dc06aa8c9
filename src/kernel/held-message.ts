import { Readable } from 'node:stream'
import { setImmediate, setTimeout } from 'node:timers/promises'

const CHUNK = 16_384

interface Gate {
  /** Awaited before the first byte; when it rejects, the stream fails and nothing has gone out. */
  dataStarted: () => Promise<void>
  /** Called as the conversation moves on: `data` at the first read, `answer` just before the final dot can go out. */
  enter: (phase: 'data' | 'answer') => void
}

/**
 * A message that leaves only when it may. The SMTP connection reads it after the server's 354 and not before, so the first
 * read is the moment at which data starts. The end of the stream, which is what sends the final dot, is held back for a
 * short look at the socket: a server that hung up on the text is then a plain failure and not an uncertain one.
 */
export function heldMessage(content: Buffer, gate: Gate): Readable {
  const prepared = performance.now()

  async function* release(): AsyncGenerator<Buffer> {
    gate.enter('data')
    // The envelope's round trip is a fair measure of how long news of a lost connection takes to arrive.
    const look = Math.min(Math.max(performance.now() - prepared, 10), 250)
    await gate.dataStarted()
    for (let at = 0; at < content.length; at += CHUNK) yield content.subarray(at, at + CHUNK)
    await setTimeout(look)
    // Twice around the event loop, so that a hang-up which is already here is heard on a busy machine too.
    await setImmediate()
    await setImmediate()
    gate.enter('answer')
  }

  // No reading ahead: what was yielded has been taken before the next piece is asked for.
  return Readable.from(release(), { objectMode: false, highWaterMark: 1 })
}
