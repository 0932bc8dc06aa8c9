// What is in a ZIP file, by its directory. Strict: what office programs write is simple, and the rest is refused.
// Layout: APPNOTE.TXT 6.3.10, 4.3 https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import type { FileHandle } from 'node:fs/promises'
import { FileRefused } from '../file-refused.ts'

export interface ZipEntry {
  name: string
  /** 0: stored as it is; 8: deflated. */
  method: number
  packedSize: number
  /** As the directory says; it may lie. */
  size: number
  crc: number
  /** Where its header begins. */
  at: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LONGEST_COMMENT = 0xffff
const MOST_ENTRIES = 5000
const LARGEST_DIRECTORY = 2 * 1024 * 1024

/** The entries, in the order of the directory. Throws `FileRefused`: damaged, split over disks, 64-bit, or too many. */
export async function zipDirectory(file: FileHandle, size: number): Promise<ZipEntry[]> {
  const tail = await bytesAt(file, Math.max(0, size - END_SIZE - LONGEST_COMMENT), size)
  const end = tail.subarray(lastEnd(tail))
  const [disk, count, length, start] = [
    end.readUInt16LE(4),
    end.readUInt16LE(10),
    end.readUInt32LE(12),
    end.readUInt32LE(16),
  ]
  if (
    disk !== 0 ||
    count === 0 ||
    count > MOST_ENTRIES ||
    length > LARGEST_DIRECTORY ||
    start + length > size
  )
    throw damaged()
  const directory = await bytesAt(file, start, start + length)
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < count;) {
    if (at + ENTRY_SIZE > directory.length || directory.readUInt32LE(at) !== ENTRY) throw damaged()
    // Bit 0: encrypted.
    if (directory.readUInt16LE(at + 8) & 1) throw new FileRefused('file-locked')
    const nameLength = directory.readUInt16LE(at + 28)
    const next =
      at + ENTRY_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    entries.push({
      name: directory.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    })
    at = next
  }
  return entries
}

/** The bytes from `start` up to `end`. Throws `FileRefused` when the file is shorter. */
export async function bytesAt(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, end - start))
  const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
  if (bytesRead < bytes.length) throw damaged()
  return bytes
}

// The end record is the last thing in the file, but for a comment whose length it tells.
function lastEnd(tail: Buffer): number {
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END && at + END_SIZE + tail.readUInt16LE(at + 20) === tail.length) return at
  }
  throw damaged()
}

export const damaged = () => new FileRefused('file-damaged')
