// Every setting as it stands in the environment: what it may be, and what it is where it is not set.
import { z } from 'zod'
import { imapAddress } from './imap-address.ts'
import { isSendable } from './outgoing-message.ts'
import { isJsonObject, list, oneOf, port, readBy, url, wholeNumber } from './setting-shapes.ts'
import { smtpAddress } from './smtp-address.ts'
import { isSubnet } from './subnet.ts'

/** A sender that no mail server can answer: to be changed before anything goes out. */
export const DEFAULT_MAIL_FROM = 'Coalition on Justice <justice@localhost.localdomain>'

export const settings = z.object({
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
  SMTP_URL: readBy(smtpAddress).optional(),
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
  REPLY_ADDRESS: z
    .string()
    .refine(
      value => isSendable(value) && /^[^+@]{1,36}@/.test(value),
      'give an email address without + and with at most 36 characters before the @, such as replies@example.org',
    )
    .optional(),
  IMAP_URL: readBy(imapAddress).optional(),
  INBOUND_WEBHOOK_SECRET: z.string().min(32, 'give at least 32 characters').optional(),
  INBOUND_KEPT_DAYS: wholeNumber(1, 3650).default(90),
  TRUST_PROXY: list(
    isSubnet,
    'list the addresses of your proxies, such as 10.0.0.0/8 or 192.168.1.7',
  ).optional(),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  RATE_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000).default(300),
  CONTACT_LIMIT_PER_HOUR: wholeNumber(1, 1_000_000).default(20),
  PRESSURE_PER_MINUTE: wholeNumber(1, 1_000_000).default(60),
  EMBED_ORIGINS: list(
    part => URL.canParse(part) && new URL(part).origin === part && part.startsWith('http'),
    'list the origins of the sites that may show the forms, such as https://www.example.org,https://example.org',
  ).optional(),
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
  S3_URL: url('http:', 'https:')
    .refine(
      value => !/[?#@]/.test(value),
      'give the address of the bucket, such as https://s3.example.org/documents',
    )
    .optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_URL: z
    .string()
    .refine(
      value => /^(tcp:\/\/[^/?#@]+|unix:\/[^?#]+)$/.test(value) && URL.canParse(value),
      'give tcp://host:3310, or unix:/run/clamav/clamd.ctl',
    )
    .optional(),
  SAMPLE_STAFF: oneOf('yes', 'no').optional(),
})

/** A service that others reach has a mail server of its own: the embedded one shows every email to whoever asks. */
export function requireMailServer(
  { PUBLIC_URL, SMTP_URL }: Pick<z.infer<typeof settings>, 'PUBLIC_URL' | 'SMTP_URL'>,
  context: z.RefinementCtx,
): void {
  if (SMTP_URL !== undefined || !PUBLIC_URL?.startsWith('https:')) return
  context.addIssue({
    code: 'custom',
    path: ['PUBLIC_URL'],
    message:
      'set SMTP_URL too; without it whoever reaches the service reads all emails at /mailbox, with the links by which staff sign in',
  })
}
