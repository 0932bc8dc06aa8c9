// Who is measured against whom. Each has a database of its own on the same server.
import pg from 'pg'
import { DEFAULT_SERVICE_STANDARD } from '../src/cases/service-standard.ts'
import { prepareData } from '../src/prepare-data.ts'
import { FORMS } from '../src/forms/index.ts'
import { systemClock } from '../src/kernel/clock.ts'
import { createPool } from '../src/kernel/connect.ts'
import { createLog } from '../src/kernel/log.ts'
import { startChild } from './child.ts'
import type { Measurement, Round } from './measurement.ts'
import type { Shape } from './one-per-transaction.ts'
import { freePort, startService, type ServiceProcess } from './service-process.ts'

export const NAMES = ['service', 'service-keyed', 'statements', 'one-statement', 'plain'] as const
export type Name = (typeof NAMES)[number]

export interface Contestant {
  name: Name
  /** The process that is measured; for bare transactions the one that sends them. */
  pid: number
  run: (round: Round) => Promise<Measurement>
}

/** A group that shares a database: what it says it accepted must be what is there in the end. */
export interface Team {
  contestants: Contestant[]
  /** Rows by what they are; each must be as many as were accepted. */
  counted: () => Promise<Record<string, number>>
  end: () => Promise<void>
}

interface ServiceTeam extends Team {
  service: ServiceProcess
}

/** The web side of the service; every second contestant of it sends an Idempotency-Key. */
export async function serviceTeam(serverUrl: string, logFile: string): Promise<ServiceTeam> {
  const url = await newDatabase(serverUrl, 'bench_service')
  // Its mail address leads nowhere: without workers nothing is sent.
  const service = await startService('web', { DATABASE_URL: url, SMTP_URL: 'smtp://127.0.0.1:9' }, logFile)
  const sender = await startChild('load.ts', { port: service.port })
  return {
    service,
    contestants: [
      { name: 'service', pid: service.pid, run: round => sender.run(round) },
      { name: 'service-keyed', pid: service.pid, run: round => sender.run({ ...round, keyed: true }) },
    ],
    counted: () => count(url, SERVICE_ROWS),
    end: async () => void (await Promise.all([sender.end(), service.end()])),
  }
}

/** The same rows in the same tables, each submission a transaction. */
export async function transactionTeam(serverUrl: string, shape: Shape): Promise<Team> {
  const url = await newDatabase(serverUrl, `bench_${shape.replace('-', '_')}`)
  const log = createLog('silent')
  const pool = createPool(url, { max: 2, applicationName: 'bench', log })
  const nothingElse = { queueDatabaseUrl: undefined, sampleStaff: false, standard: DEFAULT_SERVICE_STANDARD }
  await prepareData({ pool, forms: FORMS, clock: systemClock, log, ...nothingElse })
  await pool.end()
  const sender = await startChild('one-per-transaction.ts', { url, shape })
  return {
    contestants: [{ name: shape, pid: sender.pid, run: sender.run }],
    counted: () => count(url, SERVICE_ROWS),
    end: sender.end,
  }
}

/** The plain handler, with its own tables. */
export async function plainTeam(serverUrl: string): Promise<Team> {
  const url = await newDatabase(serverUrl, 'bench_plain')
  const port = await freePort()
  const handler = await startChild('plain-handler.ts', { url, port })
  const sender = await startChild('load.ts', { port })
  return {
    contestants: [{ name: 'plain', pid: handler.pid, run: sender.run }],
    counted: () => count(url, PLAIN_ROWS),
    end: async () => void (await Promise.all([sender.end(), handler.end()])),
  }
}

const FIRST = `select id from events where type = 'submission.received'`
const SERVICE_ROWS = {
  cases: 'select count(*) from cases',
  submissions: 'select count(*) from submissions',
  events: `select count(*) from (${FIRST}) first`,
  'outbox rows by two': `select count(*) / 2 from outbox where event_id in (${FIRST})`,
}
const PLAIN_ROWS = {
  cases: 'select count(*) from plain_cases',
  submissions: 'select count(*) from plain_submissions',
  events: 'select count(*) from plain_events',
  'outbox rows by two': 'select count(*) / 2 from plain_outbox',
}

async function newDatabase(serverUrl: string, name: string): Promise<string> {
  await asked(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = name
  return url.href
}

async function count(url: string, questions: Record<string, string>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [what, question] of Object.entries(questions)) {
    counts[what] = Number((await asked(url, `select (${question}) as rows`))['rows'])
  }
  return counts
}

async function asked(url: string, question: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(question)).rows[0] ?? {}
  } finally {
    await client.end()
  }
}
