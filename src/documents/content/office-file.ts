// Whether a ZIP file is the text document that its name says, without programs in it.
import type { FileHandle } from 'node:fs/promises'
import { FILE_TYPES } from '../kinds.ts'
import { FileRefused } from '../file-refused.ts'
import { unpack } from './unpack.ts'
import { zipDirectory } from './zip-directory.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const WORD_DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A part whose name or type holds a program: VBA in Office Open XML (ECMA-376), Basic and scripts in OpenDocument. */
const PROGRAM = /(^|\/)vbaProject[^/]*$|(^|\/)vbaData\.xml$|^Basic\/|^Scripts\//i
const PROGRAM_TYPE = /macroEnabled|vnd\.ms-office\.vbaProject/i

/** Throws `FileRefused` when the file is no Word document, holds macros, is locked, damaged or a trap. */
export async function checkDocx(file: FileHandle, size: number): Promise<void> {
  const { names, read } = await parts(file, size, [CONTENT_TYPES])
  const types = read.get(CONTENT_TYPES)?.toString('utf8')
  if (types === undefined) throw new FileRefused('file-not-as-named')
  if (names.some(name => PROGRAM.test(name)) || PROGRAM_TYPE.test(types)) throw new FileRefused('file-macros')
  if (!types.includes(`"${WORD_DOCUMENT}"`)) throw new FileRefused('file-not-as-named')
}

/** The same for an OpenDocument text (OASIS OpenDocument 1.3, part 2, 3.3: its first entry names its type). */
export async function checkOdt(file: FileHandle, size: number): Promise<void> {
  const { names, read } = await parts(file, size, ['mimetype', 'META-INF/manifest.xml'])
  if (read.get('mimetype')?.toString('latin1').trim() !== FILE_TYPES.odt)
    throw new FileRefused('file-not-as-named')
  if (names.some(name => PROGRAM.test(name))) throw new FileRefused('file-macros')
  if (/encryption-data/.test(read.get('META-INF/manifest.xml')?.toString('utf8') ?? ''))
    throw new FileRefused('file-locked')
}

async function parts(file: FileHandle, size: number, wanted: readonly string[]) {
  const entries = await zipDirectory(file, size)
  const names = entries.map(({ name }) => name)
  if (new Set(names).size < names.length) throw new FileRefused('file-damaged')
  return { names, read: await unpack(file, entries, name => wanted.includes(name)) }
}
