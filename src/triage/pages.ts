// The desk in the browser: the inbox, one page for each case, and the steps that are taken on it.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { and } from 'drizzle-orm'
import { z } from 'zod'
import { Problem } from '../kernel/problem.ts'
import { referenceParams } from '../cases/routes.ts'
import { STEPS, type Step } from '../cases/steps.ts'
import { takeStep, type StepDeps } from '../cases/take-step.ts'
import { visibleCase, visibleTo } from '../cases/visible-cases.ts'
import type { Form } from '../forms/define-form.ts'
import { countryName } from '../roster/names.ts'
import { sendDeskPage } from '../staff/desk-page.ts'
import { signedIn } from '../staff/guard.ts'
import { staffNames } from '../staff/people.ts'
import { caseFilters, caseList } from './case-list.ts'
import { casePage, type Attempt, type CasePageDeps } from './case-page.ts'
import { INBOX_VIEWS, inboxCounts, viewerOf } from './inbox-views.ts'
import { searchCondition } from './search.ts'
import { stateLabel, stateTone } from './state-words.ts'

type Deps = CasePageDeps & StepDeps & { forms: readonly Form[] }

const [OPEN] = INBOX_VIEWS
const config = { policy: { permission: 'case.read' } } as const
const hidden = { hide: true } as const
const inboxQuery = z.object({
  view: z
    .enum(INBOX_VIEWS.map(({ name }) => name))
    .default('open')
    .catch('open'),
  q: z
    .string()
    .max(100)
    .refine(text => !text.includes('\u0000') && text.isWellFormed())
    .default('')
    .catch(''),
  after: z.string().max(200).optional(),
})
const fields = z.record(z.string().max(40), z.string().max(20_000))

export const triagePages =
  (deps: Deps): FastifyPluginAsyncZod =>
  async app => {
    const { db, clock, forms } = deps

    app.get(
      '/desk/cases',
      { config, schema: { ...hidden, querystring: inboxQuery } },
      async (request, reply) => {
        const me = signedIn(request)
        const { q, after } = request.query
        const view = INBOX_VIEWS.find(({ name }) => name === request.query.view) ?? OPEN
        if (!view) throw new Error('The inbox has no views.')
        const now = clock.now()
        const [visible, viewer, names] = await Promise.all([
          visibleTo(db, me),
          viewerOf(db, me.staffId, now),
          staffNames(db),
        ])
        const wanted = and(visible, view.where(viewer), searchCondition(q))
        const filters = caseFilters.parse({ ...(after !== undefined && { after }) })
        const [{ items, next }, counts] = await Promise.all([
          caseList(db, wanted, me.staffId, filters),
          inboxCounts(db, visible, viewer),
        ])
        const address = new URLSearchParams({
          view: view.name,
          ...(q && { q }),
          ...(next && { after: next }),
        })
        return sendDeskPage(reply, request, 'triage/views/inbox.njk', {
          view: { name: view.name, label: view.label },
          views: INBOX_VIEWS.map(({ name, label }) => ({ name, label, count: counts[name] ?? 0 })),
          q,
          next: next === null ? null : `/desk/cases?${address.toString()}`,
          empty: q ? `Nothing matches “${q}”.` : 'Nothing waits here.',
          rows: items.map(item => ({
            ...item,
            form: kindLabel(forms, item.form),
            place: item.country === null ? '' : countryName(item.country, 'en'),
            state: stateLabel(item.state),
            tone: stateTone(item.state),
            late: item.dueAt !== null && item.dueAt < now,
            assignee:
              item.assigneeId === null
                ? 'Nobody yet'
                : (names.get(item.assigneeId) ?? 'Somebody who has left'),
          })),
        })
      },
    )

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
        const me = signedIn(request)
        const theCase = await visibleCase(db, me, request.params.reference)
        const done = DONE.get(request.query.done ?? '') ?? null
        const context = await casePage(deps, me, theCase)
        return sendDeskPage(reply, request, 'triage/views/case.njk', { ...context, done })
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
          const me = signedIn(request)
          const { reference } = request.params
          const { _csrf, ...values } = request.body
          const attempt = await attemptStep(deps, me, reference, step, values)
          if (attempt === undefined) {
            const seesItStill = step.resource !== 'recusal'
            return reply.redirect(
              seesItStill ? `/desk/cases/${reference}?done=${step.resource}` : '/desk/cases',
              303,
            )
          }
          const theCase = await visibleCase(db, me, reference)
          const context = await casePage(deps, me, theCase, attempt)
          return sendDeskPage(
            reply,
            request,
            'triage/views/case.njk',
            { ...context, done: null },
            attempt.status,
          )
        },
      )
    }
  }

const KIND = { observer: 'Observer application', support: 'Support request' } as const

function kindLabel(forms: readonly Form[], name: string): string {
  const form = forms.find(candidate => candidate.name === name)
  return form ? KIND[form.kind] : name
}

const DONE = new Map(
  STEPS.map(({ resource }) => [resource, resource === 'notes' ? 'The note is kept.' : 'Done.']),
)

// What was typed is kept whatever is wrong with it: a field, or that somebody else was first.
async function attemptStep(
  deps: Deps,
  me: ReturnType<typeof signedIn>,
  reference: string,
  step: Step,
  values: Record<string, string>,
): Promise<(Attempt & { status: number }) | undefined> {
  const { resource } = step
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))
  const parsed = step.body.safeParse(given)
  if (!parsed.success) {
    const errors = parsed.error.issues.map(issue => ({
      name: String(issue.path[0] ?? ''),
      message: messageFor(String(issue.path[0] ?? ''), given),
    }))
    return { resource, values, errors, status: 422 }
  }
  try {
    await takeStep(deps, me, reference, step, parsed.data)
    return undefined
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404) throw error
    const named = error.errors?.map(({ pointer, message }) => ({ name: pointer.slice(1), message }))
    return { resource, values, errors: named ?? [{ name: '', message: error.message }], status: error.status }
  }
}

function messageFor(name: string, given: Record<string, string>): string {
  if (name === '') return 'Something was sent that this step does not ask for.'
  const label = name.replace(/([A-Z])/g, ' $1').toLowerCase()
  return given[name] === undefined ? `Fill in: ${label}.` : `Look at this again: ${label}.`
}
