// Step-up: what is delicate asks once more who it is, by the strongest that the person has set up.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../../kernel/problem.ts'
import { sendDeskPage } from '../../desk-page.ts'
import { signedIn } from '../../guard.ts'
import { ownPath } from '../../same-origin.ts'
import { acceptFactor } from '../../second-factor/accept-factor.ts'
import { factorsOf, type OwnFactors } from '../../second-factor/own-factors.ts'
import { keepSession } from '../../session.ts'
import { strengthenSession } from '../../sessions.ts'
import { askForLink } from '../../sign-in/links.ts'
import type { SignInDeps } from '../../sign-in/pages.ts'
import { hasPassword, isPasswordOf } from '../../sign-in/passwords.ts'
import { throttle } from '../../sign-in/throttle.ts'
import type { Factor } from '../../sign-in/words.ts'

const desk = { config: { policy: 'signed-in' }, schema: { hide: true } } as const
const form = z.object({ proof: z.string().max(1000).catch(''), next: z.unknown() })
const WRONG = { code: 'This code is not right, or was used before.', password: 'This is not your password.' }

/** `/desk/confirm`: asks for a passkey or a code, else for the password, else sends a link. */
export const confirmPages =
  ({ db, clock, access, wake }: SignInDeps): FastifyPluginAsync =>
  async app => {
    async function wayOf(staffId: string): Promise<{ own: OwnFactors; way: 'code' | 'password' | 'link' }> {
      const own = await factorsOf(db, staffId)
      if (own.app || own.passkeys > 0) return { own, way: 'code' }
      return { own, way: (await hasPassword(db, staffId)) ? 'password' : 'link' }
    }
    const show = (request: FastifyRequest, reply: FastifyReply, context: object, status = 200) =>
      sendDeskPage(
        reply,
        request,
        'staff/account/views/confirm.njk',
        { errors: [], sent: false, ...context },
        status,
      )

    app.get('/desk/confirm', desk, async (request, reply) => {
      const next = ownPath((request.query as { next?: unknown }).next)
      return show(request, reply, { next, ...(await wayOf(signedIn(request).staffId)) })
    })

    app.post('/desk/confirm', desk, async (request, reply) => {
      const { staffId, sessionId } = signedIn(request)
      if (sessionId === null) throw new Problem('not-permitted', 'A token cannot confirm who uses it.')
      const given = form.parse(request.body ?? {})
      const next = ownPath(given.next)
      const { way, own } = await wayOf(staffId)
      if (way === 'link') {
        await throttle(db, 'code-account', `${staffId} link`)
        await db.transaction(tx => askForLink(tx, { purpose: 'confirm', staffId, sessionId, next }))
        wake()
        return show(request, reply, { next, way, own, sent: true })
      }
      await throttle(db, 'code-account', staffId)
      const factor = await provenBy(staffId, way, given.proof)
      const secret =
        factor && (await db.transaction(tx => strengthenSession(tx, { id: sessionId, factor }, access)))
      if (!secret) {
        return show(
          request,
          reply,
          { next, way, own, errors: [{ field: 'proof', message: WRONG[way] }] },
          422,
        )
      }
      keepSession(reply, access, secret)
      return reply.redirect(next, 303)
    })

    async function provenBy(
      staffId: string,
      way: 'code' | 'password',
      proof: string,
    ): Promise<Factor | undefined> {
      if (way === 'password') return (await isPasswordOf(db, staffId, proof)) ? 'password' : undefined
      return db.transaction(tx => acceptFactor(tx, { staffId, code: proof, at: clock.now() }))
    }
  }
