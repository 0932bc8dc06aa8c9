import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import { referenceParams } from '../cases/routes.ts'
import type { StandardAt } from '../cases/standards.ts'
import { STATES } from '../cases/states.ts'
import { auditableCase, readableCase, visibleTo } from '../cases/visible-cases.ts'
import { FILE_KINDS, SCAN_STATES } from '../documents/kinds.ts'
import type { Form } from '../forms/define-form.ts'
import { ASSESSMENTS } from '../forms/review.ts'
import type { CachedReference } from '../roster/cached-reference.ts'
import { signedIn } from '../staff/guard.ts'
import { caseFilters } from './case-filters.ts'
import { auditTrail, caseView } from './case-view.ts'
import { findCases } from './find-cases.ts'
import { viewerOf } from './inbox-views.ts'

interface Deps {
  db: Db
  clock: Clock
  reference: CachedReference
  standard: StandardAt
  forms: readonly Form[]
}

const moment = z.iso.datetime()
const item = z.object({
  id: z.uuid(),
  reference: z.string(),
  form: z.string(),
  state: z.enum(STATES),
  receivedAt: moment,
  dueAt: moment.nullable(),
  organisation: z.string(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  jurisdiction: z.string().nullable(),
  language: z.string(),
  teamId: z.string().nullable(),
  assigneeId: z.uuid().nullable(),
  tags: z.array(z.string()),
})
// What a form asks differs from form to form: see `GET /api/v1/forms/{form}`.
const open = z.record(z.string(), z.unknown())
const caseAnswer = z.object({
  reference: z.string(),
  form: z.string(),
  state: z.enum(STATES),
  version: z.number(),
  whoseMove: z.string(),
  publicStatus: z.string(),
  receivedAt: moment,
  dueAt: moment.nullable(),
  decisionClock: z.object({ dueAt: moment.nullable(), arithmetic: z.string() }),
  assigneeId: z.uuid().nullable(),
  teamId: z.string().nullable(),
  tags: z.array(z.string()),
  applicant: open,
  answers: open.nullable().describe('As they were sent'),
  document: open
    .nullable()
    .describe('Questions as they were worded, with the answers as a person reads them'),
  quarantine: z
    .array(z.object({ signal: z.string(), reason: z.string() }))
    .nullable()
    .describe('Why it is held for a person as possible spam; null where it is not'),
  documents: z
    .array(
      z.object({
        id: z.uuid().describe('GET /api/v1/cases/{reference}/documents/{id}'),
        name: z.string(),
        kind: z.enum(FILE_KINDS),
        size: z.number(),
        sha256: z.string(),
        scan: z.enum(SCAN_STATES).describe('Only what is clean, or unscanned, is handed out'),
        createdAt: moment,
      }),
    )
    .describe('Files that came with the form or with an answer'),
  routing: z.array(
    z.object({ sequence: z.number(), decidedAt: moment, explanation: z.string(), decision: open }),
  ),
  review: z.object({
    criteria: z.array(z.object({ code: z.string(), label: z.string() })),
    suggestedRecommendations: z.number().describe('A suggestion: it holds up no decision'),
    fourEyes: z.boolean().describe('Whether someone other than the decider has to recommend'),
  }),
  reviewers: z.array(z.uuid()).describe('Who else was asked for a recommendation'),
  recommendations: z
    .array(
      z.object({
        staffId: z.uuid(),
        at: moment,
        recommendation: z.string(),
        criteria: z.record(z.string(), z.enum(ASSESSMENTS)),
        reason: z.string().nullable(),
      }),
    )
    .describe('The newest of each reviewer, in the review that is going on'),
  nextSteps: z.array(
    z.object({
      name: z.string(),
      resource: z.string().describe('POST to /api/v1/cases/{reference}/{resource}'),
      outcome: z.string().nullable(),
      needs: z.string(),
      to: z.enum(STATES),
    }),
  ),
})
const auditEntry = z.object({
  position: z.number(),
  type: z.string(),
  at: moment,
  actor: open,
  details: open,
  words: z
    .record(z.string(), z.string())
    .nullable()
    .describe('What a person wrote; null when nothing, or erased'),
  hash: z.string(),
})
const policy = { policy: { permission: 'case.read' } } as const

/** The desk as an API: the list, one case, and what happened on it. */
export const triageRoutes =
  ({ db, clock, reference, standard, forms }: Deps): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/api/v1/cases',
      {
        config: policy,
        schema: {
          operationId: 'listCases',
          summary: 'The cases that you may see, a page at a time',
          tags: ['cases'],
          querystring: caseFilters,
          response: { 200: z.object({ items: z.array(item), next: z.string().nullable() }) },
        },
      },
      async request => {
        const me = signedIn(request)
        const viewer = await viewerOf(db, me.staffId, clock.now())
        const { items, next } = await findCases(
          { db, visible: await visibleTo(db, me), viewer },
          request.query,
        )
        return {
          items: items.map(row => ({
            ...row,
            receivedAt: row.receivedAt.toISOString(),
            dueAt: row.dueAt?.toISOString() ?? null,
          })),
          next,
        }
      },
    )

    app.get(
      '/api/v1/cases/:reference',
      {
        config: policy,
        schema: {
          operationId: 'readCase',
          summary: 'Everything about one case, and what you can do with it now',
          tags: ['cases'],
          params: referenceParams,
          response: { 200: caseAnswer },
        },
      },
      async request => {
        const me = signedIn(request)
        const theCase = await readableCase(db, me, request.params.reference)
        const reading = { db, reference, standard, now: clock.now(), language: me.language, forms, me }
        return caseView(reading, theCase)
      },
    )

    app.get(
      '/api/v1/cases/:reference/audit-trail',
      {
        config: { policy: 'signed-in' },
        schema: {
          operationId: 'readAuditTrail',
          summary: 'Who did what on the case, when and why; each entry’s hash covers the one before',
          tags: ['audit'],
          params: referenceParams,
          querystring: z.strictObject({
            after: z.coerce.number().int().min(0).default(0).describe('The position after which to continue'),
            limit: z.coerce.number().int().min(1).max(500).default(100),
          }),
          response: { 200: z.object({ items: z.array(auditEntry) }) },
        },
      },
      async request => {
        const theCase = await auditableCase(db, signedIn(request), request.params.reference)
        return { items: await auditTrail(db, theCase.id, request.query) }
      },
    )
  }
