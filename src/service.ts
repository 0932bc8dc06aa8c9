// Brings the parts up in order and takes them down in the opposite one. Web, workers, or both in one process.
import { join } from 'node:path'
import { startWorkers } from '../workers/start-workers.ts'
import { buildApp } from './app.ts'
import { accessOf, checkPlaces, checkSettings } from './check-settings.ts'
import { isAnother } from './cases/standards.ts'
import { FORMS } from './forms/index.ts'
import { systemClock } from './kernel/clock.ts'
import { BadSetting, type Config } from './kernel/config.ts'
import { createPool } from './kernel/connect.ts'
import { databaseOn } from './kernel/database.ts'
import { startEmbeddedPostgres } from './kernel/embedded-postgres.ts'
import { fileStoreOf } from './kernel/file-store-of.ts'
import { createLog, type Log } from './kernel/log.ts'
import { startMailbox } from './kernel/mailbox.ts'
import { createMailer } from './kernel/mailer.ts'
import { openQueues } from './kernel/queues.ts'
import { systemChance } from './kernel/reference.ts'
import { listenTrouble } from './kernel/start-trouble.ts'
import { takeDown, type TakeDown } from './kernel/take-down.ts'
import { clamdScanner } from './kernel/virus-scanner.ts'
import { createWake } from './kernel/wake.ts'
import { openLiveSettings } from './live-settings.ts'
import { prepareData } from './prepare-data.ts'
import { metricsText } from './reports/gauges.ts'
import { replyKey } from './notifications/reply-key.ts'
import { readinessOf } from './reports/readiness.ts'
import { cachedReference } from './roster/cached-reference.ts'
import { firstLink } from './staff/sign-in/first-link.ts'
import { createGate } from './submissions/gate/gate.ts'
import { startMetricsServer } from './web/metrics-server.ts'

export type Part = 'web' | 'worker' | 'all'

interface Addresses {
  /** Where people and machines reach it; none for workers alone. */
  address: string | undefined
  metricsAddress: string
  /** For the terminal: a link by which the first administrator, or a made-up one, can sign in. */
  firstLink?: { name: string; path: string } | undefined
}

export interface Service extends Addresses {
  /**
   * Stops taking in, finishes what was accepted, lets the workers finish, then ends connections and embedded servers.
   * What is not done after the grace stays in Postgres for the next start.
   */
  close: (graceMillis?: number) => Promise<void>
}

const SETTINGS_HAVE_NO_EFFECT =
  'SERVICE_STANDARD, TIME_ZONE or HOLIDAYS are not what they were at the first start. That has no effect: the service standard is changed on the desk, under Settings.'
const GRACE_MS = 20_000
/** Nothing that we ask takes a fraction of it; it is also how soon a database that is silent counts as gone. */
const STATEMENT_MS = 10_000

/**
 * Starts the service as the settings say. What came up is taken down again when a later part fails.
 * Throws `BadSetting`, or an error of one line.
 */
export async function startService(
  config: Config,
  part: Part,
  log: Log = createLog(config.logLevel),
): Promise<Service> {
  const ending = takeDown(log)
  try {
    const addresses = await bringUp(config, part, log, ending)
    return { ...addresses, close: (graceMillis = GRACE_MS) => ending.run(graceMillis) }
  } catch (error) {
    await ending.run(GRACE_MS)
    throw error
  }
}

async function bringUp(config: Config, part: Part, log: Log, ending: TakeDown): Promise<Addresses> {
  const clock = systemClock
  const initialStandard = checkSettings(config)
  const access = accessOf(config)
  const mailbox = config.smtpUrl ? undefined : join(config.dataDirectory, 'mail')
  await checkPlaces(config)
  const databaseUrl = config.databaseUrl ?? (await embeddedDatabase(config, log, ending))
  const queueDatabaseUrl = config.queueDatabaseUrl ?? databaseUrl

  const pool = createPool(databaseUrl, {
    max: config.databasePool,
    applicationName: `intake-${part}`,
    statementTimeoutMillis: STATEMENT_MS,
    log,
  })
  ending.add('database', () => pool.end())
  const operationsPool = createPool(databaseUrl, { max: 2, applicationName: 'intake-operations', log })
  ending.add('operations', () => operationsPool.end())
  const { sampleStaff, redisUrl, publicUrl, contactEmail, inbound } = config
  const onPostgres = redisUrl ? undefined : queueDatabaseUrl
  await prepareData({
    pool,
    forms: FORMS,
    standard: initialStandard,
    sampleStaff,
    clock,
    log,
    queueDatabaseUrl: onPostgres,
  })
  const db = databaseOn(pool)
  const { end: endSettings, ...settings } = await openLiveSettings(db, log)
  ending.add('settings', endSettings)
  if (isAnother(initialStandard, settings.standards.current()[0])) log.warn(SETTINGS_HAVE_NO_EFFECT)
  const queues = openQueues({ databaseUrl: queueDatabaseUrl, redisUrl, log })
  ending.add('queues', () => queues.close())
  const deps = {
    db,
    forms: FORMS,
    queues,
    clock,
    ...settings,
    log,
    chance: systemChance,
    wake: createWake(pool),
    files: fileStoreOf(config),
    scanner: config.clamdUrl === undefined ? undefined : clamdScanner(config.clamdUrl),
    replies: inbound && { address: inbound.replyAddress, key: await replyKey(db) },
  }
  const readiness = readinessOf({ pool: operationsPool, queues })

  if (part !== 'web') {
    const smtpUrl = config.smtpUrl ?? (await embeddedMail(mailbox ?? '', ending))
    const mailer = createMailer({ url: smtpUrl, from: config.mailFrom })
    ending.add('mailer', async () => mailer.close())
    const { workerConcurrency: concurrency, linkDays, inboundKeptDays, logLevel } = config
    const inbox = inbound?.imap && { databaseUrl, imap: inbound.imap, logLevel }
    const links = { publicUrl, contactEmail, linkDays, listenUrl: queueDatabaseUrl }
    const mail = { mailer, mailbox: inbox, inboundKeptDays }
    const workers = startWorkers({ ...deps, ...links, ...mail, concurrency })
    ending.add('workers', () => workers.close())
  }
  const metrics = metricsText({ pool, operationsPool, queues })
  const metricsAddress = await listenForMetrics(config, { metrics, readiness, log }, ending)
  if (part === 'worker') return { address: undefined, metricsAddress }

  const reference = cachedReference(db, {
    clock,
    maxAgeSeconds: 60,
    onStale: error => log.warn({ err: error }, 'reference data is kept from before'),
  })
  await reference.current()
  const { trustProxy, limits, embedOrigins, host, port } = config
  const gate = await createGate({ db, clock, log, limits })
  ending.add('gate', () => gate.close())
  const operations = { readiness, publicUrl, contactEmail }
  const web = {
    reference,
    access,
    mailbox,
    trustProxy,
    gate,
    linkDays: config.linkDays,
    rateLimitPerMinute: limits.network,
    embedOrigins,
    operations,
  }
  const app = await buildApp({ ...deps, ...web, inboundSecret: inbound?.webhookSecret })
  ending.add('web', () => app.close())
  const address = await app.listen({ host, port }).catch((error: unknown) => {
    throw new BadSetting(listenTrouble(error, config, { host: 'HOST', port: 'PORT' }))
  })
  const link = await db.transaction(tx => firstLink(tx, { everyTime: sampleStaff }))
  return { address, metricsAddress, firstLink: link }
}

async function embeddedDatabase(config: Config, log: Log, ending: TakeDown): Promise<string> {
  const postgres = await startEmbeddedPostgres({ directory: join(config.dataDirectory, 'postgres'), log })
  ending.add('embedded database', () => postgres.stop(), 'always')
  return postgres.url
}

async function embeddedMail(directory: string, ending: TakeDown): Promise<string> {
  const mail = await startMailbox({ directory })
  ending.add('embedded mail server', () => mail.close())
  return mail.url
}

type MetricsParts = Pick<Parameters<typeof startMetricsServer>[0], 'metrics' | 'readiness'> & { log: Log }

async function listenForMetrics(config: Config, parts: MetricsParts, ending: TakeDown): Promise<string> {
  const { log, ...pages } = parts
  const { host, port, portChosen } = config.metrics
  const server = await startMetricsServer({ host, port, ...pages }).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    // Web and workers as two processes on one machine, with nothing set: the second takes another port and says so.
    if (code === 'EADDRINUSE' && !portChosen) return startMetricsServer({ host, port: 0, ...pages })
    throw new BadSetting(listenTrouble(error, config.metrics, { host: 'METRICS_HOST', port: 'METRICS_PORT' }))
  })
  ending.add('metrics', server.close)
  log.info({ address: server.address }, 'metrics')
  return server.address
}
