// Work on a case: every transition of the table is a sub-resource, and so are assignment, notes and recusal.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { REFERENCE_PATTERN } from '../kernel/reference.ts'
import { words } from '../kernel/words.ts'
import type { Permission } from '../staff/roles.ts'
import { actorOf, signedIn } from '../staff/guard.ts'
import { addNote } from './add-note.ts'
import { announceDelay } from './announce-delay.ts'
import { assignByPerson } from './assign-by-person.ts'
import { TRANSITIONS, type Transition, type TransitionName } from './lifecycle.ts'
import { recuse } from './recuse.ts'
import type { ServiceStandard } from './service-standard.ts'
import { STATES } from './states.ts'
import type { cases } from './tables.ts'
import { BODY_OF } from './transition-words.ts'
import { moveCase } from './transition.ts'
import { visibleCase } from './visible-cases.ts'

interface Deps {
  db: Db
  clock: Clock
  standard: ServiceStandard
  /** Tells the relay that there is work; called after the commit. */
  wake: () => void
}

export const referenceParams = z.object({
  reference: z.string().regex(REFERENCE_PATTERN).describe('Such as OBS-7K2M4'),
})
const moved = z.object({
  reference: z.string(),
  state: z.enum(STATES),
  version: z.number(),
  dueAt: z.iso.datetime().nullable(),
})
type CaseRow = typeof cases.$inferSelect

export const caseRoutes =
  ({ db, clock, standard, wake }: Deps): FastifyPluginAsyncZod =>
  async app => {
    /** Changes a case that the person may see, in one transaction; the relay is woken after it. */
    async function change(
      request: Parameters<typeof signedIn>[0],
      reference: string,
      how: (
        tx: Tx,
        theCase: CaseRow,
        by: { actor: ReturnType<typeof actorOf>; staffId: string; at: Date },
      ) => Promise<CaseRow | void>,
    ) {
      const me = signedIn(request)
      const result = await db.transaction(async tx => {
        const theCase = await visibleCase(tx, me, reference)
        const changed = await how(tx, theCase, { actor: actorOf(me), staffId: me.staffId, at: clock.now() })
        return changed ?? theCase
      })
      wake()
      return result
    }

    for (const [resource, transitions] of byResource()) {
      const [first] = transitions
      app.post(
        `/api/v1/cases/:reference/${resource}`,
        {
          config: { policy: { permission: first.permission as Permission } },
          schema: {
            operationId: `post-${resource}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
            summary: `Take the transition ${transitions.map(({ name }) => name).join(', ')}: from ${first.from.join(', ')}`,
            tags: ['cases'],
            params: referenceParams,
            body: bodyOf(transitions),
            response: { 200: moved },
          },
        },
        async request => {
          const { outcome, ...body } = request.body as Record<string, string | undefined>
          const transition = transitions.find(candidate => candidate.outcome === outcome) ?? first
          const theCase = await change(request, request.params.reference, (tx, { id: caseId }, by) =>
            moveCase(tx, { caseId, name: transition.name as TransitionName, ...by, body, standard }),
          )
          return { ...theCase, dueAt: theCase.dueAt?.toISOString() ?? null }
        },
      )
    }

    app.post(
      '/api/v1/cases/:reference/assignment',
      {
        config: { policy: { permission: 'case.assign' } },
        schema: {
          operationId: 'postAssignment',
          summary: 'Give the case to a person who has no conflict of interest in it',
          tags: ['cases'],
          params: referenceParams,
          body: z.strictObject({ assigneeId: z.uuid(), why: words(2000).optional() }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { assigneeId, why } = request.body
        await change(request, request.params.reference, (tx, theCase, { actor, at }) =>
          assignByPerson(tx, theCase, { assigneeId, why, actor, at }),
        )
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/api/v1/cases/:reference/notes',
      {
        config: { policy: { permission: 'case.note' } },
        schema: {
          operationId: 'postNote',
          summary: 'Write a note for the staff; it is never sent to an applicant',
          tags: ['cases'],
          params: referenceParams,
          body: z.strictObject({ note: words(8000) }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await change(request, request.params.reference, (tx, { id }, { actor, at }) =>
          addNote(tx, id, { note: request.body.note, actor, at }),
        )
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/api/v1/cases/:reference/delay',
      {
        config: { policy: { permission: 'case.ask' } },
        schema: {
          operationId: 'postDelay',
          summary: 'Tell the applicant, with the reason, that the decision will be late',
          tags: ['cases'],
          params: referenceParams,
          body: z.strictObject({ until: z.iso.date(), reason: words(2000) }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await change(request, request.params.reference, (tx, theCase, { actor, at }) =>
          announceDelay(tx, theCase, { ...request.body, actor, at }, standard),
        )
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/api/v1/cases/:reference/recusal',
      {
        config: { policy: { permission: 'case.read' } },
        schema: {
          operationId: 'postRecusal',
          summary:
            'Step back from a case for a conflict of interest: it goes to somebody else, and you no longer see it',
          tags: ['cases'],
          params: referenceParams,
          body: z.strictObject({ reason: words(2000) }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await change(request, request.params.reference, (tx, theCase, { actor, at, staffId }) =>
          recuse(tx, theCase, { reason: request.body.reason, actor, at, staffId }),
        )
        return reply.code(204).send(null)
      },
    )
  }

function byResource(): Map<string, [Transition, ...Transition[]]> {
  const resources = new Map<string, [Transition, ...Transition[]]>()
  for (const transition of TRANSITIONS as readonly Transition[]) {
    if (transition.resource === undefined) continue
    const others = resources.get(transition.resource)
    if (others) others.push(transition)
    else resources.set(transition.resource, [transition])
  }
  return resources
}

// Transitions that share a resource are told apart by `outcome`.
function bodyOf([first, ...others]: [Transition, ...Transition[]]): z.ZodType {
  if (first.outcome === undefined) return BODY_OF[first.needs]
  const variants = [first, ...others].map(({ outcome = '', needs }) =>
    (BODY_OF[needs] as z.ZodObject).extend({ outcome: z.literal(outcome) }),
  )
  return z.discriminatedUnion('outcome', variants as never)
}
