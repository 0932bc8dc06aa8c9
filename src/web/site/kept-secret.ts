// Secrets that a browser keeps for the applicants' side, each under a name of its own.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from '../../kernel/loopback.ts'

interface Where {
  /** Where people reach the service. */
  publicUrl: string
}

/** The secret that this browser keeps under the name; none when it is not of a form that we gave out. */
export function keptSecret(request: FastifyRequest, { publicUrl }: Where, name: string): string | undefined {
  // Without the plugin that reads them there are none.
  const cookies: FastifyRequest['cookies'] | undefined = request.cookies
  const value = cookies?.[cookieName(publicUrl, name)]
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}

// A browser sends all of them with every request, and past 16 KB of headers it would be let in nowhere.
const MOST_KEPT = 40

/**
 * Hands the browser a secret to keep for so many days, under a name such as `draft-…`. Of too many of the same kind it forgets those
 * that it sends first: the oldest (RFC 6265, 5.4).
 */
export function keepSecret(
  reply: FastifyReply,
  { publicUrl }: Where,
  { name, secret, days }: { name: string; secret: string; days: number },
): void {
  const kind = cookieName(publicUrl, name.replace(/-.*/, '-'))
  const kept = Object.keys(reply.request.cookies).filter(one => one.startsWith(kind))
  for (const old of kept.slice(0, -(MOST_KEPT - 1))) void reply.clearCookie(old, attributes(publicUrl))
  const maxAge = days * 86_400
  void reply.setCookie(cookieName(publicUrl, name), secret, { ...attributes(publicUrl), maxAge })
}

const attributes = (publicUrl: string) => ({
  path: '/',
  httpOnly: true,
  // Within the page of a site that embeds a form it has to be sent, too, but to no other site's: partitioned (CHIPS).
  ...(isSecure(publicUrl)
    ? { secure: true, sameSite: 'none' as const, partitioned: true }
    : { sameSite: 'lax' as const }),
})

// On plain HTTP a browser would refuse both the prefix and the attributes.
const isSecure = (publicUrl: string) =>
  publicUrl.startsWith('https:') || isLoopback(new URL(publicUrl).hostname)
const cookieName = (publicUrl: string, name: string) => (isSecure(publicUrl) ? `__Host-${name}` : name)
