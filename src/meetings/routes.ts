// Meetings by the API: the same verbs as the desk's pages. Access needs are read on the desk only, by a person.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { candidates } from './candidates.ts'
import { invitationsTo } from './invited.ts'
import { invite, withdrawInvitation } from './invite.ts'
import { meetingList, meetingWith, VIEWS, type Meeting } from './meeting-list.ts'
import { organiserOf, organising, type MeetingDeps } from './organising.ts'
import { cancelMeeting, changeMeeting, planMeeting } from './plan-meeting.ts'
import {
  cancellationBody,
  candidateShape,
  changeBody,
  invitationsBody,
  meetingBody,
  meetingParams as params,
  meetingShape,
  meetingWithInvitations,
  withdrawalBody,
} from './shapes.ts'

const config = { policy: { permission: 'meeting.organise' } } as const
const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['meetings'] })
const done = z.null().describe('Done')
const MEETINGS = '/api/v1/meetings'
const MEETING = `${MEETINGS}/:meetingId`

/** Meetings, and who is invited to them. */
export const meetingRoutes =
  (deps: MeetingDeps): FastifyPluginAsyncZod =>
  async app => {
    const { db, clock } = deps
    const organise = organising(deps)

    app.get(
      MEETINGS,
      {
        config,
        schema: {
          ...about('listMeetings', 'Meetings that are to come, or past ones'),
          querystring: z.strictObject({ view: z.enum(VIEWS).default('upcoming') }),
          response: { 200: z.object({ items: z.array(meetingShape) }) },
        },
      },
      async ({ query }) => ({ items: (await meetingList(db, query.view, clock.now())).map(shown) }),
    )

    app.post(
      MEETINGS,
      {
        config,
        schema: {
          ...about('planMeeting', 'Plan a meeting; nobody is told yet'),
          body: meetingBody,
          response: { 201: z.object({ id: z.uuid() }) },
        },
      },
      async (request, reply) =>
        reply.code(201).send({ id: await organise(request, (tx, by) => planMeeting(tx, request.body, by)) }),
    )

    app.get(
      MEETING,
      {
        config,
        schema: {
          ...about('readMeeting', 'A meeting, and who is invited to it'),
          params,
          response: { 200: meetingWithInvitations },
        },
      },
      async request => {
        const { meetingId } = request.params
        const meeting = await meetingWith(db, meetingId)
        const invitations = await invitationsTo(db, organiserOf(request, clock), meetingId)
        return {
          ...shown(meeting),
          invitations: invitations.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
        }
      },
    )

    app.put(
      MEETING,
      {
        config,
        schema: {
          ...about(
            'changeMeeting',
            'Change a meeting; everybody invited is told what is another than before',
          ),
          params,
          body: changeBody,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        await organise(request, (tx, by) => changeMeeting(tx, request.params.meetingId, request.body, by))
        return reply.code(204).send(null)
      },
    )

    app.post(
      `${MEETING}/cancellation`,
      {
        config,
        schema: {
          ...about('cancelMeeting', 'Cancel a meeting; everybody invited is told, with the reason'),
          params,
          body: cancellationBody,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        const { reason } = request.body
        await organise(request, (tx, by) => cancelMeeting(tx, request.params.meetingId, reason, by))
        return reply.code(204).send(null)
      },
    )

    app.get(
      `${MEETING}/candidates`,
      {
        config,
        schema: {
          ...about('listMeetingCandidates', 'Who can be invited to the meeting and is not'),
          params,
          response: { 200: z.object({ items: z.array(candidateShape) }) },
        },
      },
      async request => {
        const { id } = await meetingWith(db, request.params.meetingId)
        return { items: await candidates(db, organiserOf(request, clock), id) }
      },
    )

    app.post(
      `${MEETING}/invitations`,
      {
        config,
        schema: {
          ...about(
            'inviteToMeeting',
            'Invite observers, all or none; who is invited already is told nothing',
          ),
          params,
          body: invitationsBody,
          response: {
            200: z.object({ invited: z.int().describe('How many are invited now and were not before') }),
          },
        },
      },
      async request => {
        const { references } = request.body
        const { meetingId } = request.params
        return { invited: await organise(request, (tx, by) => invite(tx, meetingId, references, by)) }
      },
    )

    app.post(
      `${MEETING}/invitation-withdrawals`,
      {
        config,
        schema: {
          ...about('withdrawInvitation', 'Take an invitation back; the applicant is told'),
          params,
          body: withdrawalBody,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        const { reference } = request.body
        await organise(request, (tx, by) => withdrawInvitation(tx, request.params.meetingId, reference, by))
        return reply.code(204).send(null)
      },
    )
  }

const shown = ({ startsAt, endsAt, ...meeting }: Meeting & { invited: number }) => ({
  ...meeting,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})
