// Pictures with all that cameras and programs write into them, and what is left of one.
import { crc32, deflateSync } from 'node:zlib'

export const PLACE = 'N 8 29 04, W 13 14 06'

const segment = (code: number, content: Buffer | string) => {
  const bytes = Buffer.from(content)
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

/** An Exif block in either order of bytes: which way up, and a text that gives the place away. */
function exif(orientation: number, little: boolean): Buffer {
  const tiff = Buffer.alloc(26)
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(little ? 'II' : 'MM', 'latin1')
  short(42, 2)
  long(8, 4)
  short(1, 8)
  short(0x0112, 10)
  short(3, 12)
  long(1, 14)
  short(orientation, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(`GPS ${PLACE}`)])
}

const scan = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0x00])

interface Photo {
  orientation?: number
  little?: boolean
}

/** A photograph as a telephone makes it: place, thumbnail, comments, another picture behind the first. */
export function jpeg({ orientation = 1, little = false }: Photo = {}): Buffer {
  const inner = Buffer.concat([
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc2, Buffer.alloc(9)),
    segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.alloc(6)),
    scan,
    // A progressive picture has several of them.
    segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.alloc(6)),
    scan,
    Buffer.from([0xff, 0xd9]),
  ])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exif(orientation, little)),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${PLACE}</x:xmpmeta>`),
    segment(0xe2, `ICC_PROFILE\0\x01\x01 colours`),
    segment(0xe2, `MPF\0${PLACE}`),
    segment(0xed, `Photoshop 3.0\0${PLACE}`),
    segment(0xfe, PLACE),
    inner,
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif(orientation, little)),
    inner,
  ])
}

function chunk(type: string, content: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(content)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length - 4)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A red dot that says where it was made. */
export function png(): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])),
    chunk('tEXt', `Location\0${PLACE}`),
    chunk('eXIf', exif(6, false).subarray(6)),
    chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${PLACE}`),
    chunk('pHYs', Buffer.alloc(9)),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))),
    chunk('IEND', ''),
    Buffer.from(PLACE),
  ])
}
