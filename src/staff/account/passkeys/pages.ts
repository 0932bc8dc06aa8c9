// Passkeys of one's own: added, named, removed; and one that shows once more who one is.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../../kernel/problem.ts'
import { requiresSecondFactor } from '../../access.ts'
import { sendDeskPage } from '../../desk-page.ts'
import { actorOf, inSession, signedIn } from '../../guard.ts'
import { addPasskey, askForNewPasskey } from '../../passkeys/add.ts'
import { additionForm, nameIn, proofForm } from '../../passkeys/forms.ts'
import { passkeysOf, renamePasskey } from '../../passkeys/passkeys.ts'
import { acceptPasskey, askForPasskey } from '../../passkeys/prove.ts'
import { ownPath } from '../../same-origin.ts'
import { factorsOf, removePasskey } from '../../second-factor/own-factors.ts'
import { keepSession } from '../../session.ts'
import { strengthenSession } from '../../sessions.ts'
import type { SignInDeps } from '../../sign-in/pages.ts'

const desk = { config: { policy: 'signed-in' }, schema: { hide: true } } as const
const delicate = { config: { policy: 'signed-in', stepUp: true }, schema: { hide: true } } as const
const LIST = '/desk/account/passkeys'
const DONE: Readonly<Record<string, string>> = {
  added: 'The passkey is added.',
  named: 'The name is saved.',
  removed: 'The passkey is removed. Remove it from your device as well.',
}
// What is no id is nobody's passkey.
const NOBODYS = '00000000-0000-4000-8000-000000000000'

/** `/desk/account/passkeys` and `/desk/confirm/passkey`. */
export const ownPasskeyPages =
  ({ db, clock, access }: SignInDeps): FastifyPluginAsync =>
  async app => {
    const byOf = (request: FastifyRequest) => ({ actor: actorOf(signedIn(request)), at: clock.now() })

    async function show(request: FastifyRequest, reply: FastifyReply, errors: object[] = [], status = 200) {
      const { staffId } = signedIn(request)
      const query = z.object({ done: z.string().catch('') }).safeParse(request.query).data
      const own = await factorsOf(db, staffId)
      const context = {
        errors,
        done: DONE[query?.done ?? ''] ?? '',
        passkeys: await passkeysOf(db, staffId),
        stays: isDuty(request) && !own.app && own.passkeys === 1,
      }
      return sendDeskPage(reply, request, 'staff/account/views/passkeys.njk', context, status)
    }
    const isDuty = (request: FastifyRequest) => requiresSecondFactor(access, signedIn(request).roles)

    app.get(LIST, delicate, async (request, reply) => show(request, reply))

    app.post(`${LIST}/options`, delicate, async (request, reply) =>
      reply.send(await askForNewPasskey(db, inSession(request), access)),
    )

    app.post(LIST, delicate, async (request, reply) => {
      const { response: given, name } = additionForm(request)
      const added = await db.transaction(tx =>
        addPasskey(tx, { ...inSession(request), name, given, by: byOf(request) }, access),
      )
      if (!added) {
        const message = 'The passkey could not be added. Try again, and confirm within five minutes.'
        return show(request, reply, [{ field: 'name', message }], 422)
      }
      if (added.codes.length === 0) return reply.redirect(`${LIST}?done=added`, 303)
      return sendDeskPage(reply, request, 'staff/account/views/recovery-codes.njk', { codes: added.codes })
    })

    app.post<{ Params: { id: string } }>(`${LIST}/:id/name`, delicate, async (request, reply) => {
      const name = nameIn(request.body)
      if (name === undefined)
        throw new Problem('invalid-fields', 'Give the passkey a name, with at most 60 characters.')
      await db.transaction(tx => renamePasskey(tx, keyIn(request), name))
      return reply.redirect(`${LIST}?done=named`, 303)
    })

    app.post<{ Params: { id: string } }>(`${LIST}/:id/removal`, delicate, async (request, reply) => {
      const removal = { ...keyIn(request), isDuty: isDuty(request), by: byOf(request) }
      await db.transaction(tx => removePasskey(tx, removal))
      return reply.redirect(`${LIST}?done=removed`, 303)
    })

    app.post('/desk/confirm/passkey/options', desk, async (request, reply) =>
      reply.send(await askForPasskey(db, { purpose: 'prove', ...inSession(request) }, access)),
    )

    app.post('/desk/confirm/passkey', desk, async (request, reply) => {
      const { staffId, sessionId } = inSession(request)
      const { response, next } = proofForm.parse(request.body ?? {})
      const secret = await db.transaction(async tx => {
        const whose = await acceptPasskey(tx, response, { purpose: 'prove', sessionId }, access)
        return whose === staffId
          ? strengthenSession(tx, { id: sessionId, factor: 'passkey' }, access)
          : undefined
      })
      if (secret === undefined)
        throw new Problem('not-permitted', 'This passkey is not one of yours here. Go back and try again.')
      keepSession(reply, access, secret)
      return reply.redirect(ownPath(next), 303)
    })
  }

const keyIn = (request: FastifyRequest<{ Params: { id: string } }>) => ({
  id: z.uuid().safeParse(request.params.id).data ?? NOBODYS,
  staffId: signedIn(request).staffId,
})
