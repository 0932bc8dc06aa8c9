// One's own account: who one is here, how one gets in, where one is signed in.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { LANGUAGES } from '../../kernel/languages.ts'
import { Problem } from '../../kernel/problem.ts'
import { words } from '../../kernel/words.ts'
import { tokensOf } from '../api-tokens.ts'
import { firstPlace, sendDeskPage } from '../desk-page.ts'
import { actorOf, signedIn } from '../guard.ts'
import { LANGUAGE_CHOICES } from '../language-choices.ts'
import { may } from '../roles.ts'
import { factorsOf } from '../second-factor/own-factors.ts'
import { recoveryCodesLeft } from '../second-factor/recovery-codes.ts'
import { endSession, endSessions, sessionsOf } from '../sessions.ts'
import type { SignInDeps } from '../sign-in/pages.ts'
import { hasPassword } from '../sign-in/passwords.ts'
import { changeDigest, changeProfile, profileOf, wantsDigest } from './profile.ts'

const desk = { config: { policy: 'signed-in' }, schema: { hide: true } } as const
const TIME_ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')]
const DONE: Readonly<Record<string, string>> = {
  profile: 'Your details are saved.',
  digest: 'It is noted.',
  session: 'The session is ended.',
  password: 'Your password is set. You are signed out everywhere else.',
  'no-password': 'Your password is removed. Links by mail sign you in.',
  'no-second-factor': 'The app is removed.',
  token: 'The token is revoked.',
}
const profile = z.object({
  name: words(100),
  language: z.enum(LANGUAGES),
  timeZone: z.string().refine(zone => TIME_ZONES.includes(zone)),
})
const MESSAGES: Readonly<Record<string, string>> = {
  name: 'Enter your name, with at most 100 characters.',
  language: 'Choose one of the languages.',
  timeZone: 'Choose one of the time zones.',
}

/** `/desk`, which leads to the first place that one may go to, and `/desk/account`. */
export const accountPages =
  ({ db, clock }: SignInDeps): FastifyPluginAsync =>
  async app => {
    const byOf = (request: FastifyRequest) => ({ actor: actorOf(signedIn(request)), at: clock.now() })

    async function show(request: FastifyRequest, reply: FastifyReply, given: object = {}, status = 200) {
      const { staffId, sessionId, roles } = signedIn(request)
      const { email, ...own } = await profileOf(db, staffId)
      const sessions = await sessionsOf(db, staffId)
      const query = z.object({ done: z.string().catch('') }).safeParse(request.query).data
      return sendDeskPage(
        reply,
        request,
        'staff/account/views/account.njk',
        {
          email,
          profile: own,
          errors: [],
          done: DONE[query?.done ?? ''] ?? '',
          languages: LANGUAGE_CHOICES,
          timeZones: TIME_ZONES,
          hasPassword: await hasPassword(db, staffId),
          own: await factorsOf(db, staffId),
          codesLeft: await recoveryCodesLeft(db, staffId),
          sessions: sessions.map(session => ({ ...session, isThis: session.id === sessionId })),
          tokens: await tokensOf(db, staffId),
          mayRead: may(roles, 'case.read'),
          wantsDigest: await wantsDigest(db, staffId),
          ...given,
        },
        status,
      )
    }

    app.get('/desk', desk, async (request, reply) => reply.redirect(firstPlace(signedIn(request).roles), 303))

    app.get('/desk/account', desk, async (request, reply) => show(request, reply))

    app.post('/desk/account', desk, async (request, reply) => {
      const { staffId } = signedIn(request)
      const form = profile.safeParse(request.body)
      if (!form.success) {
        const fields = new Set(form.error.issues.map(issue => String(issue.path[0])))
        const errors = [...fields].map(field => ({ field, message: MESSAGES[field] ?? 'Fill in the form.' }))
        const typed = request.body as Record<string, unknown> | null
        const kept = Object.fromEntries(
          Object.keys(MESSAGES).map(field => [field, typeof typed?.[field] === 'string' ? typed[field] : '']),
        )
        return show(request, reply, { errors, profile: kept }, 422)
      }
      await db.transaction(tx => changeProfile(tx, staffId, form.data, byOf(request)))
      return reply.redirect('/desk/account?done=profile', 303)
    })

    app.post<{ Params: { wanted: string } }>('/desk/account/digest/:wanted', desk, async (request, reply) => {
      const wanted = z.enum(['on', 'off']).safeParse(request.params.wanted)
      if (!wanted.success) throw new Problem('not-found', 'It is switched on or off.')
      const { staffId } = signedIn(request)
      await db.transaction(tx => changeDigest(tx, staffId, wanted.data === 'on', byOf(request)))
      return reply.redirect('/desk/account?done=digest', 303)
    })

    app.post<{ Params: { id: string } }>('/desk/account/sessions/:id/end', desk, async (request, reply) => {
      const { staffId, sessionId } = signedIn(request)
      const { id } = request.params
      const by = byOf(request)
      if (id === 'others') {
        await db.transaction(tx => endSessions(tx, staffId, sessionId ?? undefined))
      } else {
        if (!z.uuid().safeParse(id).success) throw new Problem('not-found', 'You have no such session.')
        await db.transaction(tx => endSession(tx, { id, staffId, by }))
      }
      return reply.redirect('/desk/account?done=session', 303)
    })
  }
