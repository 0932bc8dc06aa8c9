// Every route has a policy, or the service does not start. The policy is kept before the handler runs.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { wantsPage } from '../web/views.ts'
import type { Access } from './access.ts'
import { signedInBy, type SignedIn } from './api-tokens.ts'
import { may, type Permission } from './roles.ts'
import { isFromOurPages } from './same-origin.ts'
import { checkToken, NOT_OURS, sessionSecret } from './session.ts'
import { signedInWith } from './sessions.ts'

/**
 * Open to all, to every signed-in person, or to those who hold the permission. `browser`: the token may be sent as a
 * password too, for pages that only show; such pages must not change anything.
 */
export type Policy = 'public' | 'signed-in' | { permission: Permission; browser?: true }

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy
    /**
     * Only for who has shown within ten minutes that it is them: by no token, or `unless-token`, where what a token may do
     * is bounded otherwise.
     */
    stepUp?: true | 'unless-token'
    /** Asked by a page and not by its reader: does not count as being there. */
    background?: true
  }
  interface FastifyInstance {
    /** For the routes of a plugin that is not ours and knows no policies: decorates the scope in which it is registered. */
    guestPolicy?: Policy
    /** Of every route, by method and path: "GET /desk". */
    policies: ReadonlyMap<string, Policy>
  }
  interface FastifyRequest {
    /** Who is signed in; only routes whose policy asks for it have somebody here. */
    actor: SignedIn | null
  }
}

/** Keeps the policies of all routes that are registered after it. Throws at start for a route without one. */
export function guardRoutes(app: FastifyInstance, { db, access }: { db: Db; access: Access }): void {
  app.decorateRequest('actor', null)
  const policies = new Map<string, Policy>()
  app.decorate('policies', policies)
  app.addHook('onRoute', function keepPolicy(this: FastifyInstance, route) {
    const policy = route.config?.policy ?? this.guestPolicy
    if (policy === undefined) {
      throw new Error(`${String(route.method)} ${route.url} has no policy: say in its config who may use it.`)
    }
    route.config = { ...route.config, policy }
    for (const method of [route.method].flat()) policies.set(`${method} ${route.url}`, policy)
  })
  app.addHook('onRequest', async (request, reply) => {
    const { policy, stepUp } = request.routeOptions.config
    if (policy === undefined || policy === 'public') return
    const browser = policy !== 'signed-in' && policy.browser === true
    const person = await whoAsks(db, access, request, browser)
    if (!person) return sendToSignIn(request, reply, browser)
    if (person.sessionId !== null && isUnsafe(request) && !isFromOurPages(request.headers, access)) {
      throw new Problem('not-permitted', NOT_OURS)
    }
    if (policy !== 'signed-in' && !may(person.roles, policy.permission)) {
      throw new Problem(
        'not-permitted',
        `This needs the permission “${policy.permission}”, which you do not have here.`,
      )
    }
    if (stepUp === true && person.sessionId === null) throw new Problem('not-permitted', NOT_BY_TOKEN)
    if (stepUp && person.sessionId !== null && !person.steppedUp) return sendToConfirm(request, reply)
    request.actor = person
  })
  // The form's token is in its body, which has not been read before.
  app.addHook('preValidation', async request => {
    if (request.actor?.csrf && isUnsafe(request)) checkToken(request, request.actor.csrf)
  })
}

/** The signed-in person of a request whose policy asks for one. */
export function signedIn(request: FastifyRequest): SignedIn {
  if (request.actor === null) throw new Error('This route is public: nobody is signed in.')
  return request.actor
}

/** The signed-in person in the session of their browser. Throws `not-permitted` for a token. */
export function inSession(request: FastifyRequest): { staffId: string; sessionId: string } {
  const { staffId, sessionId } = signedIn(request)
  if (sessionId === null) throw new Problem('not-permitted', NOT_BY_TOKEN)
  return { staffId, sessionId }
}

export const actorOf = (person: SignedIn): Actor => ({
  kind: 'staff',
  id: person.staffId,
  ...(person.tokenId !== null && { token: person.tokenId }),
})

const isUnsafe = ({ method }: FastifyRequest) => !['GET', 'HEAD', 'OPTIONS'].includes(method)

// A token that is sent counts, and no cookie beside it.
async function whoAsks(
  db: Db,
  access: Access,
  request: FastifyRequest,
  browser: boolean,
): Promise<SignedIn | undefined> {
  if (request.headers.authorization !== undefined) return signedInBy(db, tokenOf(request, browser))
  const secret = sessionSecret(request, access)
  if (secret === undefined) return undefined
  return signedInWith(db, secret, access, request.routeOptions.config.background !== true)
}

function tokenOf(request: FastifyRequest, browser: boolean): string {
  const [scheme = '', credentials = ''] = (request.headers.authorization ?? '').split(' ')
  if (scheme.toLowerCase() === 'bearer') return credentials
  if (!browser || scheme.toLowerCase() !== 'basic') return ''
  const pair = Buffer.from(credentials, 'base64').toString()
  return pair.slice(pair.indexOf(':') + 1)
}

// A stolen token must not become a password.
const NOT_BY_TOKEN = 'A token cannot do this. Sign in with a browser.'
const ASK = 'Sign in, or send a personal API token that is in force, as “Authorization: Bearer ogpj_…”.'
const ASK_IN_BROWSER =
  'Sign in, or give a personal API token that is in force as the password; any user name will do.'

function sendToSignIn(request: FastifyRequest, reply: FastifyReply, browser: boolean): FastifyReply {
  if (wantsPage(request) && request.headers.authorization === undefined) {
    return reply.redirect(`/sign-in${nextOf(request)}`, 303)
  }
  void reply.header('www-authenticate', browser ? 'Basic realm="Operations", charset="UTF-8"' : 'Bearer')
  throw new Problem('not-signed-in', browser ? ASK_IN_BROWSER : ASK)
}

function sendToConfirm(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (wantsPage(request)) return reply.redirect(`/desk/confirm${nextOf(request)}`, 303)
  throw new Problem('not-permitted', 'Show once more that it is you, at /desk/confirm, then send it again.')
}

// What was to be changed is not repeated by itself: only a page that was asked for is gone back to.
const nextOf = ({ method, url }: FastifyRequest) =>
  method === 'GET' ? `?next=${encodeURIComponent(url)}` : ''
