// An authenticator app of one's own: set up, replaced, removed; and its recovery codes.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../../kernel/problem.ts'
import { requiresSecondFactor } from '../../access.ts'
import { sendDeskPage } from '../../desk-page.ts'
import { actorOf, inSession, signedIn } from '../../guard.ts'
import {
  confirmAuthenticator,
  hasAuthenticator,
  pendingAuthenticator,
} from '../../second-factor/authenticator.ts'
import { factorsOf, hasSecondFactor, removeApp } from '../../second-factor/own-factors.ts'
import { qrPicture } from '../../second-factor/picture.ts'
import { renewRecoveryCodes } from '../../second-factor/recovery-codes.ts'
import type { SignInDeps } from '../../sign-in/pages.ts'
import { throttle } from '../../sign-in/throttle.ts'

const delicate = { config: { policy: 'signed-in', stepUp: true }, schema: { hide: true } } as const
const form = z.object({ code: z.string().trim().max(100).catch('') })
const WRONG = 'This code is not right. Wait for the next one and check the time of your phone.'

/** `/desk/account/second-factor` and `/desk/account/recovery-codes`. */
export const ownSecondFactorPages =
  ({ db, clock, access }: SignInDeps): FastifyPluginAsync =>
  async app => {
    const byOf = (request: FastifyRequest) => ({ actor: actorOf(signedIn(request)), at: clock.now() })
    const isDuty = (request: FastifyRequest) => requiresSecondFactor(access, signedIn(request).roles)

    async function show(request: FastifyRequest, reply: FastifyReply, errors: object[] = [], status = 200) {
      const { staffId } = signedIn(request)
      const { secret, uri } = await pendingAuthenticator(db, inSession(request))
      const context = {
        errors,
        pending: { secret, picture: qrPicture(uri) },
        hasApp: await hasAuthenticator(db, staffId),
        stays: isDuty(request) && (await factorsOf(db, staffId)).passkeys === 0,
      }
      return sendDeskPage(reply, request, 'staff/account/views/second-factor.njk', context, status)
    }
    const showCodes = (request: FastifyRequest, reply: FastifyReply, codes: string[]) =>
      sendDeskPage(reply, request, 'staff/account/views/recovery-codes.njk', { codes })

    app.get('/desk/account/second-factor', delicate, async (request, reply) => show(request, reply))

    app.post('/desk/account/second-factor', delicate, async (request, reply) => {
      const { staffId } = signedIn(request)
      const { code } = form.parse(request.body ?? {})
      await throttle(db, 'code-account', staffId)
      const by = byOf(request)
      const codes = await db.transaction(tx => confirmAuthenticator(tx, { ...inSession(request), code, by }))
      return codes
        ? showCodes(request, reply, codes)
        : show(request, reply, [{ field: 'code', message: WRONG }], 422)
    })

    app.post('/desk/account/second-factor/removal', delicate, async (request, reply) => {
      const removal = { staffId: signedIn(request).staffId, isDuty: isDuty(request), by: byOf(request) }
      await db.transaction(tx => removeApp(tx, removal))
      return reply.redirect('/desk/account?done=no-second-factor', 303)
    })

    app.post('/desk/account/recovery-codes', delicate, async (request, reply) => {
      const { staffId } = signedIn(request)
      if (!(await hasSecondFactor(db, staffId))) {
        throw new Problem('not-permitted', 'Set up a second factor first: it comes with recovery codes.')
      }
      return showCodes(
        request,
        reply,
        await db.transaction(tx => renewRecoveryCodes(tx, staffId, byOf(request))),
      )
    })
  }
