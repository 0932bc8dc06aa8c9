// Who is away, on the desk; and what waits with them meanwhile.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { activePeople, staffNames } from '../../staff/people.ts'
import { may, type Role } from '../../staff/roles.ts'
import { officeHistory } from '../office-history.ts'
import { officeChange, type Deps as OfficeDeps } from '../office-change.ts'
import { doneIn, READ_PAGE, typedIn, WRITE_PAGE, wrongFields, type Wrong } from '../settings-page.ts'
import { absenceList, addAbsence, removeAbsence } from './absences.ts'
import { absenceBody } from './shapes.ts'

export interface AbsenceDeps extends OfficeDeps {
  /** The office's day, `YYYY-MM-DD`, and whose midnight ends it. */
  today: () => { day: string; timeZone: string }
  /** The open cases that wait with a person, as the viewer may see them. */
  heldCases: (
    viewer: { staffId: string; roles: readonly Role[] },
    staffId: string,
  ) => Promise<{ count: number; cases: { reference: string; dueAt: Date | null }[] }>
}

const LIST = '/desk/settings/absences'
export const ABSENCE_MESSAGES: Readonly<Record<string, string>> = {
  staffId: 'Choose a person.',
  from: 'Enter the first day away.',
  to: 'Enter the last day away; it cannot be before the first.',
  note: 'Use at most 200 characters.',
}

/** A form's fields as the API takes them. */
export const absenceFrom = (body: unknown, staffId: string | undefined) => {
  const { from, to, note } = typedIn(body)
  return absenceBody.safeParse({ staffId, from, to, note: note?.trim() ? note : null })
}

/** `/desk/settings/absences`. */
export const absencePages =
  ({ db, clock, today, heldCases }: AbsenceDeps): FastifyPluginAsync =>
  async app => {
    const change = officeChange({ db, clock })

    async function list(request: FastifyRequest, reply: FastifyReply, errors: Wrong[] = [], status = 200) {
      const { day, timeZone } = today()
      const [absences, people, names] = await Promise.all([
        absenceList(db, day),
        activePeople(db, 'reviewer'),
        staffNames(db),
      ])
      const byName = people.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      return sendDeskPage(
        reply,
        request,
        'routing/absences/views/absences.njk',
        {
          absences: absences.map(absence => ({
            ...absence,
            name: names.get(absence.staffId) ?? 'Someone who has left',
            isNow: absence.from <= day,
          })),
          people: [
            { value: '', name: 'Choose a person' },
            ...byName.map(({ staffId, name }) => ({ value: staffId, name })),
          ],
          timeZone,
          changes: await officeHistory(db, 'absences', names),
          mayWrite: may(signedIn(request).roles, 'settings.write'),
          done: doneIn(request.query) === '' ? '' : 'It is done.',
          errors,
          typed: { staffId: '', from: '', to: '', note: '', ...(errors.length > 0 && typedIn(request.body)) },
        },
        status,
      )
    }

    app.get(LIST, READ_PAGE, async (request, reply) => list(request, reply))

    app.post(LIST, WRITE_PAGE, async (request, reply) => {
      const parsed = absenceFrom(request.body, typedIn(request.body)['staffId'])
      if (!parsed.success) return list(request, reply, wrongFields(parsed.error, ABSENCE_MESSAGES), 422)
      const id = await change(request, (tx, by) => addAbsence(tx, parsed.data, by))
      return reply.redirect(`${LIST}/${id}`, 303)
    })

    app.get(`${LIST}/:id`, READ_PAGE, async (request, reply) => {
      const absence = (await absenceList(db, '2000-01-01')).find(({ id }) => id === idOf(request))
      if (!absence) throw gone()
      const me = signedIn(request)
      return sendDeskPage(reply, request, 'routing/absences/views/absence.njk', {
        absence: {
          ...absence,
          name: (await staffNames(db)).get(absence.staffId) ?? 'Someone who has left',
        },
        held: await heldCases(me, absence.staffId),
        mayWrite: may(me.roles, 'settings.write'),
        mayAssign: may(me.roles, 'case.assign'),
      })
    })

    app.post(`${LIST}/:id/removal`, WRITE_PAGE, async (request, reply) => {
      await change(request, (tx, by) => removeAbsence(tx, idOf(request), by))
      return reply.redirect(`${LIST}?done=removed`, 303)
    })
  }

function idOf(request: FastifyRequest): string {
  const parsed = z.object({ id: z.uuid() }).safeParse(request.params)
  if (!parsed.success) throw gone()
  return parsed.data.id
}

const gone = () => new Problem('not-found', 'There is no such absence. It may have been removed.')
