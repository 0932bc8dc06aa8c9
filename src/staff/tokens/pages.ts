// The API tokens of everybody: which programs act for whom, and an end to those that should not.
import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { revokeToken, tokensInForce } from '../api-tokens.ts'
import { sendDeskPage } from '../desk-page.ts'
import { actorOf, signedIn } from '../guard.ts'

const LIST = '/desk/settings/tokens'
const MANAGE = { config: { policy: { permission: 'staff.manage' } }, schema: { hide: true } } as const

/** `/desk/settings/tokens`. */
export const officeTokenPages =
  ({ db, clock }: { db: Db; clock: Clock }): FastifyPluginAsync =>
  async app => {
    app.get(LIST, MANAGE, async (request, reply) => {
      const { done } = z.object({ done: z.string().catch('') }).parse(request.query)
      return sendDeskPage(reply, request, 'staff/tokens/views/tokens.njk', {
        tokens: await tokensInForce(db),
        done: done === '' ? '' : 'The token is revoked. Whatever used it is shut out from now on.',
      })
    })

    app.post(`${LIST}/:id/revocation`, MANAGE, async (request, reply) => {
      const id = z.object({ id: z.uuid() }).safeParse(request.params).data?.id
      if (id === undefined) throw new Problem('not-found', 'There is no such token in force.')
      const revoked = { id, at: clock.now(), actor: actorOf(signedIn(request)) }
      await db.transaction(tx => revokeToken(tx, revoked))
      return reply.redirect(`${LIST}?done=revoked`, 303)
    })
  }
