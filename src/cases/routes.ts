// Work on a case by JSON: every step is a sub-resource.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { REFERENCE_PATTERN } from '../kernel/reference.ts'
import { signedIn } from '../staff/guard.ts'
import { STATES } from './states.ts'
import { STEPS } from './steps.ts'
import { takeStep, type StepDeps } from './take-step.ts'

export const referenceParams = z.object({
  reference: z.string().regex(REFERENCE_PATTERN).describe('Such as OBS-7K2M4'),
})
const moved = z.object({
  reference: z.string(),
  state: z.enum(STATES),
  version: z.number(),
  dueAt: z.iso.datetime().nullable(),
})

export const caseRoutes =
  (deps: StepDeps): FastifyPluginAsyncZod =>
  async app => {
    for (const step of STEPS) {
      app.post(
        `/api/v1/cases/:reference/${step.resource}`,
        {
          config: { policy: { permission: step.permission } },
          schema: {
            operationId: `post-${step.resource}`.replace(/-(\w)/g, (_, letter: string) =>
              letter.toUpperCase(),
            ),
            summary: step.summary,
            tags: ['cases'],
            params: referenceParams,
            body: step.body,
            response: step.moves ? { 200: moved } : { 204: z.null() },
          },
        },
        async (request, reply) => {
          const theCase = await takeStep(
            deps,
            signedIn(request),
            request.params.reference,
            step,
            request.body,
          )
          if (!step.moves) return reply.code(204).send(null)
          return reply.send({ ...theCase, dueAt: theCase.dueAt?.toISOString() ?? null })
        },
      )
    }
  }
