// What a file says it is: by the ending of its name, and by what the browser declares.
import type { FileKind } from '../kinds.ts'

const ENDINGS: Readonly<Record<string, FileKind>> = {
  pdf: 'pdf',
  docx: 'docx',
  odt: 'odt',
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
}

/** The types by which browsers and mail programs declare each kind. */
const DECLARED: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['application/pdf', 'application/x-pdf'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  odt: ['application/vnd.oasis.opendocument.text', 'application/x-vnd.oasis.opendocument.text'],
  jpg: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
  png: ['image/png', 'image/x-png'],
}

// A machine that does not know the ending declares nothing, or "some bytes": that is no contradiction.
const NOTHING_DECLARED = ['', 'application/octet-stream', 'binary/octet-stream']

/** The kind by the name; undefined when it is none of ours. */
export const kindByName = (name: string): FileKind | undefined =>
  ENDINGS[/\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '']

/** Whether what is declared, such as `image/jpeg; charset=binary`, speaks against the kind. */
export function contradicts(kind: FileKind, declared: string): boolean {
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? ''
  return !NOTHING_DECLARED.includes(type) && !DECLARED[kind].includes(type)
}
