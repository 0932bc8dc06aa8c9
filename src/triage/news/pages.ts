// New arrivals, told to pages that are open: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
import { PassThrough } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Db } from '../../kernel/database.ts'
import type { Log } from '../../kernel/log.ts'
import { signedIn } from '../../staff/guard.ts'
import { MOST_NEWS } from './arrivals.ts'
import { newsDesk } from './news-desk.ts'

const config = { policy: { permission: 'case.read' }, background: true } as const
const query = z.object({ after: z.iso.datetime(), seen: z.coerce.number().int().min(0).max(MOST_NEWS) })

export const newsPages =
  (deps: { db: Db; log: Log }): FastifyPluginAsyncZod =>
  async app => {
    const desk = newsDesk(deps)
    // Before the server waits for its connections to end: these end only when we say so.
    app.addHook('preClose', async () => desk.close())

    app.get('/desk/cases/news', { config, schema: { hide: true, querystring: query } }, (request, reply) => {
      const { staffId, roles } = signedIn(request)
      const { after, seen } = request.query
      const stream = new PassThrough()
      const listener = {
        staffId,
        roles,
        after: new Date(after),
        seen,
        tell: (chunk: string) => void stream.write(chunk),
        end: () => void stream.end(),
      }
      // 204 tells a browser not to come back.
      if (!desk.listen(listener)) return reply.code(204).send()
      stream.on('close', () => desk.leave(listener))
      return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream)
    })
  }
