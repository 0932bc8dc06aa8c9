// Files inside a winmail.dat, into which Outlook packs what it sends as rich text (TNEF). Only the layer in which whole files lie is
// read: https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-oxtnef
import type { IncomingFile } from './incoming.ts'

const SIGNATURE = 0x22_3e_9f_78
const HEADER = 6
/** Level, id and length before what an attribute holds, a checksum behind it. */
const BEFORE = 9
const BEHIND = 2
const OF_A_FILE = 2
const BEGINS_FILE = 0x00_06_90_02
const TITLE = 0x00_01_80_10
const DATA = 0x00_06_80_0f

/** None where it holds formatting alone, or is none; what comes before a place where it breaks off counts. */
export function filesInWinmail(content: Buffer): IncomingFile[] {
  if (content.length < HEADER || content.readUInt32LE(0) !== SIGNATURE) return []
  const files: IncomingFile[] = []
  for (let at = HEADER; at + BEFORE <= content.length;) {
    const [level, id] = [content[at], content.readUInt32LE(at + 1)]
    const begins = at + BEFORE
    const ends = begins + content.readUInt32LE(at + 5)
    if (ends + BEHIND > content.length) break
    const held = content.subarray(begins, ends)
    if (level === OF_A_FILE && id === BEGINS_FILE)
      files.push({ name: '', type: '', content: Buffer.alloc(0) })
    const last = files.at(-1)
    if (last && level === OF_A_FILE && id === TITLE) last.name = titleIn(held)
    if (last && level === OF_A_FILE && id === DATA) last.content = held
    at = ends + BEHIND
  }
  return files.filter(file => file.content.length > 0)
}

const titleIn = (held: Buffer): string => new TextDecoder('windows-1252').decode(held).replace(/\0.*$/s, '')
