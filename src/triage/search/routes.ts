import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import { signedIn } from '../../staff/guard.ts'
import { keepSearch, searchTyped } from './kept-searches.ts'

const policy = { policy: { permission: 'case.read' } } as const

/** What is searched for is sent in a body and never in an address. */
export const searchRoutes =
  ({ db, clock }: { db: Db; clock: Clock }): FastifyPluginAsyncZod =>
  async app => {
    app.post(
      '/api/v1/case-searches',
      {
        config: policy,
        schema: {
          operationId: 'keepSearch',
          summary:
            'Keep what you search for; `search={id}` then narrows the list of cases to it, for a month',
          description:
            'A reference, or words that all stand in what lists show of a case (reference, organisation, country), or anywhere in what was sent, names, addresses and answers, where you have declared that you have no conflict of interest. Accents, case and small slips of the keyboard do not matter. What is searched for can be personal, so it is in no address.',
          tags: ['cases'],
          body: z.strictObject({ text: searchTyped }),
          response: { 201: z.object({ id: z.string() }) },
        },
      },
      async (request, reply) => {
        const { staffId } = signedIn(request)
        const id = await keepSearch(db, { staffId, text: request.body.text, at: clock.now() })
        return reply.code(201).send({ id })
      },
    )
  }
