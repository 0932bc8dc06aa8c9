// Why a part cannot be used, said to whoever starts the service: one line, with the remedy, without addresses that hold passwords.
import { access, constants, mkdir } from 'node:fs/promises'
import pg from 'pg'

const OLDEST_SERVER = 14
const ANSWER_MS = 5000

/** Connects to the database that the variable names. The line, or nothing where it answers and is of use. */
export async function databaseTrouble(variable: string, url: string): Promise<string | undefined> {
  try {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ version: number }>(
        `select current_setting('server_version_num')::int / 10000 as version`,
      )
      const version = rows[0]?.version ?? 0
      if (version >= OLDEST_SERVER) return undefined
      return `${variable} leads to PostgreSQL ${version}, which is too old. Use version ${OLDEST_SERVER} or later.`
    } finally {
      await client.end().catch(() => {})
    }
  } catch (error) {
    return `${variable} ${databaseRefusal(error as Error & { code?: string })}`
  }
}

function databaseRefusal({ code, message }: Error & { code?: string }): string {
  if (code === '3D000')
    return 'names a database that does not exist. Create it, or correct the name after the last slash.'
  if (code?.startsWith('28'))
    return `is refused by its database (${code}). Correct its user name and password.`
  if (code === '57P03') return 'leads to a database that is still starting. Start again in a moment.'
  if (code?.startsWith('53'))
    return `leads to a database that has no room for another connection (${code}). Give it some.`
  const reason = code ?? (/timeout/i.test(message) ? 'ETIMEDOUT' : 'no answer')
  return `leads to no database that answers (${reason}). Start it, or correct the address.`
}

/** Why a server cannot listen there, by the system's error. */
export function listenTrouble(
  error: unknown,
  { host, port }: { host: string; port: number },
  names: { host: string; port: string },
): string {
  const { code = 'unknown' } = error as { code?: string }
  if (code === 'EADDRINUSE')
    return `${names.port} ${port} is taken. Stop what listens there, or set ${names.port} to another number.`
  if (code === 'EACCES')
    return `${names.port} ${port} is not ours to use. Set ${names.port} to a number from 1024 to 65535.`
  const remedy = `Set ${names.host} to 127.0.0.1, or to 0.0.0.0 for all of its addresses.`
  return `${names.host} ${host} is no address of this machine (${code}). ${remedy}`
}

/** Makes the data directory. The line, or nothing where it can be written to. */
export async function directoryTrouble(directory: string): Promise<string | undefined> {
  try {
    await mkdir(directory, { recursive: true })
    await access(directory, constants.W_OK)
    return undefined
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    return `DATA_DIR ${directory} cannot be written to (${code}). Set it to a directory of ours, or make that one writable.`
  }
}
