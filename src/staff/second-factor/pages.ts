// The second factor on the way in: asked for, or set up where a role requires it.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { sendPage } from '../../web/views.ts'
import { ownPath } from '../same-origin.ts'
import { checkForm, formToken, keepSession, sessionSecret } from '../session.ts'
import { sessionOf, type ComingIn } from '../sessions.ts'
import { comeInFurther } from '../sign-in/come-in.ts'
import type { SignInDeps } from '../sign-in/pages.ts'
import { throttle } from '../sign-in/throttle.ts'
import type { Stage } from '../sign-in/words.ts'
import { acceptFactor } from './accept-factor.ts'
import { confirmAuthenticator, pendingAuthenticator } from './authenticator.ts'
import { factorsOf, hasSecondFactor, requireNoFactor } from './own-factors.ts'
import { qrPicture } from './picture.ts'

const open = { config: { policy: 'public' }, schema: { hide: true } } as const
const form = z.object({
  code: z.string().trim().max(100).catch(''),
  next: z.string().max(500).optional().catch(undefined),
})
const WRONG =
  'This code is not right, or was used before. Wait for the next one and check the time of your phone.'

/** `/sign-in/code` and `/sign-in/set-up`. */
export const secondFactorPages =
  ({ db, clock, access }: SignInDeps): FastifyPluginAsync =>
  async app => {
    const page = (
      request: FastifyRequest,
      reply: FastifyReply,
      view: string,
      context: object,
      status = 200,
    ) =>
      sendPage(
        reply,
        request,
        `staff/second-factor/views/${view}.njk`,
        { errors: [], csrf: formToken(request, reply, access), ...context },
        status,
      )

    // Whoever is at another stage, or took too long, begins anew.
    async function comingIn(request: FastifyRequest, stage: Stage): Promise<ComingIn | undefined> {
      const secret = sessionSecret(request, access)
      const session = secret === undefined ? undefined : await sessionOf(db, secret)
      return session?.stage === stage ? session : undefined
    }
    const pendingOf = async ({ id: sessionId, staffId }: ComingIn) => {
      const { secret, uri } = await pendingAuthenticator(db, { staffId, sessionId })
      return { secret, picture: qrPicture(uri) }
    }

    app.get('/sign-in/code', open, async (request, reply) => {
      const session = await comingIn(request, 'second-factor')
      if (!session) return reply.redirect('/sign-in', 303)
      const own = await factorsOf(db, session.staffId)
      return page(request, reply, 'code', { own, next: nextIn(request.query) })
    })

    app.post('/sign-in/code', open, async (request, reply) => {
      checkForm(request, access)
      const session = await comingIn(request, 'second-factor')
      if (!session) throw new Problem('not-signed-in', 'This took too long. Sign in again.')
      const { code } = form.parse(request.body ?? {})
      const next = nextIn(request.body)
      await throttle(db, 'code-account', session.staffId)
      const at = clock.now()
      const secret = await db.transaction(async tx => {
        const factor = await acceptFactor(tx, { staffId: session.staffId, code, at })
        return factor && comeInFurther(tx, session, { factor, at }, access)
      })
      if (!secret) {
        const own = await factorsOf(db, session.staffId)
        return page(request, reply, 'code', { own, next, errors: [{ field: 'code', message: WRONG }] }, 422)
      }
      keepSession(reply, access, secret)
      return reply.redirect(next, 303)
    })

    app.get('/sign-in/set-up', open, async (request, reply) => {
      const session = await comingIn(request, 'set-up')
      if (!session || (await hasSecondFactor(db, session.staffId))) return reply.redirect('/sign-in', 303)
      return page(request, reply, 'set-up', {
        next: nextIn(request.query),
        pending: await pendingOf(session),
      })
    })

    app.post('/sign-in/set-up', open, async (request, reply) => {
      checkForm(request, access)
      const session = await comingIn(request, 'set-up')
      if (!session) throw new Problem('not-signed-in', 'This took too long. Sign in again.')
      const { id: sessionId, staffId } = session
      const { code } = form.parse(request.body ?? {})
      const next = nextIn(request.body)
      await throttle(db, 'code-account', staffId)
      const at = clock.now()
      const done = await db.transaction(async tx => {
        const by = { actor: { kind: 'staff', id: staffId } as const, at }
        await requireNoFactor(tx, staffId)
        const codes = await confirmAuthenticator(tx, { staffId, sessionId, code, by })
        return codes && { codes, secret: await comeInFurther(tx, session, { factor: 'code', at }, access) }
      })
      if (!done) {
        const errors = [{ field: 'code', message: WRONG }]
        return page(request, reply, 'set-up', { next, errors, pending: await pendingOf(session) }, 422)
      }
      keepSession(reply, access, done.secret)
      return page(request, reply, 'codes', { codes: done.codes, next })
    })
  }

const nextIn = (given: unknown) =>
  ownPath(z.object({ next: z.unknown().optional() }).safeParse(given).data?.next)
