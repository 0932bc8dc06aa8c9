import type { FastifyPluginAsync } from 'fastify'
import { Problem } from '../../kernel/problem.ts'
import { sendDeskPage } from '../desk-page.ts'
import { signedIn } from '../guard.ts'
import { settingsFor } from './places.ts'

/** `/desk/settings`: what there is to administer for who may. */
export const settingsPages: FastifyPluginAsync = async app => {
  app.get(
    '/desk/settings',
    { config: { policy: 'signed-in' }, schema: { hide: true } },
    async (request, reply) => {
      if (settingsFor(signedIn(request).roles).length === 0) {
        throw new Problem('not-permitted', 'There is nothing here that your roles let you administer.')
      }
      return sendDeskPage(reply, request, 'staff/settings/views/settings.njk', {})
    },
  )
}
