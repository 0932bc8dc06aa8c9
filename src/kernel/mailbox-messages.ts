import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser'

/** One message in the list of the mailbox. `id` is the name of its file, newest last in alphabetical order. */
export interface MailSummary {
  id: string
  receivedAt: Date
  from: string
  to: string
  subject: string
  messageId: string
}

export interface MailMessage extends MailSummary {
  replyTo: string
  /** BCP 47 tag, empty if the message names none. */
  language: string
  /** Every header line as it came, unfolded, in its order. */
  headers: { name: string; value: string }[]
  text: string
  html: string | undefined
}

const ID = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-[0-9a-f]{8}$/
const HEAD_BYTES = 16_384

/**
 * The newest `limit` messages, newest first; with `to`, only those to addresses or names that contain it.
 * A directory that is not there yet is an empty mailbox.
 */
export async function mailboxList(directory: string, limit: number, to = ''): Promise<MailSummary[]> {
  const wanted = to.trim().toLowerCase()
  const found: MailSummary[] = []
  for (const id of await ids(directory)) {
    if (found.length >= limit) break
    const summary = await summaryIn(directory, id)
    if (summary?.to.toLowerCase().includes(wanted)) found.push(summary)
  }
  return found
}

/** One message, or undefined if there is none with this id, whatever the id is made of. */
export async function mailboxMessage(directory: string, id: string): Promise<MailMessage | undefined> {
  if (!ID.test(id)) return undefined
  const content = await readFile(join(directory, `${id}.eml`)).catch(absent)
  if (content === undefined) return undefined
  const mail = await parsed(content)
  return {
    ...summaryOf(id, mail),
    replyTo: addresses(mail.replyTo),
    language: lineOf(mail, 'content-language'),
    headers: mail.headerLines.map(({ line }) => headerOf(line)),
    text: mail.text ?? '',
    html: mail.html || undefined,
  }
}

const parsed = (content: Buffer): Promise<ParsedMail> =>
  simpleParser(content, { skipTextToHtml: true, skipHtmlToText: true, skipImageLinks: true })

async function ids(directory: string): Promise<string[]> {
  const names = (await readdir(directory).catch(absent)) ?? []
  const found = names.filter(name => name.endsWith('.eml')).map(name => name.slice(0, -'.eml'.length))
  return found
    .filter(id => ID.test(id))
    .toSorted()
    .toReversed()
}

// A kept message never changes, and reading its header again for every look at the list takes a millisecond each.
const known = new Map<string, MailSummary>()
const KNOWN = 1000

async function summaryIn(directory: string, id: string): Promise<MailSummary | undefined> {
  const path = join(directory, `${id}.eml`)
  const before = known.get(path)
  if (before) return before
  const head = await readHead(path)
  if (head === undefined) return undefined
  const summary = summaryOf(id, await parsed(head))
  if (known.size >= KNOWN) known.clear()
  known.set(path, summary)
  return summary
}

/** The header of a message, or undefined if it has been cleared away meanwhile. */
async function readHead(path: string): Promise<Buffer | undefined> {
  const file = await open(path).catch(absent)
  if (file === undefined) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const end = buffer.subarray(0, bytesRead).indexOf('\r\n\r\n')
    return buffer.subarray(0, end < 0 ? bytesRead : end + 4)
  } finally {
    await file.close()
  }
}

function summaryOf(id: string, mail: ParsedMail): MailSummary {
  return {
    id,
    receivedAt: new Date(id.replace(ID, '$1-$2-$3T$4:$5:$6.$7Z')),
    from: addresses(mail.from),
    to: addresses(mail.to) || lineOf(mail, 'delivered-to'),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
  }
}

const addresses = (field: AddressObject | AddressObject[] | undefined): string =>
  [field ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .map(({ name, address = '' }) => (name ? `${name} <${address}>` : address))
    .join(', ')

/** The value of a header that stands once, unfolded; empty if it is not there. */
function lineOf(mail: ParsedMail, key: string): string {
  const found = mail.headerLines.find(header => header.key === key)
  return found === undefined ? '' : headerOf(found.line).value
}

function headerOf(line: string): { name: string; value: string } {
  const colon = line.indexOf(':')
  const value = line.slice(colon + 1).replace(/\r?\n[ \t]+/g, ' ')
  return { name: line.slice(0, colon), value: value.trim() }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
  throw error
}
