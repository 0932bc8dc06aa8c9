import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { FileRefused } from './file-refused.ts'
import { LARGEST_FILE } from './kinds.ts'

/**
 * Writes the bytes to the path as they come. Throws `FileRefused` when there are none or too many. Whatever comes after the limit
 * is read and thrown away: a browser shows our answer only once it has sent everything.
 */
export async function spool(bytes: Readable, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size <= LARGEST_FILE) await file.write(chunk)
    }
  } finally {
    await file.close()
  }
  if (size > LARGEST_FILE) throw new FileRefused('file-too-large')
  if (size === 0) throw new FileRefused('file-empty')
}

/** Size and SHA-256 of what lies at the path. */
export async function digestOf(path: string): Promise<{ size: number; sha256: Buffer }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest() }
}
