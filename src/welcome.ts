import type { Config } from './kernel/config.ts'
import type { Service } from './service.ts'

/** What the terminal shows once everything is up: where to click, and how to get in. */
export function welcome(config: Config, at: Omit<Service, 'close'>): string {
  const { publicUrl } = config
  const lines = [
    ['Forms', publicUrl],
    ['Desk', `${publicUrl}/desk`],
    ...(at.firstLink
      ? [['Sign in', `${publicUrl}${at.firstLink.path} (${at.firstLink.name}; once, within ten minutes)`]]
      : []),
    ['API', `${publicUrl}/api/docs`],
    ...(config.smtpUrl ? [] : [['Mailbox', `${publicUrl}/mailbox`]]),
    ['Metrics', `${at.metricsAddress}/metrics`],
    ['Data', config.databaseUrl ? 'the PostgreSQL of DATABASE_URL' : config.dataDirectory],
    // Made-up people work here: this is how to act as one of them.
    ...(config.sampleStaff ? [['Token', 'npm run token -- --email lead@support-unit.example']] : []),
  ]
  const shown = lines.map(([name = '', value = '']) => `  ${name.padEnd(9)} ${value}`)
  return ['', `The intake service is up, at ${at.address ?? publicUrl}.`, ...shown, ''].join('\n')
}
