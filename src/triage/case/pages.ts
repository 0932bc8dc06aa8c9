// One case in the browser: first the declaration, then everything on one page, and the steps that are taken on it.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { REFERENCE_PATTERN } from '../../kernel/reference.ts'
import { hasDeclared } from '../../cases/declare.ts'
import { referenceParams } from '../../cases/routes.ts'
import { STEPS } from '../../cases/steps.ts'
import type { StepDeps } from '../../cases/take-step.ts'
import { readableCase, visibleCase } from '../../cases/visible-cases.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { attemptStep, fromForm, type Attempt } from './attempt-step.ts'
import { casePage, type CasePageDeps } from './case-page.ts'
import { declarationPage } from './declaration-page.ts'
import { lookAway, lookTogether } from './presence.ts'
import { previewPage, rehearsed, type ReadLetters } from './preview-page.ts'

type Deps = CasePageDeps & StepDeps & { letters: ReadLetters }

const config = { policy: { permission: 'case.read' } } as const
const hidden = { hide: true } as const
const fields = z.record(z.string().max(80), z.string().max(20_000))
const query = z.object({
  done: z.string().optional().catch(''),
  /** The case into which this one may be merged: the form is filled in. */
  merge: z.string().regex(REFERENCE_PATTERN).optional().catch(undefined),
})

export const casePages =
  (deps: Deps): FastifyPluginAsyncZod =>
  async app => {
    const { db } = deps

    app.get(
      '/desk/cases/:reference',
      { config, schema: { ...hidden, params: referenceParams, querystring: query } },
      async (request, reply) => {
        const { done = '', merge } = request.query
        const attempt = merge === undefined ? undefined : begun('duplicate', { original: merge })
        return sendCase(request, reply, request.params.reference, { attempt, done: DONE.get(done) ?? null })
      },
    )

    for (const step of STEPS) {
      const schema = { ...hidden, params: referenceParams, body: fields }
      const address = `/desk/cases/:reference/${step.resource}`
      const ofStep = { policy: { permission: step.permission } }

      app.post(address, { config: ofStep, schema }, async (request, reply) => {
        const { reference } = request.params
        const attempt = await attemptStep(deps, signedIn(request), reference, step, request.body)
        if (attempt) return sendCase(request, reply, reference, { attempt })
        const steppedBack = step.resource === 'recusal' || request.body['conflict'] === 'yes'
        return reply.redirect(
          steppedBack ? '/desk/cases' : `/desk/cases/${reference}?done=${step.resource}`,
          303,
        )
      })

      // The email as it would go out. Nothing happens yet, and there is a way back with all that was typed.
      app.post(`${address}/preview`, { config: ofStep, schema }, async (request, reply) => {
        const me = signedIn(request)
        const { reference } = request.params
        const { values } = fromForm(request.body)
        if (request.body['_again'] !== undefined) {
          return sendCase(request, reply, reference, { attempt: begun(step.resource, values) })
        }
        const { attempt, letters } = await rehearsed(deps, me, reference, step, request.body)
        if (attempt) return sendCase(request, reply, reference, { attempt })
        const context = previewPage(await readableCase(db, me, reference), step, request.body, letters)
        return sendDeskPage(reply, request, 'triage/case/views/preview.njk', context)
      })
    }

    // Said by the page's script every now and then; the others' names come back.
    app.post(
      '/desk/cases/:reference/presence',
      {
        config,
        schema: { ...hidden, params: referenceParams, body: z.object({ left: z.iso.datetime().optional() }) },
      },
      async (request, reply) => {
        const me = signedIn(request)
        const { id } = await readableCase(db, me, request.params.reference)
        if (request.body.left === undefined) {
          return reply.send(await lookTogether(db, id, me.staffId))
        }
        await lookAway(db, id, me.staffId, new Date(request.body.left))
        return reply.code(204).send(null)
      },
    )

    async function sendCase(
      request: FastifyRequest,
      reply: FastifyReply,
      reference: string,
      { attempt, done = null }: { attempt?: Attempt | undefined; done?: string | null },
    ) {
      const me = signedIn(request)
      const status = attempt?.status ?? 200
      const theCase = await visibleCase(db, me, reference)
      if (!(await hasDeclared(db, me.staffId, theCase.id))) {
        const context = declarationPage(theCase, deps.forms, attempt)
        return sendDeskPage(reply, request, 'triage/case/views/declaration.njk', context, status)
      }
      const context = await casePage(deps, me, theCase, attempt)
      return sendDeskPage(reply, request, 'triage/case/views/case.njk', { ...context, done }, status)
    }
  }

/** A form that is shown filled in, with nothing wrong. */
const begun = (resource: string, values: Readonly<Record<string, string>>): Attempt => ({
  resource,
  values,
  errors: [],
  status: 200,
})

const SAID: Readonly<Record<string, string>> = {
  notes: 'The note is kept.',
  'quarantine-release': 'Released: it is being routed, and the applicant gets their copy.',
  messages: 'The message is on its way.',
  tags: 'The tag is on the case.',
  'tag-removal': 'The tag is off the case.',
  declaration: 'Your declaration is recorded: you have no conflict of interest.',
}
const DONE = new Map(STEPS.map(({ resource }) => [resource, SAID[resource] ?? 'Done.']))
