// Signing in: by a link that is mailed, or by a password; and signing out.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { networkOf } from '../../kernel/subnet.ts'
import { sendPage } from '../../web/views.ts'
import type { Access } from '../access.ts'
import { actorOf, signedIn } from '../guard.ts'
import { ownPath } from '../same-origin.ts'
import { browserOf, checkForm, forgetSession, formToken, keepSession, sessionSecret } from '../session.ts'
import { endSession, sessionOf, signedInWith, strengthenSession } from '../sessions.ts'
import { activeByAddress, type Way } from './come-in.ts'
import { enter, pageAfter } from './enter.ts'
import { askForLink, lookAtLink, useLink } from './links.ts'
import { personWithPassword } from './passwords.ts'
import { secondsToWait, throttle } from './throttle.ts'

export interface SignInDeps {
  db: Db
  clock: Clock
  access: Access
  wake: () => void
}

const open = { config: { policy: 'public' }, schema: { hide: true } } as const
const address = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^@\s]+@[^@\s]+$/)
const asked = z.object({ email: address, next: z.string().max(500).optional() })
const withPassword = asked.extend({ password: z.string().min(1).max(1000) })
const secretOf = z.string().regex(/^[\w-]{43}$/)
const query = z.object({ next: z.string().max(500).optional().catch(undefined) })

/** `/sign-in`, `/sign-in/password`, `/sign-in/link/:secret` and `/sign-out`. */
export const signInPages =
  ({ db, clock, access, wake }: SignInDeps): FastifyPluginAsync =>
  async app => {
    const page = (
      request: FastifyRequest,
      reply: FastifyReply,
      view: string,
      context: object,
      status = 200,
    ) =>
      sendPage(
        reply,
        request,
        `staff/sign-in/views/${view}.njk`,
        {
          errors: [],
          csrf: formToken(request, reply, access),
          singleSignOn: access.oidc !== undefined,
          ...context,
        },
        status,
      )
    const nextIn = (request: FastifyRequest) => ownPath(query.parse(request.query).next)

    app.get('/sign-in', open, async (request, reply) => {
      const secret = sessionSecret(request, access)
      const person = secret === undefined ? undefined : await signedInWith(db, secret, access)
      if (person) return reply.redirect(nextIn(request), 303)
      return page(request, reply, 'address', { email: '', next: nextIn(request) })
    })

    app.post('/sign-in', open, async (request, reply) => {
      checkForm(request, access)
      const form = asked.safeParse(request.body)
      if (!form.success) {
        const errors = [{ field: 'email', message: 'Enter your email address, such as name@example.org.' }]
        return page(request, reply, 'address', { ...typed(request), errors }, 422)
      }
      await throttle(db, 'link-network', networkOf(request.ip))
      // A letter that went out a minute ago is still good: another one is not sent, and the answer is the same.
      const enough = (await secondsToWait(db, 'link-address', form.data.email)) > 0
      const next = ownPath(form.data.next)
      await db.transaction(async tx => {
        const staffId = await activeByAddress(tx, form.data.email)
        await askForLink(tx, { purpose: 'sign-in', staffId: enough ? undefined : staffId, next })
      })
      wake()
      return reply.redirect('/sign-in/sent', 303)
    })

    app.get('/sign-in/sent', open, async (request, reply) => page(request, reply, 'sent', {}))

    app.get('/sign-in/password', open, async (request, reply) =>
      page(request, reply, 'password', { email: '', next: nextIn(request) }),
    )

    app.post('/sign-in/password', open, async (request, reply) => {
      checkForm(request, access)
      const refuse = (message: string) =>
        page(request, reply, 'password', { ...typed(request), errors: [{ field: 'email', message }] }, 422)
      const form = withPassword.safeParse(request.body)
      if (!form.success) return refuse('Enter your email address and your password.')
      const { email, password, next } = form.data
      await throttle(db, 'password-network', networkOf(request.ip))
      const seconds = await secondsToWait(db, 'password-address', email)
      if (seconds > 0) return refuse(`Wait ${seconds} seconds, then try again, or have a link sent to you.`)
      const staffId = await personWithPassword(db, email, password)
      if (staffId === undefined) {
        return refuse(
          'This address and this password do not belong together. Check both, or have a link sent to you.',
        )
      }
      const way = await db.transaction(tx =>
        enter(tx, { staffId, factor: 'password', at: clock.now(), ...browserOf(request, access) }, access),
      )
      return goOn(reply, way, ownPath(next))
    })

    app.get<{ Params: { secret: string } }>('/sign-in/link/:secret', open, async (request, reply) => {
      const secret = secretOf.safeParse(request.params.secret).data
      const found = secret === undefined ? undefined : await lookAtLink(db, secret)
      if (!found) return page(request, reply, 'no-link', {}, 404)
      return page(request, reply, 'link', { secret, ...found })
    })

    app.post('/sign-in/link', open, async (request, reply) => {
      checkForm(request, access)
      await throttle(db, 'use-network', networkOf(request.ip))
      const secret = secretOf.safeParse((request.body as { secret?: unknown } | undefined)?.secret).data
      const entered =
        secret === undefined ? undefined : await db.transaction(tx => enterByLink(tx, request, secret))
      if (!entered) return page(request, reply, 'no-link', {}, 404)
      return goOn(reply, entered.way, entered.next)
    })

    app.post('/sign-out', { ...open, config: { policy: 'signed-in' } }, async (request, reply) => {
      const me = signedIn(request)
      const { sessionId, staffId } = me
      const by = { actor: actorOf(me), at: clock.now() }
      if (sessionId !== null) await db.transaction(tx => endSession(tx, { id: sessionId, staffId, by }))
      forgetSession(reply, access)
      return reply.redirect('/sign-in', 303)
    })

    async function enterByLink(tx: Tx, request: FastifyRequest, secret: string) {
      const link = await useLink(tx, secret)
      if (!link) return undefined
      const next = link.purpose === 'invitation' ? '/desk/account' : ownPath(link.next)
      if (link.purpose !== 'confirm') {
        const { staffId } = link
        const browser = { at: clock.now(), ...browserOf(request, access) }
        return { way: await enter(tx, { staffId, factor: 'link', ...browser }, access), next }
      }
      const cookie = sessionSecret(request, access)
      const session = cookie === undefined ? undefined : await sessionOf(tx, cookie)
      if (session?.id !== link.sessionId || session.stage !== 'open') {
        throw new Problem('not-permitted', 'Open this link in the browser in which you asked for it.')
      }
      const renewed = await strengthenSession(tx, { id: session.id, factor: 'link' }, access)
      return renewed === undefined ? undefined : { way: { secret: renewed, stage: 'open' as const }, next }
    }

    function goOn(reply: FastifyReply, { secret, stage }: Way, next: string) {
      keepSession(reply, access, secret)
      return reply.redirect(pageAfter(stage, next), 303)
    }
  }

// What was typed is not asked for again; a password is.
function typed(request: FastifyRequest): { email: string; next: string } {
  const body = z
    .object({ email: z.string().max(254).catch(''), next: z.string().optional().catch(undefined) })
    .safeParse(request.body)
  return { email: body.data?.email ?? '', next: ownPath(body.data?.next) }
}
