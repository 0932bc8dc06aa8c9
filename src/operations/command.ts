// What the commands of an operator share: the service's database, and an end with one line.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { z } from 'zod'
import { BadSetting, loadConfig, type Config } from '../kernel/config.ts'
import { createPool } from '../kernel/connect.ts'
import { databaseOn, type Db } from '../kernel/database.ts'
import { startEmbeddedPostgres } from '../kernel/embedded-postgres.ts'
import { createLog } from '../kernel/log.ts'
import { oneLine } from '../kernel/one-line.ts'
import { databaseTrouble } from '../kernel/start-trouble.ts'
import { systemClock } from '../kernel/clock.ts'
import type { Actor } from '../events/define-event.ts'

/** As whom a command acts, now: whoever may read the database's password. */
export const byOperator = () => ({
  actor: { kind: 'system', id: 'operator' } as const satisfies Actor,
  at: systemClock.now(),
})

/** Runs a command to its end: what it returns is printed, an error ends it with one line and status 1. */
export async function runCommand(command: (given: string[]) => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command(process.argv.slice(2))}\n`)
  } catch (error) {
    process.stderr.write(`${isMissingTable(error) ? NOT_MIGRATED : oneLine(error)}\n`)
    process.exitCode = 1
  }
}

/**
 * Works on the service's database: the one of DATABASE_URL, or the embedded one, whose running server is joined.
 * Throws `BadSetting` where there is none.
 */
export async function onDatabase<Result>(
  work: (db: Db, pool: pg.Pool, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = loadConfig()
  const log = createLog('silent')
  const embedded = config.databaseUrl ? undefined : await joinEmbedded(config)
  const url = config.databaseUrl ?? embedded?.url ?? ''
  try {
    const trouble = embedded ? undefined : await databaseTrouble('DATABASE_URL', url)
    if (trouble) throw new BadSetting(trouble)
    const pool = createPool(url, { max: 2, applicationName: 'intake-command', log })
    try {
      return await work(databaseOn(pool), pool, config)
    } finally {
      await pool.end()
    }
  } finally {
    await embedded?.stop()
  }
}

async function joinEmbedded({ dataDirectory }: Config) {
  const directory = join(dataDirectory, 'postgres')
  if (existsSync(join(directory, 'cluster'))) return startEmbeddedPostgres({ directory })
  throw new NotStartedYet(
    `There is no database in ${dataDirectory} yet. Run "npm start" once, or set DATA_DIR or DATABASE_URL.`,
  )
}

/** The embedded database is made at the first start. */
export class NotStartedYet extends BadSetting {}

const NOT_MIGRATED =
  'The database has no tables yet. Run "npm start" once, or "npm run migrate" on a database of your own.'

function isMissingTable(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ((current as { code?: unknown }).code === '42P01') return true
  }
  return false
}

/** The options, checked. Throws an error of one line that names the first wrong one and shows the usage. */
export function checked<Shape extends z.ZodObject>(
  shape: Shape,
  given: unknown,
  usage: string,
): z.infer<Shape> {
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const missing = (given as Record<string, unknown>)[String(issue?.path[0])] === undefined
  throw new Error(
    `--${String(issue?.path[0])} ${missing ? 'is missing' : `is wrong: ${issue?.message}`}. Usage: ${usage}`,
  )
}
