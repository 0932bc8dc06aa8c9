// What a browser keeps for us, and what its forms have to carry. `__Host-`: only this very host, over TLS or on this
// machine, can have set the cookie.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../kernel/problem.ts'
import { isLocal, type Access } from './access.ts'
import { isFromOurPages, isSameSecret } from './same-origin.ts'
import { newSecret } from './secret.ts'

const DAY_SECONDS = 86_400
const HOUR_SECONDS = 3600
export const NOT_OURS =
  'This did not come from a page of this service. Open the page here, and send it again.'
const TOO_OLD =
  'This page was open for too long, or cookies are off. Go back, load it again, and send it once more.'

export function sessionSecret(request: FastifyRequest, access: Access): string | undefined {
  return cookieOf(request, access, 'session')
}

/** What a browser shows of itself when somebody comes in through it. */
export const browserOf = (request: FastifyRequest, access: Access) => ({
  cookie: sessionSecret(request, access),
  userAgent: request.headers['user-agent'],
})

/** Hands the browser the secret of its session. */
export function keepSession(reply: FastifyReply, access: Access, secret: string): void {
  setCookie(reply, access, 'session', secret, access.longestDays * DAY_SECONDS)
}

export function forgetSession(reply: FastifyReply, access: Access): void {
  void reply.clearCookie(cookieName(access, 'session'), attributes(access))
}

/** The token for the form of a page on which nobody is signed in yet; the browser keeps the same for an hour. */
export function formToken(request: FastifyRequest, reply: FastifyReply, access: Access): string {
  const token = cookieOf(request, access, 'form') ?? newSecret()
  setCookie(reply, access, 'form', token, HOUR_SECONDS)
  return token
}

/** The same as the browser brings it back; none when it has forgotten it. */
export const keptFormToken = (request: FastifyRequest, access: Access): string | undefined =>
  cookieOf(request, access, 'form')

/** Throws `not-permitted` unless the form came from our page in this browser: so nobody is signed in as somebody else. */
export function checkForm(request: FastifyRequest, access: Access): void {
  if (!isFromOurPages(request.headers, access)) throw new Problem('not-permitted', NOT_OURS)
  const token = cookieOf(request, access, 'form')
  if (token === undefined) throw new Problem('not-permitted', TOO_OLD)
  checkToken(request, token)
}

/** Takes the token out of a form's body and throws `not-permitted` unless it is the one that the page was given. */
export function checkToken(request: FastifyRequest, token: string): void {
  const body = request.body as Record<string, unknown> | null | undefined
  const inForm = typeof body === 'object' ? body?.['_csrf'] : undefined
  if (!isSameSecret(inForm ?? request.headers['x-csrf-token'], token))
    throw new Problem('not-permitted', TOO_OLD)
  if (inForm !== undefined) delete body?.['_csrf']
}

/** The value of one of our cookies; none when it is not of a form that we gave out. */
function cookieOf(request: FastifyRequest, access: Access, name: string): string | undefined {
  // Without the plugin that reads them there are none.
  const cookies: FastifyRequest['cookies'] | undefined = request.cookies
  const value = cookies?.[cookieName(access, name)]
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}

function setCookie(reply: FastifyReply, access: Access, name: string, value: string, maxAge: number): void {
  void reply.setCookie(cookieName(access, name), value, { ...attributes(access), maxAge })
}

// On plain HTTP a browser would refuse both the prefix and the attribute.
const isSecure = (access: Access) => access.publicUrl.startsWith('https:') || isLocal(access)
const cookieName = (access: Access, name: string) => (isSecure(access) ? `__Host-${name}` : name)
const attributes = (access: Access) =>
  ({ path: '/', httpOnly: true, secure: isSecure(access), sameSite: 'lax' }) as const
