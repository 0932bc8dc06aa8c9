// The queues' backend and the mail server.
import { databaseTrouble } from '../kernel/start-trouble.ts'
import type { Config } from '../kernel/config.ts'
import { createMailer } from '../kernel/mailer.ts'
import { redisTrouble } from '../kernel/redis.ts'
import { within } from '../kernel/shared-answer.ts'
import { SmtpFailure } from '../kernel/smtp-outcome.ts'
import { discover } from '../staff/single-sign-on/provider.ts'
import { ok, problem, warning, type Finding } from './finding.ts'

const SMTP_MS = 20_000

export async function examineQueues({ redisUrl, queueDatabaseUrl }: Config): Promise<Finding> {
  if (!redisUrl) {
    const trouble = queueDatabaseUrl && (await databaseTrouble('QUEUE_DATABASE_URL', queueDatabaseUrl))
    return trouble ? problem('queues', trouble, '') : ok('queues', 'On PostgreSQL.')
  }
  const trouble = await redisTrouble(redisUrl)
  return trouble ? problem('queues', trouble.line, '') : ok('queues', 'Redis answers, and evicts nothing.')
}

/** Whether the identity provider says what it is. Away, it is in nobody's way: people get in by link. */
export async function examineSingleSignOn({ oidc }: Config): Promise<Finding> {
  if (!oidc) return ok('single sign-on', 'None.')
  try {
    await discover(oidc)
    return ok('single sign-on', 'The identity provider answers.')
  } catch {
    const remedy = 'Correct OIDC_ISSUER, or see that this machine reaches it.'
    return warning('single sign-on', 'The identity provider does not answer as one.', remedy)
  }
}

/** Greets, encrypts and signs in, and leaves without sending anything. */
export async function examineMail({ smtpUrl, mailFrom }: Config): Promise<Finding> {
  if (!smtpUrl) return ok('mail', 'Goes to the embedded mailbox.')
  const mailer = createMailer({ url: smtpUrl, from: mailFrom })
  try {
    await within(SMTP_MS, mailer.check())
    return ok('mail', 'The mail server greets us and lets us in.')
  } catch (error) {
    const where = error instanceof SmtpFailure ? `stopped at ${error.phase}` : 'did not finish'
    const remedy = 'Correct SMTP_URL, or see that the server lets this machine in.'
    return problem('mail', `The conversation with the mail server ${where}.`, remedy)
  } finally {
    mailer.close()
  }
}
