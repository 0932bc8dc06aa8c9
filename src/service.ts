// Brings the parts up in order and takes them down in the opposite one. Web, workers, or both in one process.
import { join } from 'node:path'
import { startWorkers } from '../workers/start-workers.ts'
import { buildApp } from './app.ts'
import { serviceStandard } from './cases/service-standard.ts'
import { FORMS } from './forms/index.ts'
import { systemClock } from './kernel/clock.ts'
import { BadSetting, type Config } from './kernel/config.ts'
import { createPool } from './kernel/connect.ts'
import { databaseOn } from './kernel/database.ts'
import { startEmbeddedPostgres } from './kernel/embedded-postgres.ts'
import { createLog, type Log } from './kernel/log.ts'
import { startMailbox } from './kernel/mailbox.ts'
import { createMailer } from './kernel/mailer.ts'
import { openQueues } from './kernel/queues.ts'
import { redisTrouble } from './kernel/redis.ts'
import { systemChance } from './kernel/reference.ts'
import { createWake } from './kernel/wake.ts'
import { prepareData } from './prepare-data.ts'
import { cachedReference } from './roster/cached-reference.ts'

export type Part = 'web' | 'worker' | 'all'

export interface Service {
  /** Where it listens; none for workers alone. */
  address: string | undefined
  close: () => Promise<void>
}

/**
 * Starts the service as the settings say. What came up is taken down again when a later part fails.
 * Throws `BadSetting`, or an error of one line.
 */
export async function startService(
  config: Config,
  part: Part,
  log: Log = createLog(config.logLevel),
): Promise<Service> {
  const closing: (() => Promise<unknown>)[] = []
  const close = once(async () => {
    for (const step of closing.toReversed())
      await step().catch((error: unknown) => log.error({ err: error }, 'end'))
  })
  try {
    const address = await bringUp(config, part, log, step => closing.push(step))
    return { address, close }
  } catch (error) {
    await close()
    throw error
  }
}

type OnClose = (step: () => Promise<unknown>) => void

async function bringUp(config: Config, part: Part, log: Log, onClose: OnClose): Promise<string | undefined> {
  const clock = systemClock
  const standard = parseStandard(config)
  const databaseUrl = config.databaseUrl ?? (await embeddedDatabase(config, log, onClose))
  const queueDatabaseUrl = config.queueDatabaseUrl ?? databaseUrl
  const trouble = config.redisUrl ? await redisTrouble(config.redisUrl) : undefined
  if (trouble?.kind === 'unfit') throw new BadSetting(trouble.line)
  const pool = createPool(databaseUrl, { max: config.databasePool, applicationName: `intake-${part}`, log })
  onClose(() => pool.end())
  const { sampleStaff, redisUrl } = config
  await prepareData({
    pool,
    forms: FORMS,
    sampleStaff,
    clock,
    log,
    queueDatabaseUrl: redisUrl ? undefined : queueDatabaseUrl,
  })
  const db = databaseOn(pool)
  const queues = openQueues({ databaseUrl: queueDatabaseUrl, redisUrl, log })
  onClose(() => queues.close())
  const deps = { db, queues, clock, standard, log, chance: systemChance, wake: createWake(pool) }
  const mailbox = config.smtpUrl ? undefined : join(config.dataDirectory, 'mail')

  if (part !== 'web') {
    const smtpUrl = config.smtpUrl ?? (await embeddedMail(mailbox ?? '', onClose))
    const mailer = createMailer({ url: smtpUrl, from: config.mailFrom })
    onClose(async () => mailer.close())
    const { publicUrl, contactEmail, workerConcurrency: concurrency } = config
    const workers = startWorkers({
      ...deps,
      mailer,
      databaseUrl: queueDatabaseUrl,
      publicUrl,
      contactEmail,
      concurrency,
    })
    onClose(() => workers.close())
  }
  if (part === 'worker') return undefined

  const reference = cachedReference(db, {
    clock,
    maxAgeSeconds: 60,
    onStale: error => log.warn({ err: error }, 'reference data is kept from before'),
  })
  await reference.current()
  const { trustProxy, rateLimitPerMinute } = config
  const app = await buildApp({ ...deps, forms: FORMS, reference, mailbox, trustProxy, rateLimitPerMinute })
  onClose(() => app.close())
  return app.listen({ host: config.host, port: config.port })
}

async function embeddedDatabase(config: Config, log: Log, onClose: OnClose): Promise<string> {
  const postgres = await startEmbeddedPostgres({ directory: join(config.dataDirectory, 'postgres'), log })
  onClose(() => postgres.stop())
  return postgres.url
}

async function embeddedMail(directory: string, onClose: OnClose): Promise<string> {
  const mail = await startMailbox({ directory })
  onClose(() => mail.close())
  return mail.url
}

function parseStandard({ timeZone, holidays, serviceStandard: given }: Config) {
  const parsed = serviceStandard.safeParse({ timeZone, holidays, ...given })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new BadSetting(`SERVICE_STANDARD is not usable: ${issue?.path.join('.')}: ${issue?.message}`)
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= run())
}
