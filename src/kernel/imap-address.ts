// Where answers to our emails arrive: the parsed IMAP_URL.

export interface ImapAddress {
  host: string
  port: number
  /** TLS from the first byte; otherwise it begins with STARTTLS, except on this machine. */
  secure: boolean
  credentials: { user: string; pass: string }
  folder: string
  /** Says which mailbox it is, without the password. */
  name: string
}

const REMEDY = 'give imaps://user:password@host:993/INBOX, with % as %25 and @ as %40 in user and password'

/** Reads `imaps://user:password@host:port/folder`. Throws an `Error` with the remedy, which never repeats the address. */
export function imapAddress(text: string): ImapAddress {
  const url = URL.parse(text)
  if (!url || !/^imaps?:$/.test(url.protocol) || url.hostname === '' || url.username === '')
    throw new Error(REMEDY)
  const secure = url.protocol === 'imaps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const port = url.port === '' ? (secure ? 993 : 143) : Number(url.port)
  const user = decoded(url.username)
  const folder = decoded(url.pathname.replace(/^\//, '')) || 'INBOX'
  const credentials = { user, pass: decoded(url.password) }
  return { host, port, secure, credentials, folder, name: `${user}@${host}:${port}/${folder}` }
}

export const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Error(REMEDY)
  }
}
