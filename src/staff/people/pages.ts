// The people who work here: invited, given roles, suspended, let in again.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import type { By } from '../by.ts'
import { sendDeskPage } from '../desk-page.ts'
import { actorOf, signedIn } from '../guard.ts'
import type { LeaveCases } from '../join-and-leave.ts'
import { LANGUAGE_CHOICES } from '../language-choices.ts'
import { ROLES } from '../roles.ts'
import type { SignInDeps } from '../sign-in/pages.ts'
import * as membership from './membership.ts'
import {
  affiliation,
  COUNTRY_CHOICES,
  invitation,
  NOTHING_TYPED,
  roles,
  typedIn,
  wrongIn,
} from './person-form.ts'

const policy = { permission: 'staff.manage' } as const
const desk = { config: { policy }, schema: { hide: true } } as const
const delicate = { config: { policy, stepUp: true }, schema: { hide: true } } as const
const LIST = '/desk/settings/people'
const DONE: Readonly<Record<string, string>> = {
  invited: 'The account is made, and the invitation is on its way.',
  changed: 'It is done.',
}
type OfPerson = FastifyRequest<{ Params: { id: string } }>
type Change = (tx: Tx, staffId: string, by: By) => Promise<void>
const CHANGES: Readonly<Record<string, Change>> = {
  invitation: membership.inviteAgain,
  reinstatement: membership.reinstate,
  'second-factor-removal': membership.removeSecondFactor,
  'single-sign-on-removal': membership.unlinkSingleSignOn,
}

/** `/desk/settings/people`. */
export const peoplePages =
  ({ db, clock, wake, leaveCases }: SignInDeps & { leaveCases: LeaveCases }): FastifyPluginAsync =>
  async app => {
    const changes: Readonly<Record<string, Change>> = {
      ...CHANGES,
      suspension: (tx, staffId, by) => membership.suspend(tx, staffId, by, leaveCases),
    }
    const byOf = (request: FastifyRequest) => ({ actor: actorOf(signedIn(request)), at: clock.now() })

    async function show(request: FastifyRequest, reply: FastifyReply, given: object = {}, status = 200) {
      const { staffId } = signedIn(request)
      const people = await membership.everybody(db)
      const query = z.object({ done: z.string().catch('') }).safeParse(request.query).data
      const context = {
        people: people.map(person => ({ ...person, isMe: person.id === staffId })),
        roles: ROLES,
        languages: LANGUAGE_CHOICES,
        countries: COUNTRY_CHOICES,
        errors: [],
        done: DONE[query?.done ?? ''] ?? '',
        typed: NOTHING_TYPED,
        ...given,
      }
      return sendDeskPage(reply, request, 'staff/people/views/people.njk', context, status)
    }

    app.get(LIST, desk, async (request, reply) => show(request, reply))

    app.post(LIST, delicate, async (request, reply) => {
      const form = invitation.safeParse(request.body)
      if (!form.success) {
        return show(request, reply, { errors: wrongIn(form.error), typed: typedIn(request.body) }, 422)
      }
      const joining = { ...form.data, timeZone: signedIn(request).timeZone }
      try {
        await db.transaction(async tx => {
          await membership.guardAdministrators(tx, { mine: signedIn(request).roles, given: joining.roles })
          await membership.invite(tx, joining, byOf(request))
        })
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'already-exists') throw error
        const errors = [{ field: 'email', message: error.message }]
        return show(request, reply, { errors, typed: typedIn(request.body) }, 422)
      }
      wake()
      return reply.redirect(`${LIST}?done=invited`, 303)
    })

    async function showPerson(request: OfPerson, reply: FastifyReply, given: object = {}, status = 200) {
      const { staffId } = signedIn(request)
      const person = (await membership.everybody(db)).find(({ id }) => id === request.params.id)
      if (!person) throw new Problem('not-found', 'There is no such person here. Load the list again.')
      const { country, organisation } = person
      const context = {
        person,
        isMe: person.id === staffId,
        roles: ROLES,
        countries: COUNTRY_CHOICES,
        typed: { country: country ?? '', organisation: organisation ?? '' },
        errors: [],
        ...given,
      }
      return sendDeskPage(reply, request, 'staff/people/views/person.njk', context, status)
    }

    app.get(`${LIST}/:id`, delicate, async (request: OfPerson, reply) => showPerson(request, reply))

    app.post(`${LIST}/:id/affiliation`, delicate, async (request: OfPerson, reply) => {
      const form = affiliation.safeParse(request.body)
      if (!form.success) {
        const given = { errors: wrongIn(form.error), typed: typedIn(request.body) }
        return showPerson(request, reply, given, 422)
      }
      return change(request, reply, (tx, id, by) => membership.changeAffiliation(tx, id, form.data, by))
    })

    app.post(`${LIST}/:id/roles`, delicate, async (request: OfPerson, reply) => {
      const parsed = z.object({ roles }).safeParse(request.body)
      if (!parsed.success)
        throw new Problem('invalid-fields', 'Choose at least one role, then send it again.')
      const given = parsed.data.roles
      return change(request, reply, (tx, id, by) => membership.changeRoles(tx, id, given, by), given)
    })

    for (const [name, verb] of Object.entries(changes)) {
      app.post(`${LIST}/:id/${name}`, delicate, async (request: OfPerson, reply) =>
        change(request, reply, verb),
      )
    }

    async function change(
      request: OfPerson,
      reply: FastifyReply,
      verb: Change,
      given: z.infer<typeof roles> = [],
    ) {
      const { staffId: me, roles: mine } = signedIn(request)
      const staffId = z.uuid().safeParse(request.params.id).data
      if (!staffId) throw new Problem('not-found', 'There is no such person here. Load the list again.')
      if (staffId === me) throw new Problem('not-permitted', 'Someone else has to do this to your account.')
      await db.transaction(async tx => {
        await membership.guardAdministrators(tx, { staffId, mine, given })
        await verb(tx, staffId, byOf(request))
      })
      wake()
      return reply.redirect(`${LIST}?done=changed`, 303)
    }
  }
