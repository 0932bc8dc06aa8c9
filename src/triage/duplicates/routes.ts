import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Db } from '../../kernel/database.ts'
import { referenceParams } from '../../cases/routes.ts'
import { STATES, type State } from '../../cases/states.ts'
import { readableCase, visibleTo } from '../../cases/visible-cases.ts'
import { signedIn } from '../../staff/guard.ts'
import { relationsOf } from './relations.ts'

const line = z.object({
  reference: z.string(),
  form: z.string(),
  organisation: z.string(),
  state: z.enum(STATES),
  receivedAt: z.iso.datetime(),
})
const answer = z.object({
  mergedInto: z.string().nullable().describe('The case that continues, where this one is a duplicate'),
  merged: z.array(line).describe('The cases that were merged into this one'),
  duplicates: z
    .array(line.extend({ why: z.array(z.string()) }))
    .describe('Perhaps the same request, the most alike first'),
  sameApplicant: z.array(line),
  sameOrganisation: z.array(line),
})

/** What a case has to do with others. */
export const relationRoutes =
  ({ db }: { db: Db }): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/api/v1/cases/:reference/related',
      {
        config: { policy: { permission: 'case.read' } },
        schema: {
          operationId: 'readRelatedCases',
          summary: 'Possible duplicates with the reasons, what was merged, and the applicant’s other cases',
          tags: ['cases'],
          params: referenceParams,
          response: { 200: answer },
        },
      },
      async request => {
        const me = signedIn(request)
        const theCase = await readableCase(db, me, request.params.reference)
        const relations = await relationsOf(db, theCase, await visibleTo(db, me))
        return {
          mergedInto: relations.mergedInto,
          merged: relations.merged.map(inJson),
          duplicates: relations.duplicates.map(one => ({ ...inJson(one), why: one.why })),
          sameApplicant: relations.sameApplicant.map(inJson),
          sameOrganisation: relations.sameOrganisation.map(inJson),
        }
      },
    )
  }

interface Line {
  reference: string
  form: string
  organisation: string
  state: State
  receivedAt: Date
}

const inJson = ({ reference, form, organisation, state, receivedAt }: Line) => ({
  reference,
  form,
  organisation,
  state,
  receivedAt: receivedAt.toISOString(),
})
