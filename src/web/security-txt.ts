// Where to write about a flaw (RFC 9116).
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../kernel/clock.ts'

interface SecurityTxtSettings {
  contactEmail: string
  publicUrl: string
  clock: Clock
}

const DAY_MS = 86_400_000
// The file must not outlive a year (RFC 9116, 2.5.5). Half of that, from the start of the day, so that it is the same all day.
const VALID_DAYS = 180

/** The text, with CRLF line ends as the RFC's grammar has them. */
function securityTxt({ contactEmail, publicUrl, clock }: SecurityTxtSettings): string {
  const today = Math.floor(clock.now().getTime() / DAY_MS) * DAY_MS
  const expires = new Date(today + VALID_DAYS * DAY_MS).toISOString().replace('.000Z', 'Z')
  const lines = [
    `Contact: mailto:${encodeURI(contactEmail)}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en, fr, es',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
  ]
  return lines.map(line => `${line}\r\n`).join('')
}

export const securityTxtRoute = (settings: SecurityTxtSettings) => async (app: FastifyInstance) => {
  app.get('/.well-known/security.txt', { config: { policy: 'public' } }, (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(securityTxt(settings)),
  )
}
