// Small real files of every kind that is taken in, and of some that are not.
import { zip } from '../../src/reports/export/zip.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const pdf = (words = 'A letter') =>
  Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`)

/** A form with files, as a browser sends it. */
export function multipart(parts: readonly Part[]) {
  const boundary = '----our-test-boundary'
  const chunks = parts.flatMap(({ field, name, type, content }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${name === undefined ? '' : `; filename="${name}"`}\r\n${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n`,
    content,
    '\r\n',
  ])
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...chunks, `--${boundary}--\r\n`].map(part => Buffer.from(part))),
  }
}

interface Part {
  field: string
  content: Buffer | string
  name?: string
  type?: string
}

type Entries = Readonly<Record<string, string>>

/** A ZIP file with these entries. */
async function zipped(entries: Entries): Promise<Buffer> {
  const chunks: Buffer[] = []
  const files = Object.entries(entries).map(([name, content]) => ({ name, content: [content] }))
  for await (const chunk of zip(files)) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const contentTypes = (type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`

export const docx = (more: Entries = {}) =>
  zipped({
    '[Content_Types].xml': contentTypes(`${DOCX}.main+xml`),
    'word/document.xml': '<w:document/>',
    ...more,
  })

/** Word's document with macros, under the name of one without. */
export const docm = () =>
  zipped({
    '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
    'word/document.xml': '<w:document/>',
    'word/vbaProject.bin': 'Sub AutoOpen()',
  })

export const odt = (more: Entries = {}) =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': '<office:document-content/>',
    ...more,
  })

const ENTRY = Buffer.from([0x50, 0x4b, 1, 2])
const entriesOf = (zip: Buffer) => {
  const places: number[] = []
  for (let at = zip.indexOf(ENTRY); at !== -1; at = zip.indexOf(ENTRY, at + 1)) places.push(at)
  return places
}

/** The same archive, which says of its first entry that it is encrypted. */
export function encrypted(zip: Buffer): Buffer {
  const [first = 0] = entriesOf(zip)
  zip.writeUInt16LE(zip.readUInt16LE(first + 8) | 1, first + 8)
  return zip
}

/** The same archive, whose directory says of the entry of this size that it has one byte. */
export function lyingAboutSize(zip: Buffer, size: number): Buffer {
  for (const at of entriesOf(zip)) if (zip.readUInt32LE(at + 24) === size) zip.writeUInt32LE(1, at + 24)
  return zip
}

/** The same archive, whose last entry is the first one again. */
export function overlapping(zip: Buffer): Buffer {
  const places = entriesOf(zip)
  zip.writeUInt32LE(zip.readUInt32LE((places[0] ?? 0) + 42), (places.at(-1) ?? 0) + 42)
  return zip
}
