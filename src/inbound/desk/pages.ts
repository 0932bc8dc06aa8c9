// Mail that came in, on the desk: what a person has to sort, and what came of everything else.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { REFERENCE_PATTERN } from '../../kernel/reference.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { actorOf, signedIn } from '../../staff/guard.ts'
import { mailList, MAIL_VIEWS, type MailCursor, type MailView } from './mail-list.ts'
import { mailPage } from './mail-page.ts'
import { attachMail, discardMail, type Sorting } from './sort-mail.ts'
import { mayRead, visibleMail } from './visible-mail.ts'
import { DISCARD_REASONS, type DiscardReason } from './words.ts'

const config = { policy: { permission: 'mail.sort' } } as const
const hide = true
const params = z.object({ id: z.uuid() })
const typed = z.string().trim().max(200).catch('')
const query = z.object({
  view: z.enum(Object.keys(MAIL_VIEWS) as [MailView]).catch('sort'),
  after: typed,
  done: typed,
})
const cursor = z.tuple([z.iso.datetime(), z.uuid()])
const DONE: Readonly<Record<string, string>> = {
  attached: 'The message is on the case.',
  discarded: 'The message is discarded.',
}
const reasons = Object.keys(DISCARD_REASONS) as [DiscardReason]

/** `/desk/mail`. */
export const mailPages =
  (deps: Sorting): FastifyPluginAsyncZod =>
  async app => {
    const { db } = deps

    app.get('/desk/mail', { config, schema: { hide } }, async (request, reply) => {
      const { view, after, done } = query.parse(request.query)
      const context = await mailList(db, signedIn(request), view, cursorIn(after))
      return sendDeskPage(reply, request, 'inbound/desk/views/list.njk', {
        ...context,
        done: DONE[done] ?? '',
      })
    })

    app.get('/desk/mail/:id', { config, schema: { hide, params } }, async (request, reply) =>
      show(request, reply, request.params.id),
    )

    app.get('/desk/mail/:id/original', { config, schema: { hide, params } }, async (request, reply) => {
      const me = signedIn(request)
      const { raw, caseId, id } = await visibleMail(db, me, request.params.id)
      if (raw === null || !(await mayRead(db, me, caseId)))
        throw new Problem('not-found', 'The original message is no longer kept, or you may not open it.')
      return reply
        .type('application/octet-stream')
        .headers({
          'content-disposition': `attachment; filename="${id}.eml"`,
          'content-security-policy': "default-src 'none'; sandbox",
        })
        .send(raw)
    })

    const fields = z.object({ reference: typed, asAnswer: typed })
    app.post(
      '/desk/mail/:id/attachment',
      { config, schema: { hide, params, body: fields } },
      async (request, reply) => {
        const { id } = request.params
        const reference = request.body.reference.toUpperCase()
        const asAnswer = request.body.asAnswer === 'yes'
        if (!REFERENCE_PATTERN.test(reference))
          return show(request, reply, id, { reference, asAnswer, message: 'Enter a reference as OBS-7K2M4.' })
        try {
          await attachMail(deps, by(request), id, { reference, asAnswer })
        } catch (error) {
          if (!(error instanceof Problem) || !isMendable(error)) throw error
          return show(request, reply, id, { reference, asAnswer, message: told(error, reference) })
        }
        return reply.redirect('/desk/mail?done=attached', 303)
      },
    )

    app.post(
      '/desk/mail/:id/discard',
      {
        config,
        schema: { hide, params, body: z.object({ reason: z.enum(reasons).catch('not-for-us') }) },
      },
      async (request, reply) => {
        await discardMail(deps, by(request), request.params.id, request.body.reason)
        return reply.redirect('/desk/mail?done=discarded', 303)
      },
    )

    async function show(request: FastifyRequest, reply: FastifyReply, id: string, wrong?: Wrong) {
      const context = await mailPage(db, signedIn(request), id)
      const errors = wrong ? [{ field: 'reference', message: wrong.message }] : []
      const given = wrong ?? { reference: context.mail.reference ?? '', asAnswer: true }
      const shown = { ...context, errors, given }
      return sendDeskPage(reply, request, 'inbound/desk/views/message.njk', shown, wrong ? 422 : 200)
    }
  }

interface Wrong {
  reference: string
  asAnswer: boolean
  message: string
}

const by = (request: FastifyRequest) => {
  const me = signedIn(request)
  return { me, actor: actorOf(me) }
}

const isMendable = ({ code }: Problem) =>
  ['not-found', 'declaration-needed', 'transition-not-allowed'].includes(code)

const told = ({ code, message }: Problem, reference: string): string => {
  if (code === 'declaration-needed')
    return `Open ${reference} first and declare that you have no conflict of interest.`
  return code === 'not-found' ? 'There is no such case among those that you may see.' : message
}

function cursorIn(after: string): MailCursor | undefined {
  const parsed = cursor.safeParse(after.split('_'))
  return parsed.success ? { at: new Date(parsed.data[0]), id: parsed.data[1] } : undefined
}
