// Every route has a policy, or the service does not start. The policy is kept before the handler runs.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { signedInBy, type SignedIn } from './api-tokens.ts'
import { may, type Permission } from './roles.ts'

/**
 * Open to all, to every signed-in person, or to those who hold the permission. `browser`: a browser may ask for the token
 * and send it as a password, for pages that only show; such pages must not change anything.
 */
export type Policy = 'public' | 'signed-in' | { permission: Permission; browser?: true }

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy
  }
  interface FastifyInstance {
    /** For the routes of a plugin that is not ours and knows no policies: decorates the scope in which it is registered. */
    guestPolicy?: Policy
  }
  interface FastifyRequest {
    /** Who is signed in; only routes whose policy asks for it have somebody here. */
    actor: SignedIn | null
  }
}

/** Keeps the policies of all routes that are registered after it. Throws at start for a route without one. */
export function guardRoutes(app: FastifyInstance, { db }: { db: Db }): void {
  app.decorateRequest('actor', null)
  app.addHook('onRoute', function keepPolicy(this: FastifyInstance, route) {
    const policy = route.config?.policy ?? this.guestPolicy
    if (policy === undefined) {
      throw new Error(`${String(route.method)} ${route.url} has no policy: say in its config who may use it.`)
    }
    route.config = { ...route.config, policy }
  })
  app.addHook('onRequest', async (request, reply) => {
    const { policy } = request.routeOptions.config
    if (policy === undefined || policy === 'public') return
    const browser = policy !== 'signed-in' && policy.browser === true
    const signedIn = await signedInBy(db, tokenOf(request, browser))
    if (!signedIn) {
      void reply.header('www-authenticate', browser ? 'Basic realm="Operations", charset="UTF-8"' : 'Bearer')
      throw new Problem('not-signed-in', browser ? ASK_IN_BROWSER : ASK)
    }
    if (policy !== 'signed-in' && !may(signedIn.roles, policy.permission)) {
      throw new Problem(
        'not-permitted',
        `This needs the permission “${policy.permission}”, which your token does not have.`,
      )
    }
    request.actor = signedIn
  })
}

const ASK = 'Send a personal API token that is in force, as “Authorization: Bearer ogpj_…”.'
const ASK_IN_BROWSER = 'Give a personal API token that is in force as the password; any user name will do.'

function tokenOf(request: FastifyRequest, browser: boolean): string {
  const [scheme = '', credentials = ''] = (request.headers.authorization ?? '').split(' ')
  if (scheme.toLowerCase() === 'bearer') return credentials
  if (!browser || scheme.toLowerCase() !== 'basic') return ''
  const pair = Buffer.from(credentials, 'base64').toString()
  return pair.slice(pair.indexOf(':') + 1)
}

/** The signed-in person of a request whose policy asks for one. */
export function signedIn(request: FastifyRequest): SignedIn {
  if (request.actor === null) throw new Error('This route is public: nobody is signed in.')
  return request.actor
}

export const actorOf = (person: SignedIn): Actor => ({
  kind: 'staff',
  id: person.staffId,
  ...(person.tokenId !== null && { token: person.tokenId }),
})
