// Whether the bytes are what the name says; pictures are cleaned on the way.
import { open, readFile, writeFile, type FileHandle } from 'node:fs/promises'
import type { FileKind } from '../kinds.ts'
import { FileRefused } from '../file-refused.ts'
import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'
import { checkDocx, checkOdt } from './office-file.ts'

const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/**
 * Looks at the file and takes out of pictures where and by whom they were taken. Throws `FileRefused` when it is something
 * else than its name says, damaged, locked or holds macros.
 */
export async function checkContent(path: string, kind: FileKind): Promise<void> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(16)
    await file.read(head, 0, head.length, 0)
    if (!BEGINS[kind](head)) throw new FileRefused('file-not-as-named')
    if (kind === 'docx') await checkDocx(file, await sizeOf(file))
    if (kind === 'odt') await checkOdt(file, await sizeOf(file))
  } finally {
    await file.close()
  }
  if (kind === 'jpg') await writeFile(path, clean(cleanJpeg, await readFile(path)))
  if (kind === 'png') await writeFile(path, clean(cleanPng, await readFile(path)))
}

const isZip = (head: Buffer) => head.readUInt32LE(0) === 0x04034b50

const BEGINS: Readonly<Record<FileKind, (head: Buffer) => boolean>> = {
  pdf: head => /^%PDF-\d\.\d/.test(head.toString('latin1')),
  docx: isZip,
  odt: isZip,
  jpg: head => head.subarray(0, 3).equals(JPEG),
  png: head => head.readUInt32BE(0) === 0x89504e47,
}

const sizeOf = async (file: FileHandle) => (await file.stat()).size

function clean(how: (bytes: Buffer) => Buffer, bytes: Buffer): Buffer {
  try {
    return how(bytes)
  } catch (error) {
    // Read beyond its end: it was cut off.
    throw error instanceof RangeError ? new FileRefused('file-damaged') : error
  }
}
