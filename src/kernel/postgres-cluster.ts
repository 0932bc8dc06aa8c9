import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  complaintIn,
  hereIs,
  postgresBinaries,
  programEnvironment,
  type Binaries,
} from './postgres-binaries.ts'

/** A data directory with what is needed to serve it. */
export interface Cluster {
  directory: string
  binaries: Binaries
  password: string
  /** In the server's arguments, so that its process can be told from any other. */
  name: string
}

// The superuser cannot sign in at all; it exists for single-user mode.
const WHO_MAY_CONNECT = 'host all intake 127.0.0.1/32 scram-sha-256\n'

/** Opens the cluster in the directory; makes it first if there is none. */
export async function openCluster(directory: string): Promise<Cluster> {
  const binaries = await postgresBinaries()
  const cluster = join(directory, 'cluster')
  const password = (await readPassword(cluster)) ?? (await createCluster(cluster, binaries))
  // Who made the data keeps it, whoever starts the server now.
  const { uid, gid } = await stat(join(cluster, 'data'))
  if (binaries.account.uid !== undefined) binaries.account = { uid, gid }
  return {
    directory: cluster,
    binaries,
    password,
    name: `intake-${createHash('sha256').update(password).digest('hex').slice(0, 12)}`,
  }
}

async function readPassword(cluster: string): Promise<string | undefined> {
  try {
    return await readFile(join(cluster, 'password'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

// Made aside and renamed when whole: a start that is killed, or two at once, cannot leave half a cluster.
async function createCluster(cluster: string, binaries: Binaries): Promise<string> {
  const building = await mkdtemp(`${cluster}-`)
  try {
    const data = join(building, 'data')
    const password = randomBytes(24).toString('base64url')
    await mkdir(data, { mode: 0o700 })
    if (binaries.account.uid !== undefined)
      await chown(data, binaries.account.uid, binaries.account.gid ?? -1)

    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    await run(binaries, data, 'initdb', ['--username=postgres', '--auth=reject', ...locale])
    await run(
      binaries,
      data,
      'postgres',
      ['--single', '-c', 'exit_on_error=on', 'postgres'],
      // CREATEDB for the tests and for rehearsing a restore.
      `CREATE ROLE intake LOGIN CREATEDB PASSWORD '${password}'\nCREATE DATABASE intake OWNER intake\n`,
    )
    await writeFile(join(data, 'pg_hba.conf'), WHO_MAY_CONNECT)
    for (const [name, content] of Object.entries({
      password,
      port: String(await freePort()),
      'postgres.log': '',
    })) {
      await writeFile(join(building, name), content, { mode: 0o600, flush: true })
    }
    await rename(building, cluster)
    return password
  } catch (error) {
    await rm(building, { recursive: true, force: true })
    // Another process was first: its cluster is as good.
    const first = await readPassword(cluster)
    if (first === undefined) throw error
    return first
  }
}

async function run(
  binaries: Binaries,
  data: string,
  program: string,
  args: string[],
  input = '',
): Promise<void> {
  const [mode = '', ...rest] = args
  const running = promisify(execFile)(join(binaries.directory, program), [mode, ...hereIs(data), ...rest], {
    cwd: data,
    env: programEnvironment,
    ...binaries.account,
  })
  running.child.stdin?.end(input)
  try {
    await running
  } catch (cause) {
    const { stderr = '', message } = cause as { stderr?: string; message: string }
    throw new Error(`${program} failed: ${complaintIn(stderr) ?? message}`, { cause })
  }
}

/** A port for the next launch, for another program has taken the one before. */
export async function choosePort(cluster: Cluster): Promise<void> {
  await writeFile(join(cluster.directory, 'port'), String(await freePort()))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
