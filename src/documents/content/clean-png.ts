// A PNG without what was written about it: texts, times, Exif data, and whatever is not needed to show it.
// Chunks: https://www.w3.org/TR/png-3/
import { crc32 } from 'node:zlib'
import { FileRefused } from '../file-refused.ts'

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The picture, its colours, its size in print, its animation. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
)

/** The cleaned bytes. Throws `FileRefused` when it is no whole PNG. */
export function cleanPng(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) throw new FileRefused('file-not-as-named')
  const kept: Buffer[] = [PNG_SIGNATURE]
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw damaged()
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > bytes.length || (at === 8) !== (type === 'IHDR')) throw damaged()
    if (KEPT.has(type)) {
      if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw damaged()
      kept.push(bytes.subarray(at, end))
    }
    // What comes after the end is left behind.
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
}

const damaged = () => new FileRefused('file-damaged')
