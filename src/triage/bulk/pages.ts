// Several cases at once, in the browser: choose on the list, say what belongs to it, see what became of each, undo.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { REFERENCE_PATTERN } from '../../kernel/reference.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { wrongFields } from '../wrong-fields.ts'
import { bulkActionNamed, MOST_CASES } from './bulk-actions.ts'
import { bulkPage, type BulkAttempt } from './bulk-page.ts'
import { chooseCases, ownBulk, takeBulk, type BulkDeps } from './take-bulk.ts'
import { undoBulk } from './undo-bulk.ts'

const config = { policy: { permission: 'case.read' } } as const
const hide = true
const reference = z.string().regex(REFERENCE_PATTERN)
const choice = z.object({
  action: z.string().max(40).default(''),
  case: z.union([reference.transform(one => [one]), z.array(reference).max(MOST_CASES)]).default([]),
})
const params = z.object({ id: z.uuid() })
const VIEW = 'triage/views/bulk.njk'

export const bulkPages =
  (deps: BulkDeps): FastifyPluginAsyncZod =>
  async app => {
    app.post('/desk/cases/bulk', { config, schema: { hide, body: choice } }, async (request, reply) => {
      const { action: name, case: references } = request.body
      const action = bulkActionNamed(name)
      if (!action)
        throw new Problem('invalid-fields', 'Choose what to do with the cases: go back to the list.')
      if (references.length === 0) {
        throw new Problem('invalid-fields', 'Choose at least one case: go back to the list and tick its box.')
      }
      const chosen = { action, references, at: deps.clock.now() }
      const id = await chooseCases(deps.db, signedIn(request), chosen)
      return reply.redirect(`/desk/cases/bulk/${id}`, 303)
    })

    app.get('/desk/cases/bulk/:id', { config, schema: { hide, params } }, async (request, reply) =>
      sendDeskPage(reply, request, VIEW, await bulkPage(deps, signedIn(request), request.params.id)),
    )

    app.post(
      '/desk/cases/bulk/:id',
      { config, schema: { hide, params, body: z.record(z.string().max(40), z.string().max(20_000)) } },
      async (request, reply) => {
        const me = signedIn(request)
        const { id } = request.params
        const { does } = await ownBulk(deps.db, me, id)
        const { noConflict, ...fields } = request.body
        const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))
        const parsed = does.step.body.safeParse(given)
        if (!parsed.success) {
          const attempt: BulkAttempt = { values: fields, errors: wrongFields(parsed.error, given) }
          return sendDeskPage(reply, request, VIEW, await bulkPage(deps, me, id, attempt), 422)
        }
        await takeBulk(deps, me, id, { body: parsed.data, noConflict: noConflict === 'yes' })
        return reply.redirect(`/desk/cases/bulk/${id}`, 303)
      },
    )

    app.post(
      '/desk/cases/bulk/:id/undo',
      { config, schema: { hide, params, body: z.object({}) } },
      async (request, reply) => {
        await undoBulk(deps, signedIn(request), request.params.id)
        return reply.redirect(`/desk/cases/bulk/${request.params.id}`, 303)
      },
    )
  }
