// Meetings on the desk: planned, changed and cancelled.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '../kernel/problem.ts'
import { sendDeskPage } from '../staff/desk-page.ts'
import { signedIn } from '../staff/guard.ts'
import { bodyFrom, emptyForm, formOf, typedIn, type Typed, type Wrong } from './meeting-form.ts'
import { meetingList, meetingWith, VIEWS } from './meeting-list.ts'
import { hasEnded, listPage, meetingPage } from './meeting-page.ts'
import { organiserOf, organising, type MeetingDeps } from './organising.ts'
import { cancelMeeting, changeMeeting, planMeeting } from './plan-meeting.ts'
import { cancellationBody, meetingParams } from './shapes.ts'

const config = { policy: { permission: 'meeting.organise' } } as const
const hide = true
const one = { config, schema: { hide, params: meetingParams } } as const
const AT = '/desk/meetings'
const MEETING = `${AT}/:meetingId`
const query = z.object({ view: z.enum(VIEWS).catch('upcoming'), done: z.string().max(40).catch('') })
const DONE: Readonly<Record<string, string>> = {
  planned: 'The meeting is planned. Nobody is invited yet.',
  changed: 'The meeting is changed. Everybody invited is told what is another than before.',
  cancelled: 'The meeting is cancelled. Everybody invited is told.',
  invited: 'The invitations are on their way.',
  withdrawn: 'The invitation is taken back, and the applicant is told.',
}

/** `/desk/meetings`. */
export const meetingPages =
  (deps: MeetingDeps): FastifyPluginAsyncZod =>
  async app => {
    const { db, clock } = deps
    const organise = organising(deps)

    app.get(AT, { config, schema: { hide } }, async (request, reply) => {
      const { view, done } = query.parse(request.query)
      const context = listPage(await meetingList(db, view, clock.now()), view)
      return sendDeskPage(reply, request, 'meetings/views/list.njk', { ...context, done: DONE[done] ?? '' })
    })

    app.get(`${AT}/new`, { config, schema: { hide } }, async (request, reply) =>
      sendForm(request, reply, { typed: emptyForm(signedIn(request).timeZone) }),
    )

    app.post(AT, { config, schema: { hide } }, async (request, reply) => {
      const typed = typedIn(request.body)
      return attempt(request, reply, { typed }, async body => {
        const id = await organise(request, (tx, by) => planMeeting(tx, body, by))
        return reply.redirect(`${AT}/${id}?done=planned`, 303)
      })
    })

    app.get(MEETING, one, async (request, reply) => sendMeeting(request, reply))

    app.get(`${MEETING}/change`, one, async (request, reply) => {
      const meeting = await meetingWith(db, request.params.meetingId)
      if (hasEnded(meeting, clock.now())) return reply.redirect(`${AT}/${meeting.id}`, 303)
      return sendForm(request, reply, { typed: formOf(meeting), meeting })
    })

    app.post(`${MEETING}/change`, one, async (request, reply) => {
      const meeting = await meetingWith(db, request.params.meetingId)
      const typed = typedIn(request.body)
      const version = versionIn(request.body)
      return attempt(request, reply, { typed, meeting: { ...meeting, version } }, async body => {
        await organise(request, (tx, by) => changeMeeting(tx, meeting.id, { ...body, version }, by))
        return reply.redirect(`${AT}/${meeting.id}?done=changed`, 303)
      })
    })

    app.post(`${MEETING}/cancellation`, one, async (request, reply) => {
      const { meetingId } = request.params
      const parsed = cancellationBody.safeParse(request.body)
      if (!parsed.success) {
        await meetingWith(db, meetingId)
        return sendMeeting(request, reply, [{ field: 'reason', message: 'Write why it is cancelled.' }])
      }
      await organise(request, (tx, by) => cancelMeeting(tx, meetingId, parsed.data.reason, by))
      return reply.redirect(`${AT}/${meetingId}?done=cancelled`, 303)
    })

    async function sendMeeting(request: MeetingRequest, reply: FastifyReply, errors: Wrong[] = []) {
      const { done } = query.parse(request.query)
      const context = await meetingPage(db, organiserOf(request, clock), request.params.meetingId)
      const typed = typedReason(request.body)
      const shown = { ...context, errors, reason: typed, done: DONE[done] ?? '' }
      return sendDeskPage(reply, request, 'meetings/views/meeting.njk', shown, errors.length > 0 ? 422 : 200)
    }
  }

type MeetingRequest = FastifyRequest<{ Params: z.infer<typeof meetingParams> }>

interface Form {
  typed: Typed
  meeting?: { id: string; title: string; version: number; invited: number }
  errors?: Wrong[]
}

const sendForm = (request: FastifyRequest, reply: FastifyReply, { typed, meeting, errors = [] }: Form) =>
  sendDeskPage(
    reply,
    request,
    'meetings/views/form.njk',
    { typed, meeting: meeting ?? null, errors },
    errors.length > 0 ? 422 : 200,
  )

/** Does what the form asks for, or shows it again with what is wrong. */
async function attempt(
  request: FastifyRequest,
  reply: FastifyReply,
  form: Form,
  act: (body: Extract<ReturnType<typeof bodyFrom>, { body: object }>['body']) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const read = bodyFrom(form.typed)
  if ('errors' in read) return sendForm(request, reply, { ...form, errors: read.errors })
  try {
    return await act(read.body)
  } catch (error) {
    const [first] = error instanceof Problem ? (error.errors ?? []) : []
    if (!first) throw error
    const errors = [{ field: first.pointer.slice(1), message: first.message }]
    return sendForm(request, reply, { ...form, errors })
  }
}

const versionIn = (body: unknown): number =>
  z.object({ version: z.coerce.number().int() }).safeParse(body).data?.version ?? 0
const typedReason = (body: unknown): string =>
  z.object({ reason: z.string() }).safeParse(body).data?.reason ?? ''
