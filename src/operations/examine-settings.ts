// What can be said of the settings and of this machine, without asking anybody.
import { statfs } from 'node:fs/promises'
import type { Config } from '../kernel/config.ts'
import { isLoopback } from '../kernel/loopback.ts'
import { DEFAULT_MAIL_FROM } from '../kernel/settings.ts'
import { directoryTrouble } from '../kernel/start-trouble.ts'
import { ok, problem, warning, type Finding } from './finding.ts'

const OLDEST_NODE = 24
const GIB = 1024 ** 3
/** Below the first a database may soon stop, below the second somebody should look. */
const LITTLE_SPACE = { problem: 0.5 * GIB, warning: 2 * GIB }

export async function examineSettings(config: Config): Promise<Finding[]> {
  return [node(), ...(await dataDirectory(config)), publicUrl(config), sender(config), people(config)]
}

/** Whether real applicants use it: it has a database of its own, or mail that leaves the machine. */
const isInProduction = ({ databaseUrl, smtpUrl }: Config): boolean => Boolean(databaseUrl ?? smtpUrl)

function node(): Finding {
  const { node: version } = process.versions
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return ok('node', `Node ${version}.`)
  return problem(
    'node',
    `Node ${version} is too old.`,
    `Use Node ${OLDEST_NODE} or later; npm scripts bring their own.`,
  )
}

async function dataDirectory(config: Config): Promise<Finding[]> {
  if (config.databaseUrl && config.smtpUrl && config.s3) return []
  const { dataDirectory: directory } = config
  const trouble = await directoryTrouble(directory)
  if (trouble !== undefined) return [problem('data directory', trouble, '')]
  const { bavail, bsize } = await statfs(directory)
  const free = bavail * bsize
  const seen = `${(free / GIB).toFixed(1)} GiB free in ${directory}.`
  if (free < LITTLE_SPACE.problem)
    return [problem('disk space', seen, 'Make room: a full disk stops the database.')]
  if (free < LITTLE_SPACE.warning) return [warning('disk space', seen, 'Make room before it fills up.')]
  return [ok('data directory', 'Can be written to.'), ok('disk space', seen)]
}

function publicUrl(config: Config): Finding {
  const { protocol, hostname } = new URL(config.publicUrl)
  if (!isInProduction(config)) return ok('public address', `${config.publicUrl}, for trying the service.`)
  if (isLoopback(hostname))
    return warning(
      'public address',
      `Links in emails lead to ${hostname}.`,
      'Set PUBLIC_URL to where people reach the service.',
    )
  if (protocol === 'https:') return ok('public address', config.publicUrl)
  return problem(
    'public address',
    'Answers and tokens would travel unencrypted.',
    'Set PUBLIC_URL to an https:// address.',
  )
}

function sender({ mailFrom: { name, address }, smtpUrl, contactEmail, host }: Config): Finding {
  if (!smtpUrl && isLoopback(host)) return ok('sender', 'Mail stays in the mailbox page.')
  if (!smtpUrl)
    return warning(
      'sender',
      `Whoever reaches ${host} reads all emails at /mailbox, with the links by which staff sign in.`,
      'Set SMTP_URL, or HOST to 127.0.0.1.',
    )
  if (`${name} <${address}>` === DEFAULT_MAIL_FROM)
    return problem('sender', `Emails come from ${address}, which nobody can answer.`, 'Set MAIL_FROM.')
  return ok('sender', `${address}; answers go to ${contactEmail}.`)
}

function people({ sampleStaff, smtpUrl, databaseUrl }: Config): Finding {
  if (!sampleStaff) return ok('sample staff', 'None is made.')
  if (!smtpUrl && !databaseUrl) return ok('sample staff', 'Made-up people work here, for trying the service.')
  return warning(
    'sample staff',
    'Made-up people get real cases.',
    'Set SAMPLE_STAFF=no, and add people with "npm run staff -- add".',
  )
}
