// What the figures were measured on: without it they say nothing.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { median } from './statistics.ts'

const DURABILITY = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_sync_method',
  'shared_buffers',
  'max_connections',
]

/** Lines of `name: value`. Takes about a tenth of a second, for the disk. */
export async function describeMachine(
  databaseUrl: string,
  directory: string,
): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const show = async (name: string) =>
    String((await client.query<Record<string, string>>(`show ${name}`)).rows[0]?.[name])
  const settings: string[] = []
  for (const name of DURABILITY) settings.push(`${name} ${await show(name)}`)
  const version = await show('server_version')
  await client.end()
  return {
    Processor: `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown'} (${arch()})`,
    Memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    Kernel: `${type()} ${release()}`,
    'Node.js': process.version,
    PostgreSQL: `${version}; ${settings.join(', ')}`,
    Disk: `${syncTime(directory).toFixed(2)} ms to write 8 kB and fdatasync (median of 100)`,
    'Load before the run': loadavg()
      .map(load => load.toFixed(1))
      .join(', '),
  }
}

function syncTime(directory: string): number {
  const file = openSync(join(directory, 'sync-time'), 'w')
  const block = Buffer.alloc(8192)
  const times = Array.from({ length: 100 }, () => {
    const begin = performance.now()
    writeSync(file, block)
    fdatasyncSync(file)
    return performance.now() - begin
  })
  closeSync(file)
  return median(times)
}
