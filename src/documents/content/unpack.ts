// Unpacks every entry of a ZIP file once, to see that it holds what it says and not a thousand times as much.
import type { FileHandle } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { FileRefused } from '../file-refused.ts'
import { bytesAt, damaged, type ZipEntry } from './zip-directory.ts'

const HEADER = 0x04034b50
const HEADER_SIZE = 30
/** Text packs to a twentieth, a picture hardly at all. What unpacks to more than this is made to fill a disk. */
const MOST_UNPACKED = 200 * 1024 * 1024
const LARGEST_READ = 1024 * 1024
const CHUNK = 64 * 1024

/**
 * Unpacks all entries and returns the content of those that `wanted` names. Throws `FileRefused` when one overlaps another,
 * is not what the directory says of it, or all together are too large.
 */
export async function unpack(
  file: FileHandle,
  entries: readonly ZipEntry[],
  wanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED) throw damaged()
  const kept = new Map<string, Buffer>()
  let free = 0
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    // Entries that share bytes are how a small file becomes a huge one: https://www.bamsoftware.com/hacks/zipbomb/
    if (entry.at < free) throw damaged()
    const header = await bytesAt(file, entry.at, entry.at + HEADER_SIZE)
    if (header.readUInt32LE(0) !== HEADER || header.readUInt16LE(8) !== entry.method) throw damaged()
    const start = entry.at + HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28)
    free = start + entry.packedSize
    const keep = wanted(entry.name)
    if (keep && entry.size > LARGEST_READ) throw damaged()
    const content = await contentOf(file, entry, start, keep)
    if (keep) kept.set(entry.name, content)
  }
  return kept
}

async function contentOf(file: FileHandle, entry: ZipEntry, start: number, keep: boolean): Promise<Buffer> {
  const { method, packedSize, size, crc } = entry
  if (method !== 0 && method !== 8) throw damaged()
  const chunks: Buffer[] = []
  const seen = { size: 0, crc: 0 }
  if (packedSize > 0) {
    const packed = file.createReadStream({ start, end: start + packedSize - 1, autoClose: false })
    const opened = method === 8 ? createInflateRaw({ chunkSize: CHUNK }) : new PassThrough()
    try {
      await pipeline(packed, opened, async content => {
        for await (const chunk of content as AsyncIterable<Buffer>) {
          seen.size += chunk.length
          if (seen.size > size) throw damaged()
          seen.crc = crc32(chunk, seen.crc)
          if (keep) chunks.push(chunk)
        }
      })
    } catch (error) {
      throw isAboutTheFile(error) ? damaged() : error
    }
  }
  if (seen.size !== size || seen.crc !== crc) throw damaged()
  return Buffer.concat(chunks)
}

const isAboutTheFile = (error: unknown) =>
  error instanceof FileRefused || ((error as NodeJS.ErrnoException).code ?? '').startsWith('Z_')
