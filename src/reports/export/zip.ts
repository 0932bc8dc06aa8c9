// A ZIP archive that is written while its content is still being made (APPNOTE 6.3.10: sizes follow each file, bit 3). Up to 4 GiB.
import { Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'

export interface Entry {
  name: string
  content: Iterable<string> | AsyncIterable<string>
}

const FLAGS = 0x0808 // Sizes afterwards, names in UTF-8.
const VERSION = 20
const DEFLATED = 8
// 1 January 1980, the first day that the format knows: archives of the same content are the same.
const DATE = 0x0021

interface Written {
  name: Buffer
  checksum: number
  size: number
  packed: number
  at: number
}

/** The archive in pieces; nothing is made before it is asked for. */
export async function* zip(entries: readonly Entry[]): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), checksum: 0, size: 0, packed: 0, at }
    const header = localHeader(entry)
    yield header
    for await (const piece of deflated(content, entry)) yield piece
    const descriptor = descriptorOf(entry)
    yield descriptor
    at += header.length + entry.packed + descriptor.length
    written.push(entry)
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield endRecord(written.length, directory.length, at)
}

async function* deflated(content: Entry['content'], entry: Written): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const words of content) {
      const bytes = Buffer.from(words)
      entry.checksum = crc32(bytes, entry.checksum)
      entry.size += bytes.length
      yield bytes
    }
  }
  const source = Readable.from(counted())
  const packer = createDeflateRaw({ level: constants.Z_BEST_SPEED })
  // What fails while the content is made fails here as well; whoever stops reading stops the making.
  source.once('error', error => packer.destroy(error))
  packer.once('close', () => source.destroy())
  for await (const piece of source.pipe(packer) as AsyncIterable<Buffer>) {
    entry.packed += piece.length
    yield piece
  }
}

function localHeader({ name }: Written): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(DEFLATED, 8)
  header.writeUInt16LE(DATE, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function descriptorOf({ checksum, packed, size }: Written): Buffer {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(checksum, 4)
  descriptor.writeUInt32LE(packed, 8)
  descriptor.writeUInt32LE(size, 12)
  return descriptor
}

function directoryEntry({ name, checksum, packed, size, at }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(VERSION, 4)
  entry.writeUInt16LE(VERSION, 6)
  entry.writeUInt16LE(FLAGS, 8)
  entry.writeUInt16LE(DEFLATED, 10)
  entry.writeUInt16LE(DATE, 14)
  entry.writeUInt32LE(checksum, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(at, 42)
  return Buffer.concat([entry, name])
}

function endRecord(entries: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
