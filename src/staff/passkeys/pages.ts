// A passkey on the way in: by itself, as the second factor, or added where a role requires one.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../kernel/problem.ts'
import { networkOf } from '../../kernel/subnet.ts'
import { sendPage } from '../../web/views.ts'
import { ownPath } from '../same-origin.ts'
import { browserOf, checkForm, formToken, keepSession, sessionSecret } from '../session.ts'
import { sessionOf, type ComingIn } from '../sessions.ts'
import { comeInFurther } from '../sign-in/come-in.ts'
import { enter } from '../sign-in/enter.ts'
import type { SignInDeps } from '../sign-in/pages.ts'
import { requireNoFactor } from '../second-factor/own-factors.ts'
import { throttle } from '../sign-in/throttle.ts'
import { addPasskey, askForNewPasskey } from './add.ts'
import { acceptPasskey, askForPasskey } from './prove.ts'
import { additionForm, proofForm } from './forms.ts'

const open = { config: { policy: 'public' }, schema: { hide: true } } as const
const TOO_LONG = 'This took too long. Sign in again.'
const WRONG =
  'This passkey did not open the desk. Sign in another way, and look at your passkeys in your account.'

/** `/sign-in/passkey` and `/sign-in/set-up/passkey`, each with the options that the browser asks for first. */
export const passkeyPages =
  ({ db, clock, access }: SignInDeps): FastifyPluginAsync =>
  async app => {
    async function comingIn(request: FastifyRequest): Promise<ComingIn | undefined> {
      const secret = sessionSecret(request, access)
      return secret === undefined ? undefined : sessionOf(db, secret)
    }
    async function settingUp(request: FastifyRequest): Promise<ComingIn> {
      const session = await comingIn(request)
      if (session?.stage !== 'set-up') throw new Problem('not-signed-in', TOO_LONG)
      return session
    }
    // Somebody half-way in shows the passkey of their own; else whichever the browser has says who it is.
    async function halfWay(request: FastifyRequest): Promise<ComingIn | undefined> {
      const session = await comingIn(request)
      return session?.stage === 'second-factor' ? session : undefined
    }
    async function guard(request: FastifyRequest): Promise<void> {
      checkForm(request, access)
      await throttle(db, 'use-network', networkOf(request.ip))
    }

    app.post('/sign-in/passkey/options', open, async (request, reply) => {
      await guard(request)
      const session = await halfWay(request)
      const whose = session && { staffId: session.staffId, sessionId: session.id }
      return reply.send(await askForPasskey(db, { purpose: 'sign-in', ...whose }, access))
    })

    app.post('/sign-in/passkey', open, async (request, reply) => {
      await guard(request)
      const session = await halfWay(request)
      const { response, next } = proofForm.parse(request.body ?? {})
      const at = clock.now()
      const secret = await db.transaction(async tx => {
        const asked = { purpose: 'sign-in', sessionId: session?.id } as const
        const staffId = await acceptPasskey(tx, response, asked, access)
        if (staffId === undefined) return undefined
        if (session?.staffId === staffId) return comeInFurther(tx, session, { factor: 'passkey', at }, access)
        if (session) return undefined
        const way = await enter(tx, { staffId, factor: 'passkey', at, ...browserOf(request, access) }, access)
        return way.secret
      })
      if (secret === undefined) throw new Problem('not-permitted', WRONG)
      keepSession(reply, access, secret)
      return reply.redirect(ownPath(next), 303)
    })

    app.post('/sign-in/set-up/passkey/options', open, async (request, reply) => {
      await guard(request)
      const { id: sessionId, staffId } = await settingUp(request)
      return reply.send(await askForNewPasskey(db, { staffId, sessionId }, access))
    })

    app.post('/sign-in/set-up/passkey', open, async (request, reply) => {
      await guard(request)
      const session = await settingUp(request)
      const { id: sessionId, staffId } = session
      const { response: given, name, next } = additionForm(request)
      const at = clock.now()
      const by = { actor: { kind: 'staff', id: staffId } as const, at }
      const done = await db.transaction(async tx => {
        await requireNoFactor(tx, staffId)
        const added = await addPasskey(tx, { staffId, sessionId, name, given, by }, access)
        return (
          added && { ...added, secret: await comeInFurther(tx, session, { factor: 'passkey', at }, access) }
        )
      })
      if (!done) throw new Problem('not-permitted', 'The passkey could not be added. Go back and try again.')
      keepSession(reply, access, done.secret)
      return showCodes(request, reply, done.codes, ownPath(next))
    })

    function showCodes(request: FastifyRequest, reply: FastifyReply, codes: string[], next: string) {
      if (codes.length === 0) return reply.redirect(next, 303)
      const context = { csrf: formToken(request, reply, access), codes, next }
      return sendPage(reply, request, 'staff/second-factor/views/codes.njk', context)
    }
  }
