// Which language somebody reads us in: what they chose last by a link, else what their browser asks for.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptedLanguage, LANGUAGES, type Language } from '../../kernel/languages.ts'

const COOKIE = 'language'
const YEAR_SECONDS = 365 * 86_400

/** The language that was kept in this browser, or the one that it accepts best. */
export const acceptedOrKept = (request: FastifyRequest): Language =>
  keptLanguage(request) ?? acceptedLanguage(request.headers['accept-language'])

/**
 * Keeps the language of a page where it is not the one that the browser would be given anyway: who never chooses is given no
 * cookie, and their pages are the same for everybody.
 */
export function keepLanguage(request: FastifyRequest, reply: FastifyReply, language: Language): void {
  if (acceptedOrKept(request) === language) return
  void reply.setCookie(COOKIE, language, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: YEAR_SECONDS,
  })
}

const keptLanguage = (request: FastifyRequest): Language | undefined => {
  // Without the plugin that reads them there are none.
  const cookies: FastifyRequest['cookies'] | undefined = request.cookies
  return LANGUAGES.find(language => language === cookies?.[COOKIE])
}
