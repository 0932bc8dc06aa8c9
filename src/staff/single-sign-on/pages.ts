// Single sign-on: to the identity provider and back.
import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { networkOf } from '../../kernel/subnet.ts'
import type { OidcSettings } from '../access.ts'
import { ownPath } from '../same-origin.ts'
import { browserOf, formToken, keepSession, keptFormToken } from '../session.ts'
import { enter, pageAfter } from '../sign-in/enter.ts'
import type { SignInDeps } from '../sign-in/pages.ts'
import { throttle } from '../sign-in/throttle.ts'
import { keepAttempt, takeAttempt } from './attempts.ts'
import { personWithIdentity } from './identities.ts'
import { providerOf } from './provider.ts'

const open = { config: { policy: 'public' }, schema: { hide: true } } as const
const START = '/sign-in/single-sign-on'
const RETURN = `${START}/return`
const query = z.object({ next: z.string().max(500).optional().catch(undefined) })
const brought = z.object({ state: z.string().max(200) })
const TOO_OLD = 'This way in was used, took too long, or began in another browser. Sign in again.'
const NOBODY =
  'Nobody works here under the address that the identity provider vouches for. Ask an administrator to invite you, or have a link sent to you.'

/** `/sign-in/single-sign-on`, where the settings name a provider. */
export const singleSignOnPages =
  ({ db, clock, access, oidc }: SignInDeps & { oidc: OidcSettings }): FastifyPluginAsync =>
  async app => {
    const provider = providerOf(oidc, access.publicUrl + RETURN)

    // A link and no form: browsers refuse to follow a form to another site, as our policy tells them.
    app.get(START, open, async (request, reply) => {
      await throttle(db, 'use-network', networkOf(request.ip))
      const { url, ...attempt } = await provider.begin(clock.now())
      const next = ownPath(query.parse(request.query).next)
      await keepAttempt(db, { ...attempt, next }, formToken(request, reply, access))
      return reply.redirect(url, 303)
    })

    app.get(RETURN, open, async (request, reply) => {
      await throttle(db, 'use-network', networkOf(request.ip))
      const state = brought.safeParse(request.query).data?.state
      const browser = keptFormToken(request, access)
      const attempt = state && browser ? await takeAttempt(db, state, browser) : undefined
      if (!state || !attempt) throw new Problem('not-permitted', TOO_OLD)
      const at = clock.now()
      const identity = await provider.identify(
        new URL(request.url, access.publicUrl),
        { ...attempt, state },
        at,
      )
      const way = await db.transaction(async tx => {
        const staffId = await personWithIdentity(tx, identity, at)
        if (staffId === undefined) return undefined
        const factor = identity.multiFactor ? 'single-sign-on-mfa' : 'single-sign-on'
        return enter(tx, { staffId, factor, at, ...browserOf(request, access) }, access)
      })
      if (!way) throw new Problem('not-permitted', NOBODY)
      keepSession(reply, access, way.secret)
      return reply.redirect(pageAfter(way.stage, attempt.next), 303)
    })
  }
