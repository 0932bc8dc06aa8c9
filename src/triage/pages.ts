// The inbox in the browser; a case's own page is in case/pages.ts.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { and } from 'drizzle-orm'
import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import { visibleTo } from '../cases/visible-cases.ts'
import type { Form } from '../forms/define-form.ts'
import { countryName } from '../roster/names.ts'
import { sendDeskPage } from '../staff/desk-page.ts'
import { signedIn } from '../staff/guard.ts'
import { staffNames } from '../staff/people.ts'
import { caseFilters, caseList } from './case-list.ts'
import { INBOX_VIEWS, inboxCounts, viewerOf } from './inbox-views.ts'
import { searchCondition } from './search.ts'
import { stateLabel, stateTone } from './state-words.ts'

interface Deps {
  db: Db
  clock: Clock
  forms: readonly Form[]
}

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
  }

const KIND = { observer: 'Observer application', support: 'Support request' } as const

function kindLabel(forms: readonly Form[], name: string): string {
  const form = forms.find(candidate => candidate.name === name)
  return form ? KIND[form.kind] : name
}
