// One case in the browser: first the declaration, then everything on one page, and the steps that are taken on it.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { hasDeclared } from '../../cases/declare.ts'
import { referenceParams } from '../../cases/routes.ts'
import { STEPS } from '../../cases/steps.ts'
import type { StepDeps } from '../../cases/take-step.ts'
import { visibleCase } from '../../cases/visible-cases.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { attemptStep, type Attempt } from './attempt-step.ts'
import { casePage, type CasePageDeps } from './case-page.ts'
import { declarationPage } from './declaration-page.ts'

type Deps = CasePageDeps & StepDeps

const config = { policy: { permission: 'case.read' } } as const
const hidden = { hide: true } as const
const fields = z.record(z.string().max(60), z.string().max(20_000))

export const casePages =
  (deps: Deps): FastifyPluginAsyncZod =>
  async app => {
    const { db } = deps

    app.get(
      '/desk/cases/:reference',
      {
        config,
        schema: {
          ...hidden,
          params: referenceParams,
          querystring: z.object({ done: z.string().optional().catch('') }),
        },
      },
      async (request, reply) => {
        const done = DONE.get(request.query.done ?? '') ?? null
        return sendCase(request, reply, request.params.reference, { done })
      },
    )

    for (const step of STEPS) {
      app.post(
        `/desk/cases/:reference/${step.resource}`,
        {
          config: { policy: { permission: step.permission } },
          schema: { ...hidden, params: referenceParams, body: fields },
        },
        async (request, reply) => {
          const { reference } = request.params
          const attempt = await attemptStep(deps, signedIn(request), reference, step, request.body)
          if (attempt) return sendCase(request, reply, reference, { attempt })
          const steppedBack = step.resource === 'recusal' || request.body['conflict'] === 'yes'
          return reply.redirect(
            steppedBack ? '/desk/cases' : `/desk/cases/${reference}?done=${step.resource}`,
            303,
          )
        },
      )
    }

    async function sendCase(
      request: FastifyRequest,
      reply: FastifyReply,
      reference: string,
      { attempt, done = null }: { attempt?: Attempt; done?: string | null },
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

const SAID: Readonly<Record<string, string>> = {
  notes: 'The note is kept.',
  declaration: 'Your declaration is recorded: you have no conflict of interest.',
}
const DONE = new Map(STEPS.map(({ resource }) => [resource, SAID[resource] ?? 'Done.']))
