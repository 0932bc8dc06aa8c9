// A password of one's own, beside the link.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendDeskPage } from '../../desk-page.ts'
import { actorOf, signedIn } from '../../guard.ts'
import { hashPassword } from '../../sign-in/password-hash.ts'
import { complaintAbout } from '../../sign-in/password-rules.ts'
import type { SignInDeps } from '../../sign-in/pages.ts'
import { hasPassword, removePassword, setPassword } from '../../sign-in/passwords.ts'
import { profileOf } from '../profile.ts'

const delicate = { config: { policy: 'signed-in', stepUp: true }, schema: { hide: true } } as const
const form = z.object({ password: z.string().max(10_000).catch('') })

/** `/desk/account/password`. */
export const passwordPages =
  ({ db, clock }: SignInDeps): FastifyPluginAsync =>
  async app => {
    const byOf = (request: FastifyRequest) => ({ actor: actorOf(signedIn(request)), at: clock.now() })
    async function show(request: FastifyRequest, reply: FastifyReply, errors: object[] = [], status = 200) {
      const { staffId } = signedIn(request)
      const { email } = await profileOf(db, staffId)
      const context = { errors, email, hasPassword: await hasPassword(db, staffId) }
      return sendDeskPage(reply, request, 'staff/account/views/password.njk', context, status)
    }

    app.get('/desk/account/password', delicate, async (request, reply) => show(request, reply))

    app.post('/desk/account/password', delicate, async (request, reply) => {
      const { staffId, sessionId } = signedIn(request)
      const { password } = form.parse(request.body ?? {})
      const message = complaintAbout(password, await profileOf(db, staffId))
      if (message !== undefined) return show(request, reply, [{ field: 'password', message }], 422)
      const hash = await hashPassword(password)
      const by = byOf(request)
      await db.transaction(tx => setPassword(tx, { staffId, hash, sessionId: sessionId ?? undefined, by }))
      return reply.redirect('/desk/account?done=password', 303)
    })

    app.post('/desk/account/password/removal', delicate, async (request, reply) => {
      await db.transaction(tx => removePassword(tx, signedIn(request).staffId, byOf(request)))
      return reply.redirect('/desk/account?done=no-password', 303)
    })
  }
