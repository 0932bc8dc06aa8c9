// A page of the applicants' side: complete in their language, the same path in every other, nothing that is signed in to.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { directionOf, type Language } from '../../kernel/languages.ts'
import { sendPage } from '../views.ts'
import { acceptedOrKept, keepLanguage } from './kept-language.ts'
import { alternatesOf, languageOfPath } from './language-path.ts'
import { SITE_WORDS } from './words.ts'

/** One wrong field: `field` is the id of the element to go to, or `href` the address of it where it is on another page. */
export interface SiteError {
  field: string
  href?: string
  message: string
}

interface SiteContext extends Record<string, unknown> {
  /** What is wrong with what was sent, in the order of the page; the layout shows the summary. */
  errors?: readonly SiteError[]
}

/**
 * Answers with a page whose view extends `web/site/views/site.njk`, in the language of its address. Views are handed `language`,
 * `say` (the words around the page), `alternates` and `errors` besides their own context.
 */
export function sendSitePage(
  reply: FastifyReply,
  request: FastifyRequest,
  view: string,
  context: SiteContext,
  status = 200,
): FastifyReply {
  const language = siteLanguage(request)
  keepLanguage(request, reply, language)
  void reply.header('content-language', language)
  return sendPage(reply, request, view, { errors: [], ...siteContext(request, language), ...context }, status)
}

/** The language of the address; where it has none, the reader's. */
export const siteLanguage = (request: FastifyRequest): Language =>
  languageOfPath(pathOf(request)) ?? acceptedOrKept(request)

/** What every view of the applicants' side is handed. */
function siteContext(request: FastifyRequest, language: Language): Record<string, unknown> {
  const path = pathOf(request)
  const alternates = languageOfPath(path) ? alternatesOf(path) : alternatesOf(`/${language}`)
  return {
    language,
    // In the frame of another site only what belongs to the form is shown; what leads away opens a window of its own.
    framed: request.headers['sec-fetch-dest'] === 'iframe',
    say: { ...SITE_WORDS[language], direction: directionOf(language) },
    alternates: alternates.map(alternate => ({
      ...alternate,
      name: SITE_WORDS[alternate.language].ownName,
      direction: directionOf(alternate.language),
    })),
  }
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? '/'
