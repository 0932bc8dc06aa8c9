// The inbox in the browser: the list and the search.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { inboxCounter } from '../inbox-counts.ts'
import { keepSearch, searchTyped } from '../search/kept-searches.ts'
import { inboxPage, type InboxDeps } from './inbox-page.ts'
import { inboxAddress, inboxQuery } from './inbox-query.ts'

const config = { policy: { permission: 'case.read' } } as const
const hidden = { hide: true } as const
const value = z.string().max(300)
const anything = z.record(z.string().max(40), z.union([value, z.array(value).max(40)]))

export const inboxPages =
  (deps: InboxDeps): FastifyPluginAsyncZod =>
  async app => {
    const countInbox = inboxCounter(deps.db)
    app.get(
      '/desk/cases',
      { config, schema: { ...hidden, querystring: anything } },
      async (request, reply) => {
        const { saved, filters, choose, ...rest } = request.query
        const query = inboxQuery(rest)
        if (query.hasEmpty) {
          const choosing = filters === undefined ? {} : { filters: [filters].flat()[0] ?? null }
          return reply.redirect(inboxAddress(query.pairs, choosing), 303)
        }
        const wish = {
          ...query,
          saved: [saved].flat()[0],
          choosing: [filters].flat()[0],
          allChosen: choose === 'all',
        }
        return sendDeskPage(
          reply,
          request,
          'triage/views/inbox.njk',
          await inboxPage(deps, countInbox, signedIn(request), wish),
        )
      },
    )

    app.post(
      '/desk/cases/search',
      { config, schema: { ...hidden, body: z.object({ text: z.string().max(2000).default('') }) } },
      async (request, reply) => {
        const typed = searchTyped.safeParse(request.body.text)
        if (!typed.success) return reply.redirect('/desk/cases', 303)
        const { staffId } = signedIn(request)
        const id = await keepSearch(deps.db, { staffId, text: typed.data, at: deps.clock.now() })
        return reply.redirect(`/desk/cases?search=${id}`, 303)
      },
    )
  }
