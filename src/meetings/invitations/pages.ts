// Who is invited to a meeting, on the desk, and what has to be prepared for them.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { REFERENCE_PATTERN } from '../../kernel/reference.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { candidates } from '../candidates.ts'
import { invite, withdrawInvitation } from '../invite.ts'
import { readNeeds } from '../invited.ts'
import { meetingWith } from '../meeting-list.ts'
import { candidatesPage, needsPage } from '../meeting-page.ts'
import { organiserOf, organising, type MeetingDeps } from '../organising.ts'
import { invitationsBody, meetingParams, withdrawalBody } from '../shapes.ts'

const one = {
  config: { policy: { permission: 'meeting.organise' } },
  schema: { hide: true, params: meetingParams },
} as const
const MEETING = '/desk/meetings/:meetingId'
const reference = z.string().regex(REFERENCE_PATTERN)
const chosen = z.object({
  all: z.string().optional(),
  reference: z.union([reference.transform(single => [single]), z.array(reference)]).default([]),
})

/** `/desk/meetings/…/invitations` and `…/needs`. */
export const invitationPages =
  (deps: MeetingDeps): FastifyPluginAsyncZod =>
  async app => {
    const { db, clock } = deps
    const organise = organising(deps)

    app.get(`${MEETING}/invitations`, one, async (request, reply) => sendCandidates(request, reply))

    app.post(`${MEETING}/invitations`, one, async (request, reply) => {
      const { meetingId } = request.params
      await meetingWith(db, meetingId)
      const parsed = invitationsBody.safeParse({ references: await referencesIn(request) })
      if (!parsed.success) return sendCandidates(request, reply, 'Choose at least one observer.')
      try {
        await organise(request, (tx, by) => invite(tx, meetingId, parsed.data.references, by))
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'invalid-fields') throw error
        return sendCandidates(request, reply, error.message)
      }
      return reply.redirect(`/desk/meetings/${meetingId}?done=invited`, 303)
    })

    app.post(`${MEETING}/invitation-withdrawals`, one, async (request, reply) => {
      const { meetingId } = request.params
      await meetingWith(db, meetingId)
      const parsed = withdrawalBody.safeParse(request.body)
      if (!parsed.success) throw new Problem('invalid-fields', 'Name the case: go back to the meeting.')
      await organise(request, (tx, by) => withdrawInvitation(tx, meetingId, parsed.data.reference, by))
      return reply.redirect(`/desk/meetings/${meetingId}?done=withdrawn`, 303)
    })

    app.get(`${MEETING}/needs`, one, async (request, reply) => {
      const meeting = await meetingWith(db, request.params.meetingId)
      const needs = await organise(request, (tx, by) => readNeeds(tx, meeting.id, by))
      return sendDeskPage(reply, request, 'meetings/views/needs.njk', needsPage(meeting, needs))
    })

    async function referencesIn(request: MeetingRequest): Promise<string[]> {
      const given = chosen.safeParse(request.body)
      if (given.data?.all === undefined) return given.data?.reference ?? []
      const everybody = await candidates(db, signedIn(request), request.params.meetingId)
      return everybody.map(candidate => candidate.reference)
    }

    async function sendCandidates(request: MeetingRequest, reply: FastifyReply, message?: string) {
      const me = organiserOf(request, clock)
      const context = await candidatesPage(db, me, request.params.meetingId)
      const errors = message === undefined ? [] : [{ field: 'observers', message }]
      const shown = { ...context, errors }
      return sendDeskPage(reply, request, 'meetings/views/invitations.njk', shown, message ? 422 : 200)
    }
  }

type MeetingRequest = FastifyRequest<{ Params: z.infer<typeof meetingParams> }>
