// What the fault tests stand on: a database, queues and a mail server of one's own, for processes of one's own.
import type pg from 'pg'
import { inject } from 'vitest'
import { createPool } from '../../src/kernel/connect.ts'
import { silent, startScratchPostgres, testDatabase, type ScratchPostgres } from './database.ts'
import { freePort } from './free-port.ts'
import { supervise, until, type Environment, type Supervised } from './processes.ts'
import { startRedis, type TestRedis } from './redis.ts'
import { startSmtpServer, type TestSmtpServer } from './smtp-server.ts'

export interface Parts {
  databaseUrl: string
  /** The test's own look into the database; never through a proxy. */
  pool: pg.Pool
  /** A server of this test's own; only with `scratch`. */
  postgres: ScratchPostgres | undefined
  /** None when the queues are on PostgreSQL. */
  redis: TestRedis | undefined
  smtp: TestSmtpServer
  /** The settings with which a process uses all of this. */
  environment: Environment
  close(): Promise<void>
}

/** `scratch`: a PostgreSQL server of its own, with durable settings, which the test may stop and kill. */
export async function startParts({ scratch = false } = {}): Promise<Parts> {
  const postgres = scratch ? await startScratchPostgres() : undefined
  const shared = postgres ? undefined : await testDatabase()
  const databaseUrl = postgres?.url ?? shared?.url ?? ''
  const pool = shared?.pool ?? createPool(databaseUrl, { max: 4, applicationName: 'fault test', log: silent })
  const redis = inject('queueBackend') === 'redis' ? await startRedis() : undefined
  const smtp = await startSmtpServer()
  return {
    databaseUrl,
    pool,
    postgres,
    redis,
    smtp,
    environment: {
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: '6',
      ...(redis && { REDIS_URL: redis.url }),
      SMTP_URL: smtp.url,
      SAMPLE_STAFF: 'yes',
      RATE_LIMIT_PER_MINUTE: '1000000',
      CONTACT_LIMIT_PER_HOUR: '1000000',
      PRESSURE_PER_MINUTE: '1000000',
      MAIL_FROM: 'Coalition on Justice <justice@intake.example>',
    },
    async close() {
      await smtp.close()
      await redis?.close()
      if (postgres) await pool.end()
      await postgres?.remove()
      await shared?.drop()
    },
  }
}

export interface Web extends Supervised {
  url: string
}

/** A web process on a port that stays the same over restarts. */
export async function superviseWeb(environment: Environment): Promise<Web> {
  const port = await freePort()
  const web = await supervise('web', { ...environment, PORT: `${port}` })
  return { ...web, url: `http://127.0.0.1:${port}` }
}

/** Ends what was started, in order; for `afterAll` and `afterEach`. */
export async function endAll(processes: readonly (Supervised | undefined)[]): Promise<void> {
  await Promise.all(processes.map(async supervised => supervised?.end('SIGKILL')))
}

/** Holds a table, so that whoever wants to write there waits, until the returned function is called. */
export async function holdTable(pool: pg.Pool, table: string): Promise<() => Promise<void>> {
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`lock table ${table} in exclusive mode`)
  return async () => {
    await client.query('rollback')
    client.release()
  }
}

/** As if the time of every claim had passed on which no message is going out. Safe at any time: who still works has a fence. */
export async function letClaimsRunOut(pool: pg.Pool): Promise<void> {
  await pool.query(`update outbox set lease_until = now() - interval '1 second' where state = 'claimed'`)
  await pool.query(`update deliveries set lease_until = now() - interval '1 second' where state = 'claimed'`)
}

/** As if the time of every lease had passed. Only while no worker is alive: it would not have outlived its lease. */
export async function letLeasesRunOut(pool: pg.Pool): Promise<void> {
  await letClaimsRunOut(pool)
  await pool.query(
    `update deliveries set lease_until = now() - interval '1 second' where state = 'data-started'`,
  )
}

/** As if the time of every retry had come. */
async function letRetriesComeDue(pool: pg.Pool): Promise<void> {
  await pool.query(`update outbox set due_at = now() where state = 'retry' and due_at > now()`)
  await pool.query(`update deliveries set due_at = now() where state = 'retry' and due_at > now()`)
}

/** Resolves when nothing is left to do, retries included, whose times are moved up. */
export async function allDone(pool: pg.Pool, seconds = 60): Promise<void> {
  const counts = async () => {
    await letRetriesComeDue(pool)
    const { rows } = await pool.query<{ what: string; n: number }>(`
      select 'outbox ' || state as what, count(*)::int as n from outbox
      where state in ('pending', 'claimed', 'retry') group by 1
      union all
      select 'deliveries ' || state, count(*)::int from deliveries
      where state in ('pending', 'claimed', 'data-started', 'retry') group by 1`)
    return rows
  }
  await until(async () => (await counts()).length === 0, 'all work to be done', seconds).catch(
    async (cause: unknown) => {
      throw new Error(`Not all work is done: ${JSON.stringify(await counts())}`, { cause })
    },
  )
}
