// A JPEG without what its camera or its editor wrote about it: place, time, device, owner, a second small picture. The picture
// itself is not touched. Markers: ITU-T T.81, Annex B; Exif 3.0, 4.5.
import { FileRefused } from '../file-refused.ts'
import { exifOrientation, orientationOnly } from './orientation.ts'

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [
  0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe,
] as const
const ICC = 'ICC_PROFILE\0'

/** The cleaned bytes. Which way up the picture is stays. Throws `FileRefused` when it is no whole JPEG. */
export function cleanJpeg(bytes: Buffer): Buffer {
  if (bytes.readUInt16BE(0) !== (0xff00 | SOI)) throw new FileRefused('file-not-as-named')
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let pictures = 0
  for (let at = 2; ;) {
    const marker = markerAt(bytes, at)
    if (marker.code === EOI) break
    const end = marker.at + 1 + bytes.readUInt16BE(marker.at + 1)
    if (end > bytes.length) throw damaged()
    const segment = bytes.subarray(marker.at - 1, end)
    const orientation = marker.code === APP1 ? exifOrientation(segment.subarray(4)) : undefined
    if (orientation !== undefined) kept.push(orientationOnly(orientation))
    if (isKept(marker.code, segment)) kept.push(segment)
    at = end
    if (marker.code !== SOS) continue
    pictures += 1
    at = endOfScan(bytes, end)
    kept.push(bytes.subarray(end, at))
  }
  if (pictures === 0) throw damaged()
  // What comes after the end is left behind: some cameras put more pictures there, with their places.
  return Buffer.concat([...kept, Buffer.from([0xff, EOI])])
}

// All that describes the picture, and of the applications' own segments those without which its colours would be others.
function isKept(code: number, segment: Buffer): boolean {
  if (code === APP0) return segment.toString('latin1', 4, 9) === 'JFIF\0'
  if (code === APP2) return segment.toString('latin1', 4, 16) === ICC
  if (code === APP14) return true
  return code !== COM && (code < APP0 || code > APP15)
}

/** The marker that begins here, after any number of fill bytes. */
function markerAt(bytes: Buffer, start: number): { code: number; at: number } {
  if (bytes[start] !== 0xff) throw damaged()
  let at = start + 1
  while (bytes[at] === 0xff) at += 1
  const code = bytes[at]
  if (code === undefined || code < 0xc0 || (code >= 0xd0 && code <= SOI)) throw damaged()
  if (code !== EOI && at + 2 >= bytes.length) throw damaged()
  return { code, at }
}

// In the picture's data a marker's first byte is followed by nought, or by the number of a restart.
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw damaged()
}

const damaged = () => new FileRefused('file-damaged')
