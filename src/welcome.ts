import type { Config } from './kernel/config.ts'

/** What the terminal shows once everything is up: where to click. */
export function welcome(config: Config, address: string | undefined): string {
  const lines = [
    ['Service', config.publicUrl],
    ['Forms', `${config.publicUrl}/api/v1/forms`],
    ['API', `${config.publicUrl}/api/docs`],
    ...(config.smtpUrl ? [] : [['Mailbox', `${config.publicUrl}/mailbox`]]),
    ['Metrics', `http://${config.metrics.host}:${config.metrics.port}/metrics`],
    ['Data', config.databaseUrl ? 'the PostgreSQL of DATABASE_URL' : config.dataDirectory],
  ]
  const shown = lines.map(([name = '', value = '']) => `  ${name.padEnd(9)} ${value}`)
  return ['', `The intake service is up, at ${address ?? config.publicUrl}.`, ...shown, ''].join('\n')
}
