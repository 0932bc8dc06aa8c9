// Pages: nunjucks views of all features, rendered with everything escaped. A view only shows what it is handed.
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import nunjucks from 'nunjucks'
import { assetAddress } from './assets.ts'

const views = new nunjucks.Environment(new nunjucks.FileSystemLoader(join(import.meta.dirname, '..')), {
  autoescape: true,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
})

views.addGlobal('asset', assetAddress)
// nunjucks' own `trim` copies its text many times over.
views.addFilter('trim', (text: unknown) => String(text).trim())

/** How dates are shown to the reader of a page. */
export interface Reader {
  language: string
  timeZone: string
}

const UTC: Reader = { language: 'en', timeZone: 'UTC' }
const styles = {
  day: { dateStyle: 'medium' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

function shown(
  style: keyof typeof styles,
  date: Date | string,
  { language, timeZone }: Reader = UTC,
): string {
  const key = `${style} ${language} ${timeZone}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...styles[style], timeZone })
  formats.set(key, format)
  return format.format(typeof date === 'string' ? new Date(date) : date)
}

views.addFilter('day', (date: Date | string, reader?: Reader) => shown('day', date, reader))
views.addFilter('moment', (date: Date | string, reader?: Reader) => shown('moment', date, reader))
views.addFilter('iso', (date: Date | string) => (typeof date === 'string' ? date : date.toISOString()))

/** What is wrong with one field of a form, where something is. */
views.addFilter(
  'messageFor',
  (errors: readonly { field: string; message: string }[], field: string) =>
    errors.find(error => error.field === field)?.message ?? '',
)

/**
 * Answers with a page. `view` is a path under src, such as `triage/views/inbox.njk`. Every page gets `path`, `language`,
 * `me` (null where nobody is signed in) and `csrf` besides its own context.
 */
export function sendPage(
  reply: FastifyReply,
  request: FastifyRequest,
  view: string,
  context: Record<string, unknown>,
  status = 200,
): FastifyReply {
  const [path = '/'] = request.url.split('?')
  const html = views.render(view, { me: null, csrf: '', language: 'en', path, problem: null, ...context })
  return reply.code(status).type('text/html; charset=utf-8').send(html)
}

/** Whether the one who asks is a person with a browser and not a program. */
export const wantsPage = (request: FastifyRequest): boolean =>
  !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
