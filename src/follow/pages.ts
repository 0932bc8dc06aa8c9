// An applicant's own page: by a link from an email they see their case. Looking changes nothing.
import type { FastifyPluginAsync } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fileOfCase } from '../documents/hand-out.ts'
import { Problem } from '../kernel/problem.ts'
import { LANGUAGE_PATH } from '../web/site/language-path.ts'
import { sendSitePage } from '../web/site/site-page.ts'
import { actPages } from './acts/pages.ts'
import { answerPages } from './answer/pages.ts'
import { askPages } from './ask/pages.ts'
import { confirmPages } from './confirm/pages.ts'
import { contactPages } from './contact/pages.ts'
import { everything } from './everything.ts'
import { baseOf, entrance, followParams, sendCase, type FollowDeps } from './entrance.ts'
import { followedPage } from './followed-page.ts'

const config = { policy: 'public' } as const
const hide = { hide: true } as const
const querystring = z.object({
  done: z.string().optional().catch(undefined),
  only: z.string().optional().catch(undefined),
})

export const followPages =
  (deps: FollowDeps): FastifyPluginAsync =>
  async app => {
    // Nobody's search engine lists what only one person is to see.
    app.addHook('onSend', async (_request, reply) => void reply.header('x-robots-tag', 'noindex'))
    await app.register(askPages(deps))
    await app.register(casePages(deps))
    await app.register(confirmPages(deps))
    await app.register(answerPages(deps))
    await app.register(contactPages(deps))
    await app.register(actPages(deps))
  }

const casePages =
  (deps: FollowDeps): FastifyPluginAsyncZod =>
  async app => {
    const { enter, reader } = entrance(deps)
    const address = `${LANGUAGE_PATH}/follow/:secret`

    app.get(
      address,
      { config, schema: { ...hide, params: followParams, querystring } },
      async (request, reply) => {
        const followed = await enter(request, reply)
        if (!followed) return reply
        // The email asked for a button to be pressed.
        const isConfirming = followed.link.purpose === 'confirm-erasure' && request.query.only !== 'look'
        if (isConfirming) return reply.redirect(`${baseOf(request.params)}/confirmation`, 303)
        return sendCase(reply, request, deps, followed)
      },
    )

    app.get(
      `${address}/print`,
      { config, schema: { ...hide, params: followParams } },
      async (request, reply) => {
        const followed = await enter(request, reply)
        if (!followed) return reply
        const context = followedPage(followed, reader(request.params.language))
        return sendSitePage(reply, request, 'follow/views/print.njk', {
          ...context,
          base: baseOf(request.params),
        })
      },
    )

    app.get(
      `${address}/documents/:id`,
      { config, schema: { ...hide, params: followParams.extend({ id: z.uuid() }) } },
      async (request, reply) => {
        const followed = await enter(request, reply)
        if (!followed) return reply
        const { headers, bytes } = await fileOfCase(deps, followed.theCase, request.params.id)
        return reply.headers(headers).send(bytes)
      },
    )

    app.get(
      `${address}/everything.json`,
      { config, schema: { ...hide, params: followParams } },
      async (request, reply) => {
        const followed = await enter(request, reply)
        if (!followed) return reply
        if (followed.theCase.erasedAt !== null) throw new Problem('not-found', 'It has been erased.')
        return reply
          .header('content-disposition', `attachment; filename="${followed.theCase.reference}.json"`)
          .type('application/json; charset=utf-8')
          .serializer(String)
          .send(JSON.stringify(everything(followed), null, 2))
      },
    )
  }
