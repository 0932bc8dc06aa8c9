// Saving a view from the inbox, and deleting one.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import { signedIn } from '../../staff/guard.ts'
import { deleteView, newView, saveView } from './saved-views.ts'

const config = { policy: { permission: 'case.read' } } as const
const form = z.object({
  name: newView.shape.name,
  query: newView.shape.query,
  shared: z.literal('yes').optional(),
})

export const savedViewPages =
  ({ db, clock }: { db: Db; clock: Clock }): FastifyPluginAsyncZod =>
  async app => {
    app.post('/desk/cases/views', { config, schema: { hide: true, body: form } }, async (request, reply) => {
      const { staffId } = signedIn(request)
      const { shared, ...view } = request.body
      const { id, query } = await db.transaction(tx =>
        saveView(tx, { ...view, shared: shared === 'yes', staffId, at: clock.now() }),
      )
      return reply.redirect(`/desk/cases?${query}&saved=${id}`, 303)
    })

    app.post(
      '/desk/cases/views/:id/deletion',
      { config, schema: { hide: true, params: z.object({ id: z.uuid() }), body: z.object({}) } },
      async (request, reply) => {
        await deleteView(db, signedIn(request).staffId, request.params.id)
        return reply.redirect('/desk/cases', 303)
      },
    )
  }
