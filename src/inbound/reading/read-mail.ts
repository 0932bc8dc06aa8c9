import { isUtf8 } from 'node:buffer'
import { simpleParser, type AddressObject, type Attachment, type ParsedMail } from 'mailparser'
import { OWN_MARK } from '../../kernel/outgoing-message.ts'
import { automaticKind, type HeaderOf } from './automatic.ts'
import { deliveryReports } from './delivery-report.ts'
import type { Incoming, IncomingFile } from './incoming.ts'
import { filesInWinmail } from './winmail.ts'

const PARSING = {
  skipTextToHtml: true,
  skipImageLinks: true,
  keepDeliveryStatus: true,
  maxHtmlLengthToParse: 2_000_000,
}
// A picture in HTML, as the conversion writes it: most of them are there to be counted.
const PICTURE = /^\[(https?|cid|data):[^\]]*\]$/i
// Beyond these a header is no header any more.
const MOST_IDS = 100
const MOST_RECIPIENTS = 100
const LONGEST_VALUE = 10_000
/** In characters: a short book. What follows is read in the message as it came. */
const LONGEST_TEXT = 100_000
const ARRIVED_BY = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-forwarded-to']
const IS_WINMAIL = /^application\/(vnd\.)?ms-tnef$/i
// What mail programs add by themselves: nobody sent it as a document.
const NO_DOCUMENT =
  /^(application\/(pgp-signature|pkcs7-signature|x-pkcs7-signature|pgp-encrypted)|text\/calendar|message\/delivery-status|text\/rfc822-headers)$/

/** Reads a message as it came, whatever it is made of. Throws for what cannot be read as a message at all. */
export async function readMail(raw: Buffer): Promise<Incoming> {
  const mail = await simpleParser(withFiles(withCharset(raw)), PARSING)
  const header = headersOf(mail)
  const subject = (mail.subject ?? '').slice(0, 1000)
  const from = authorOf(mail)
  const contentType = contentTypes(header('content-type'), mail.attachments)
  return {
    messageId: idsIn(mail.messageId)[0] ?? null,
    answers: answeredBy(mail),
    from,
    recipients: recipientsOf(mail, header),
    subject,
    ...bounded(await textOf(mail), mail),
    // What is encrypted nobody here can read.
    files: contentType.startsWith('multipart/encrypted') ? [] : filesOf(mail.attachments),
    automatic: automaticKind(header, { from: from?.address ?? '', subject, contentType }),
    reports: contentType.startsWith('multipart/report') ? deliveryReports(parts(mail.attachments)) : [],
    isOurs: header(OWN_MARK.toLowerCase()) !== undefined,
    isForged: /\bdmarc\s*=\s*fail\b/i.test(header('authentication-results') ?? ''),
  }
}

// Old programs send letters with accents and do not say which: then it is what they were made for.
function withCharset(raw: Buffer): Buffer {
  if (isUtf8(raw) || /charset|^content-type:/im.test(raw.toString('latin1'))) return raw
  const declared = 'Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n'
  return Buffer.concat([Buffer.from(declared), raw])
}

// Some programs show a web page that somebody attaches; with a name it is a file all the same, and none of the text.
const DISPOSITION = /^(content-disposition:[ \t]*)inline;((?:[^\r\n]|\r?\n[ \t]){0,1000})/gim
function withFiles(raw: Buffer): Buffer {
  const text = raw.toString('latin1')
  const marked = text.replace(DISPOSITION, (found: string, name: string, parameters: string) =>
    /\.html?\b/i.test(parameters) ? `${name}attachment;${parameters}` : found,
  )
  return marked === text ? raw : Buffer.from(marked, 'latin1')
}

// All of the same name in one: which of them counts, nobody knows.
function headersOf(mail: ParsedMail): HeaderOf {
  const values = new Map<string, string>()
  for (const { key, line } of mail.headerLines) {
    const begins = line.indexOf(':') + 1
    const value = line.slice(begins, begins + LONGEST_VALUE).replace(/\r?\n[ \t]+/g, ' ')
    const before = values.get(key)
    if (before === undefined) values.set(key, value)
    else if (before.length < LONGEST_VALUE) values.set(key, `${before}\n${value}`)
  }
  return name => values.get(name)
}

const addressesIn = (field: AddressObject | AddressObject[] | undefined) =>
  [field]
    .flat()
    .flatMap(one => one?.value ?? [])
    .flatMap(one => one.group ?? [one])
    .filter(one => one.address !== undefined && one.address !== '')

function authorOf({ from }: ParsedMail): Incoming['from'] {
  const [author, ...more] = addressesIn(from)
  if (!author || more.length > 0) return null
  return { address: (author.address ?? '').toLowerCase().slice(0, 320), name: author.name.slice(0, 200) }
}

function recipientsOf({ to, cc }: ParsedMail, header: HeaderOf): string[] {
  const named = [...addressesIn(to), ...addressesIn(cc)].map(({ address = '' }) => address)
  const arrived = ARRIVED_BY.flatMap(name => header(name)?.split(/[\s<>,;"]+/) ?? []).filter(word =>
    /.@./.test(word),
  )
  return [...new Set([...named, ...arrived].map(address => address.toLowerCase()))].slice(0, MOST_RECIPIENTS)
}

const idsIn = (value: string | undefined): string[] =>
  [...(value ?? '').matchAll(/<([^<>\s]{1,500})>/g)].map(([, id = '']) => id)

function answeredBy({ inReplyTo, references }: ParsedMail): string[] {
  const newestFirst = [references].flat().flatMap(idsIn).toReversed()
  return [...new Set([...idsIn(inReplyTo), ...newestFirst])].slice(0, MOST_IDS)
}

// A line for each character would be as slow as one line of them all.
function bounded(text: string, { html }: ParsedMail): Pick<Incoming, 'text' | 'goesOn'> {
  const read = text
    .slice(0, LONGEST_TEXT)
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .toWellFormed()
    .split('\n')
    .filter(line => !PICTURE.test(line.trim()))
    .join('\n')
  // Of HTML that is too long for it the parser makes no text at all.
  const isUnread = text.trim() === '' && html && html.length > PARSING.maxHtmlLengthToParse
  return { text: read, goesOn: isUnread || text.slice(LONGEST_TEXT).trim() !== '' }
}

async function textOf({ text = '', html, attachments, headers }: ParsedMail): Promise<string> {
  // A file that was sent alone, with nothing around it, is no text.
  if (attachments.length > 0 && headers.get('content-disposition') !== undefined) return ''
  return text.trim() === '' && html ? textOfHtml(html) : text
}

// Where HTML is one part among others the parser leaves it as it is; alone, it is turned into text.
async function textOfHtml(html: string): Promise<string> {
  const alone = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${html}`
  return (await simpleParser(Buffer.from(alone), PARSING)).text ?? ''
}

const parts = (attachments: readonly Attachment[]) =>
  attachments.map(({ contentType, content }) => ({ type: contentType.toLowerCase(), content }))

/** Of the message and, for calendars, of what is in it. */
const contentTypes = (own: string | undefined, attachments: readonly Attachment[]): string =>
  [
    own ?? '',
    ...attachments
      .filter(({ contentType }) => contentType === 'text/calendar')
      .map(
        ({ content }) =>
          `text/calendar; method=${/^METHOD:(\w{1,20})/im.exec(content.toString())?.[1] ?? ''}`,
      ),
  ]
    .join('\n')
    .trim()
    .toLowerCase()

// A picture that the text shows by itself is a logo far more often than a document; it stays in the message as it came.
const filesOf = (attachments: readonly Attachment[]): IncomingFile[] =>
  attachments
    .filter(({ contentType, related }) => !NO_DOCUMENT.test(contentType) && !related)
    .flatMap(({ filename = '', contentType, content }) =>
      IS_WINMAIL.test(contentType) || filename.toLowerCase() === 'winmail.dat'
        ? filesInWinmail(content)
        : [{ name: filename, type: contentType, content }],
    )
