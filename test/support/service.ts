// The whole service on real parts, in this process: a fresh database, queues on the project's backend, a real SMTP server.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { simpleParser } from 'mailparser'
import type pg from 'pg'
import { inject } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { serviceStandard, type ServiceStandard } from '../../src/cases/service-standard.ts'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import { databaseOn, type Db } from '../../src/kernel/database.ts'
import { LANGUAGES, type Language } from '../../src/kernel/languages.ts'
import { folderStore } from '../../src/kernel/folder-store.ts'
import type { Log } from '../../src/kernel/log.ts'
import { createMailer } from '../../src/kernel/mailer.ts'
import { openQueues } from '../../src/kernel/queues.ts'
import { systemChance } from '../../src/kernel/reference.ts'
import type { VirusScanner } from '../../src/kernel/virus-scanner.ts'
import { createWake } from '../../src/kernel/wake.ts'
import { openLiveSettings } from '../../src/live-settings.ts'
import { prepareData } from '../../src/prepare-data.ts'
import { replyKey } from '../../src/notifications/reply-key.ts'
import { readinessOf } from '../../src/reports/readiness.ts'
import { cachedReference } from '../../src/roster/cached-reference.ts'
import type { Access } from '../../src/staff/access.ts'
import { createToken } from '../../src/staff/api-tokens.ts'
import type { Role } from '../../src/staff/roles.ts'
import { staff } from '../../src/staff/tables.ts'
import { createGate, type GateLimits } from '../../src/submissions/gate/gate.ts'
import { startWorkers, type WorkerDeps } from '../../workers/start-workers.ts'
import { ACCESS } from './access.ts'
import { observerApplication, supportRequest } from './applications.ts'
import { silent, testDatabase } from './database.ts'
import { startRedis } from './redis.ts'
import { startSmtpServer } from './smtp-server.ts'

export interface MovableClock extends Clock {
  /** Sets the time, or moves it on by so many milliseconds. */
  set(moment: Date | string): void
  advance(milliseconds: number): void
}

function movableClock(start = '2026-03-02T10:00:00Z'): MovableClock {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    set: moment => void (now = new Date(moment)),
    advance: milliseconds => void (now = new Date(now.getTime() + milliseconds)),
  }
}

interface Options {
  /** Answers to emails are read: an address for them, and the secret by which they are handed over. */
  inbound?: { replyAddress: string; webhookSecret: string }
  forms?: readonly Form[]
  /** Without workers nothing is routed or sent: what was accepted waits in the outbox. */
  workers?: boolean
  /** Made-up reviewers, a coordinator and a lead. */
  sampleStaff?: boolean
  standard?: Partial<ServiceStandard>
  access?: Partial<Access>
  /** Of the gate; without them everything is let in. */
  limits?: Partial<GateLimits>
  /** Sites that may frame the forms. */
  embedOrigins?: readonly string[]
  log?: Log
  /** What looks for viruses in files; nobody by default. */
  scanner?: VirusScanner
}

export type TestService = Awaited<ReturnType<typeof testService>>

/** Brings the service up on parts of its own. `close` takes all of them down again. */
export async function testService(options: Options = {}) {
  const { forms = FORMS, workers = true, sampleStaff = true, log = silent } = options
  const database = await testDatabase()
  const redis = inject('queueBackend') === 'redis' ? await redisForTests() : undefined
  const smtp = await startSmtpServer()
  const clock = movableClock()
  // A digest of the first moments would be one email more, or not, as the machine is quick.
  const standard = serviceStandard.parse({ digestHour: 23, ...options.standard })
  const db = databaseOn(database.pool)
  const queueDatabaseUrl = redis ? undefined : database.url
  await prepareData({ pool: database.pool, queueDatabaseUrl, forms, standard, sampleStaff, clock, log })
  const { end: endSettings, ...settings } = await openLiveSettings(db, log)
  const queues = openQueues({ databaseUrl: database.url, redisUrl: redis?.url, log })
  const folder = await mkdtemp(join(tmpdir(), 'justice-intake-files-'))
  const files = folderStore(folder)
  const { scanner } = options
  const wake = createWake(database.pool)
  const { inbound } = options
  const replies = inbound && { address: inbound.replyAddress, key: await replyKey(db) }
  const deps = { db, queues, clock, ...settings, log, chance: systemChance, wake, files, scanner, replies }
  const reference = cachedReference(db, { clock, maxAgeSeconds: 60 })
  const readiness = readinessOf({ pool: database.pool, queues })
  const operations = {
    readiness,
    publicUrl: 'https://intake.example',
    contactEmail: 'justice@intake.example',
  }
  const wide = { network: 1_000_000, contact: 1_000_000, pressure: 1_000_000 }
  const gate = await createGate({ db, clock, log, limits: { ...wide, ...options.limits } })
  const web = {
    forms,
    reference,
    mailbox: undefined,
    trustProxy: undefined,
    gate,
    embedOrigins: options.embedOrigins ?? [],
    linkDays: 180,
    rateLimitPerMinute: 1_000_000,
    operations,
    access: { ...ACCESS, ...options.access },
  }
  const app = await buildApp({ ...deps, ...web, inboundSecret: inbound?.webhookSecret })
  const running = workers
    ? startTestWorkers({ ...deps, forms }, { url: smtp.url, listenUrl: database.url })
    : undefined

  return {
    app,
    db,
    pool: database.pool,
    databaseUrl: database.url,
    clock,
    replies,
    gate,
    ...settings,
    smtp,
    queues,
    files,
    redis,
    /** Listens on a free port and returns the address, for clients that need a socket. */
    listen: () => app.listen({ host: '127.0.0.1', port: 0 }),
    /** A new person with these roles, and a token of theirs. */
    person: (roles: Role[], person: Partial<typeof staff.$inferInsert> = {}) =>
      newPerson(db, clock, roles, person),
    /** The person says of the case that they have no conflict of interest: from then on they can read it. */
    openTo: ({ headers }: { headers: Record<string, string> }, reference: string) =>
      post(app, `cases/${reference}/declaration`, { conflict: 'no' }, headers),
    submitObserver: (overrides = {}, headers = {}) =>
      post(app, 'observer-applications', observerApplication(overrides), headers),
    submitSupport: (overrides = {}, headers = {}) =>
      post(app, 'support-requests', supportRequest(overrides), headers),
    /** The emails that arrived for an address, parsed, in the order in which what they tell of happened. */
    async inboxOf(address: string) {
      const arrived = smtp.received.filter(mail => mail.to.includes(address))
      const order = await orderOf(
        database.pool,
        arrived.map(mail => mail.messageId),
      )
      const sorted = arrived.toSorted((one, other) => order(one.messageId) - order(other.messageId))
      return Promise.all(sorted.map(mail => simpleParser(mail.raw)))
    },
    /** Resolves when no outbox row and no delivery is due or under way. */
    settled: () => settled(database.pool),
    async close() {
      await app.close()
      await gate.close()
      await running?.close()
      await endSettings()
      await queues.close()
      await smtp.close()
      await redis?.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Shared = Omit<
  WorkerDeps,
  'listenUrl' | 'mailer' | 'publicUrl' | 'contactEmail' | 'linkDays' | 'inboundKeptDays' | 'concurrency'
>

function startTestWorkers(deps: Shared, { url, listenUrl }: { url: string; listenUrl: string }) {
  const mailer = createMailer({
    url,
    from: { name: 'Coalition on Justice', address: 'justice@intake.example' },
  })
  const rest = {
    publicUrl: 'https://intake.example',
    contactEmail: 'justice@intake.example',
    linkDays: 180,
    inboundKeptDays: 90,
    concurrency: 4,
  }
  const workers = startWorkers({ ...deps, ...rest, mailer, listenUrl })
  return {
    async close() {
      await workers.close()
      mailer.close()
    },
  }
}

const redisForTests = async () => {
  const { TEST_REDIS_URL } = process.env
  if (!TEST_REDIS_URL) return startRedis()
  return { url: TEST_REDIS_URL, close: async () => {} }
}

async function newPerson(db: Db, clock: Clock, roles: Role[], person: Partial<typeof staff.$inferInsert>) {
  const id = randomUUID()
  const [language]: readonly Language[] = LANGUAGES
  await db.insert(staff).values({
    id,
    name: `Person ${id.slice(0, 4)}`,
    email: `${id}@staff.example`,
    language: language ?? 'en',
    timeZone: 'UTC',
    roles,
    createdAt: clock.now(),
    ...person,
  })
  // The database's clock decides whether a token is in force.
  const expiresAt = new Date(Date.now() + 400 * 86_400_000)
  const actor = { kind: 'system', id: 'operator' } as const
  const { token } = await db.transaction(tx =>
    createToken(tx, { staffId: id, within: roles, name: 'test', roles, expiresAt, at: clock.now(), actor }),
  )
  return { id, token, headers: { authorization: `Bearer ${token}` } }
}

const post = (app: FastifyInstance, path: string, payload: object, headers: Record<string, string>) =>
  app.inject({ method: 'POST', url: `/api/v1/${path}`, payload, headers })

/** Two emails that are due at once may arrive either way round: their place is that of the event behind them. */
async function orderOf(pool: pg.Pool, messageIds: string[]): Promise<(messageId: string) => number> {
  const { rows } = await pool.query<{ id: string }>(
    `select '<' || d.message_id || '>' as id from deliveries d
     left join (select event_id, min(id) as id, min(created_at) as at from outbox group by 1) o using (event_id)
     where '<' || d.message_id || '>' = any($1) order by coalesce(o.at, d.created_at), o.id`,
    [messageIds],
  )
  const ids = rows.map(({ id }) => id)
  return messageId => ids.indexOf(messageId)
}

const OPEN = `
  select topic as what, state, attempts, due_at, last_error from outbox
    where state in ('pending','claimed') or (state = 'retry' and due_at <= now())
  union all
  select notification, state, attempts, due_at, last_error from deliveries
    where state in ('pending','claimed','data-started') or (state = 'retry' and due_at <= now())`

async function settled(pool: pg.Pool): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const { rows } = await pool.query<Record<string, unknown>>(OPEN)
    if (rows.length === 0) return
    if (Date.now() > deadline)
      throw new Error(
        `The service did not come to rest within 30 seconds: ${JSON.stringify(rows.slice(0, 5))}`,
      )
    await wait(30)
  }
}
