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
export async function zipped(entries: Entries): Promise<Buffer> {
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
