import type { FastifyPluginAsync } from 'fastify'
import { acceptedOrKept } from './kept-language.ts'

/** The address without a language leads to the one that was chosen before, or that the browser asks for. */
export const siteRoot: FastifyPluginAsync = async app => {
  app.get('/', { config: { policy: 'public' } }, (request, reply) =>
    reply.headers({ vary: 'accept-language, cookie' }).redirect(`/${acceptedOrKept(request)}`, 303),
  )
}
