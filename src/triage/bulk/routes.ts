// Several cases at once, for machines.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { REFERENCE_PATTERN } from '../../kernel/reference.ts'
import { signedIn } from '../../staff/guard.ts'
import { BULK_ACTIONS, bulkActionNamed, MOST_CASES, UNDO_MINUTES } from './bulk-actions.ts'
import { chooseCases, ownBulk, takeBulk, type BulkDeps } from './take-bulk.ts'
import { undoBulk } from './undo-bulk.ts'

const policy = { policy: { permission: 'case.read' } } as const
const request = z.strictObject({
  action: z.enum(BULK_ACTIONS.map(({ name }) => name)),
  references: z.array(z.string().regex(REFERENCE_PATTERN)).min(1).max(MOST_CASES),
  body: z
    .record(z.string().max(40), z.unknown())
    .default({})
    .describe('What belongs to the step, as its route for one case takes it'),
  noConflict: z
    .boolean()
    .default(false)
    .describe('You have no conflict of interest in any of the cases: declares it where you have not yet'),
})
const answer = z.object({
  id: z.uuid(),
  results: z.array(
    z.object({
      reference: z.string(),
      outcome: z.enum(['done', 'unchanged', 'refused', 'undone', 'not-undone']),
      message: z.string().nullable(),
    }),
  ),
})

export const bulkRoutes =
  (deps: BulkDeps): FastifyPluginAsyncZod =>
  async app => {
    const resultsOf = async (me: ReturnType<typeof signedIn>, id: string) => ({
      id,
      results: (await ownBulk(deps.db, me, id)).results.map(({ reference, outcome, message }) => ({
        reference,
        outcome,
        message,
      })),
    })

    app.post(
      '/api/v1/bulk-actions',
      {
        config: policy,
        schema: {
          operationId: 'takeBulkAction',
          summary: 'One step on several cases, each with its own result; emails leave two minutes later',
          tags: ['cases'],
          body: request,
          response: { 200: answer },
        },
      },
      async asked => {
        const me = signedIn(asked)
        const { body } = asked
        const action = bulkActionNamed(body.action)
        if (!action) throw new Error(`The schema lets ${body.action} pass, which is no action.`)
        const parsed = action.step.body.safeParse(body.body)
        if (!parsed.success) throw notThat(parsed.error)
        const chosen = { action, references: body.references, at: deps.clock.now() }
        const id = await chooseCases(deps.db, me, chosen)
        await takeBulk(deps, me, id, { body: parsed.data, noConflict: body.noConflict })
        return resultsOf(me, id)
      },
    )

    app.post(
      '/api/v1/bulk-actions/:id/undo',
      {
        config: policy,
        schema: {
          operationId: 'undoBulkAction',
          summary: `Undo it on every case on which it was done, within ${UNDO_MINUTES} minutes`,
          tags: ['cases'],
          params: z.object({ id: z.uuid() }),
          response: { 200: answer },
        },
      },
      async asked => {
        const me = signedIn(asked)
        await undoBulk(deps, me, asked.params.id)
        return resultsOf(me, asked.params.id)
      },
    )
  }

const notThat = (error: z.ZodError) =>
  new Problem('invalid-fields', 'See “errors” for each field and its remedy.', {
    errors: error.issues.map(({ path, message }) => ({
      pointer: `/body/${path.join('/')}`,
      code: 'invalid',
      message,
    })),
  })
