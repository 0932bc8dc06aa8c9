// One's own days away and conflicts of interest, on one's own account.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { absenceList, addAbsence } from '../absences/absences.ts'
import { ABSENCE_MESSAGES, absenceFrom, type AbsenceDeps } from '../absences/pages.ts'
import { conflictFrom } from '../conflicts/conflict-form.ts'
import { conflictList, declareConflict } from '../conflicts/conflicts.ts'
import { conflictChoices, conflictsInWords, NOTHING, type ConflictDeps } from '../conflicts/pages.ts'
import { officeChange } from '../office-change.ts'
import { doneIn, typedIn, wrongFields, type Wrong } from '../settings-page.ts'

const PAGE = '/desk/account/availability'
const OWN = { config: { policy: { permission: 'case.read' } }, schema: { hide: true } } as const

/** `/desk/account/availability`. */
export const availabilityPages =
  (deps: ConflictDeps & Pick<AbsenceDeps, 'today'>): FastifyPluginAsync =>
  async app => {
    const { db, clock, today, caseIdOf } = deps
    const change = officeChange({ db, clock })

    async function show(request: FastifyRequest, reply: FastifyReply, errors: Wrong[] = [], status = 200) {
      const me = signedIn(request)
      const { day, timeZone } = today()
      return sendDeskPage(
        reply,
        request,
        'routing/availability/views/availability.njk',
        {
          absences: await absenceList(db, day, me.staffId),
          conflicts: await conflictsInWords(deps, me, await conflictList(db, me.staffId)),
          ...(await conflictChoices(deps)),
          timeZone,
          done: doneIn(request.query) === '' ? '' : 'It is saved.',
          errors,
          typed: { ...NOTHING, from: '', to: '', note: '', ...(errors.length > 0 && typedIn(request.body)) },
        },
        status,
      )
    }

    app.get(PAGE, OWN, async (request, reply) => show(request, reply))

    app.post(`${PAGE}/absences`, OWN, async (request, reply) => {
      const parsed = absenceFrom(request.body, signedIn(request).staffId)
      if (!parsed.success) return show(request, reply, wrongFields(parsed.error, ABSENCE_MESSAGES), 422)
      await change(request, (tx, by) => addAbsence(tx, parsed.data, by))
      return reply.redirect(`${PAGE}?done=absence`, 303)
    })

    app.post(`${PAGE}/conflicts`, OWN, async (request, reply) => {
      const me = signedIn(request)
      const declared = await conflictFrom(request.body, reference => caseIdOf(me, reference))
      if (Array.isArray(declared)) return show(request, reply, declared, 422)
      await change(request, (tx, by) => declareConflict(tx, { staffId: me.staffId, ...declared }, by))
      return reply.redirect(`${PAGE}?done=conflict`, 303)
    })
  }
