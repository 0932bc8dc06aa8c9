// Where the mail goes and how safely: the parsed SMTP_URL.

/** The server that takes our mail. `port` is a number from 1 to 65535; `secure` means TLS from the first byte. */
export interface SmtpAddress {
  host: string
  port: number
  secure: boolean
  credentials: { user: string; pass: string } | undefined
  /** Refuse to go on without STARTTLS. */
  requireTLS: boolean
  /** Never ask for STARTTLS, even where it is offered. */
  ignoreTLS: boolean
  tls: { rejectUnauthorized?: boolean; servername?: string; minVersion?: 'TLSv1.2' | 'TLSv1.3' }
}

const OPTIONS = ['requireTLS', 'ignoreTLS', 'tls.rejectUnauthorized', 'tls.servername', 'tls.minVersion']

/**
 * Reads `smtp://user:password@host:port?requireTLS=true` or `smtps://…`, credentials percent-encoded.
 * Credentials are kept off a connection that is not encrypted, unless the server is this machine or the address says
 * `requireTLS=false`. An unknown option is an error: a misspelt `requireTLS` must not end in plain text.
 * Throws an `Error` that says the remedy and never repeats the address, which holds a password.
 */
export function smtpAddress(text: string): SmtpAddress {
  if (!URL.canParse(text))
    throw new Error('The mail server address is not a URL. Write smtp://host:port or smtps://host:port.')
  const url = new URL(text)
  if (!/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new Error('The mail server address must begin with smtp:// or smtps:// and name a host.')
  }
  const options = knownOptions(url.searchParams)
  const secure = url.protocol === 'smtps:'
  const host = decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1')
  const user = decoded(url.username)
  const credentials = user === '' ? undefined : { user, pass: decoded(url.password) }
  const servername = options.get('tls.servername')
  const rejectUnauthorized = flag(options, 'tls.rejectUnauthorized')
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    credentials,
    requireTLS: flag(options, 'requireTLS') ?? (credentials !== undefined && !isLoopback(host)),
    ignoreTLS: flag(options, 'ignoreTLS') ?? false,
    tls: {
      ...(servername === undefined ? {} : { servername }),
      ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
      ...minVersion(options),
    },
  }
}

function knownOptions(parameters: URLSearchParams): Map<string, string> {
  for (const name of parameters.keys()) {
    if (!OPTIONS.includes(name)) {
      throw new Error(`The mail server address has an unknown option. Known are ${OPTIONS.join(', ')}.`)
    }
  }
  return new Map(parameters)
}

function flag(options: Map<string, string>, name: string): boolean | undefined {
  const value = options.get(name)
  if (value === undefined) return undefined
  if (value !== 'true' && value !== 'false')
    throw new Error(`The mail server option ${name} must be true or false.`)
  return value === 'true'
}

function minVersion(options: Map<string, string>): Pick<SmtpAddress['tls'], 'minVersion'> {
  const value = options.get('tls.minVersion')
  if (value === undefined) return {}
  if (value !== 'TLSv1.2' && value !== 'TLSv1.3')
    throw new Error('The mail server option tls.minVersion must be TLSv1.2 or TLSv1.3.')
  return { minVersion: value }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Error(
      'The user name and password of the mail server must be percent-encoded: write % as %25 and @ as %40.',
    )
  }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
