// API tokens of one's own: made after a step-up, shown once, revoked at any time.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { words } from '../../../kernel/words.ts'
import { createToken, revokeToken } from '../../api-tokens.ts'
import { sendDeskPage } from '../../desk-page.ts'
import { actorOf, signedIn } from '../../guard.ts'
import { ROLES } from '../../roles.ts'
import type { SignInDeps } from '../../sign-in/pages.ts'

const DAY_MS = 86_400_000
const desk = { config: { policy: 'signed-in' }, schema: { hide: true } } as const
const delicate = { config: { policy: 'signed-in', stepUp: true }, schema: { hide: true } } as const
const role = z.enum(ROLES)
const form = z.object({
  name: words(100),
  roles: z.union([role.transform(one => [one]), z.array(role).min(1).max(ROLES.length)]),
  days: z.coerce.number().int().min(1).max(366),
})
const MESSAGES: Readonly<Record<string, string>> = {
  name: 'Give the token a name, with at most 100 characters.',
  roles: 'Choose at least one role.',
  days: 'Enter a number of days from 1 to 366.',
}
const page = 'staff/account/views/token.njk'
// What is no id is nobody's token.
const NOBODYS = '00000000-0000-4000-8000-000000000000'

/** `/desk/account/tokens`. */
export const tokenPages =
  ({ db, clock }: SignInDeps): FastifyPluginAsync =>
  async app => {
    const show = (request: FastifyRequest, reply: FastifyReply, given: object = {}, status = 200) =>
      sendDeskPage(
        reply,
        request,
        page,
        { errors: [], roles: signedIn(request).roles, name: '', days: '90', chosen: [], token: '', ...given },
        status,
      )

    app.get('/desk/account/tokens', delicate, async (request, reply) => show(request, reply))

    app.post('/desk/account/tokens', delicate, async (request, reply) => {
      const me = signedIn(request)
      const parsed = form.safeParse(request.body)
      if (!parsed.success) {
        const fields = new Set(parsed.error.issues.map(issue => String(issue.path[0])))
        const errors = [...fields].map(field => ({ field, message: MESSAGES[field] ?? 'Fill in the form.' }))
        return show(request, reply, { errors, ...typed(request.body) }, 422)
      }
      const { name, roles, days } = parsed.data
      const at = clock.now()
      const expiresAt = new Date(at.getTime() + days * DAY_MS)
      const { staffId, roles: within } = me
      const { token } = await db.transaction(tx =>
        createToken(tx, { staffId, within, name, roles, expiresAt, at, actor: actorOf(me) }),
      )
      return show(request, reply, { token })
    })

    app.post<{ Params: { id: string } }>(
      '/desk/account/tokens/:id/revocation',
      desk,
      async (request, reply) => {
        const me = signedIn(request)
        const id = z.uuid().safeParse(request.params.id).data ?? NOBODYS
        const revoked = { id, staffId: me.staffId, at: clock.now(), actor: actorOf(me) }
        await db.transaction(tx => revokeToken(tx, revoked))
        return reply.redirect('/desk/account?done=token', 303)
      },
    )
  }

function typed(body: unknown): { name: string; days: string; chosen: string[] } {
  const text = z.string().max(200).catch('')
  const { name, days, roles } = z
    .object({ name: text, days: text, roles: z.union([z.string(), z.array(z.string())]).catch([]) })
    .catch({ name: '', days: '', roles: [] })
    .parse(body)
  return { name, days, chosen: [roles].flat() }
}
