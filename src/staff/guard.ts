// Every route has a policy, or the service does not start. The policy is kept before the handler runs.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { signedInBy, type SignedIn } from './api-tokens.ts'
import { may, type Permission } from './roles.ts'

/** Open to all, to every signed-in person, or to those who hold the permission. */
export type Policy = 'public' | 'signed-in' | { permission: Permission }

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy
  }
  interface FastifyRequest {
    /** Who is signed in; only routes whose policy asks for it have somebody here. */
    actor: SignedIn | null
  }
}

/** Keeps the policies of all routes that are registered after it. Throws at start for a route without one. */
export function guardRoutes(app: FastifyInstance, { db }: { db: Db }): void {
  app.decorateRequest('actor', null)
  app.addHook('onRoute', route => {
    if (route.config?.policy === undefined) {
      throw new Error(`${String(route.method)} ${route.url} has no policy: say in its config who may use it.`)
    }
  })
  app.addHook('onRequest', async request => {
    const { policy } = request.routeOptions.config
    if (policy === undefined || policy === 'public') return
    const signedIn = await bearer(db, request)
    if (policy !== 'signed-in' && !may(signedIn.roles, policy.permission)) {
      throw new Problem('not-permitted', `This needs the permission “${policy.permission}”, which your token does not have.`)
    }
    request.actor = signedIn
  })
}

async function bearer(db: Db, request: FastifyRequest): Promise<SignedIn> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  const signedIn = scheme?.toLowerCase() === 'bearer' && token ? await signedInBy(db, token) : undefined
  if (signedIn) return signedIn
  throw new Problem('not-signed-in', 'Send a personal API token that is in force, as “Authorization: Bearer ogpj_…”.')
}

/** The signed-in person of a request whose policy asks for one. */
export function signedIn(request: FastifyRequest): SignedIn {
  if (request.actor === null) throw new Error('This route is public: nobody is signed in.')
  return request.actor
}

export const actorOf = (person: SignedIn): Actor => ({ kind: 'staff', id: person.staffId, token: person.tokenId })
