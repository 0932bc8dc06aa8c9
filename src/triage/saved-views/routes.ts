import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import { signedIn } from '../../staff/guard.ts'
import { deleteView, newView, savedViewsOf, saveView } from './saved-views.ts'

const policy = { policy: { permission: 'case.read' } } as const
const view = z.object({
  id: z.uuid(),
  name: z.string(),
  shared: z.boolean(),
  query: z.string().describe('For `GET /api/v1/cases?…`, and for the inbox’s own address'),
  isOwn: z.boolean(),
  owner: z.string(),
})

/** Saved views for programs: the same as on the inbox. */
export const savedViewRoutes =
  ({ db, clock }: { db: Db; clock: Clock }): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/api/v1/views',
      {
        config: policy,
        schema: {
          operationId: 'listViews',
          summary: 'Your saved views of the inbox, and those that others share',
          tags: ['cases'],
          response: { 200: z.object({ items: z.array(view) }) },
        },
      },
      async request => ({ items: await savedViewsOf(db, signedIn(request).staffId) }),
    )

    app.post(
      '/api/v1/views',
      {
        config: policy,
        schema: {
          operationId: 'saveView',
          summary: 'Save a view of the inbox under a name; what of its query is no filter is left out',
          tags: ['cases'],
          body: newView,
          response: { 201: z.object({ id: z.uuid(), query: z.string() }) },
        },
      },
      async (request, reply) => {
        const own = { ...request.body, staffId: signedIn(request).staffId, at: clock.now() }
        return reply.code(201).send(await db.transaction(tx => saveView(tx, own)))
      },
    )

    app.delete(
      '/api/v1/views/:id',
      {
        config: policy,
        schema: {
          operationId: 'deleteView',
          summary: 'Delete a view of yours',
          tags: ['cases'],
          params: z.object({ id: z.uuid() }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await deleteView(db, signedIn(request).staffId, request.params.id)
        return reply.code(204).send(null)
      },
    )
  }
