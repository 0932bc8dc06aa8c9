// The service standard on the desk: within how many working days we answer, and which days those are.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import type { KeptFresh } from '../../kernel/keep-fresh.ts'
import { officeChange } from '../../routing/office-change.ts'
import { doneIn, nameOfActor, READ_PAGE, refusal, typedIn, WRITE_PAGE } from '../../routing/settings-page.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { staffNames } from '../../staff/people.ts'
import { may } from '../../staff/roles.ts'
import { publishStandard, standardVersions } from '../publish-standard.ts'
import { isAnother, standardIn, type Standards } from '../standards.ts'
import { changesIn, COUNTS, standardFields, standardFrom, WEEKDAYS, type Typed } from './standard-form.ts'

interface Deps {
  db: Db
  clock: Clock
  standards: KeptFresh<Standards>
}

const PAGE = '/desk/settings/service-standard'
const SAME = 'Nothing differs from the newest version: there is nothing to publish.'
const seen = z.coerce.number().int().min(0).catch(0)
const ticked = z.union([z.string().transform(one => [one]), z.array(z.string()).max(7)]).catch([])

/** `/desk/settings/service-standard`. */
export const standardPages =
  ({ db, clock, standards }: Deps): FastifyPluginAsync =>
  async app => {
    const change = officeChange({ db, clock })

    async function show(request: FastifyRequest, reply: FastifyReply, given: Given = {}) {
      await standards.refresh()
      const versions = await standardVersions(db)
      const names = await staffNames(db)
      const all = standards.current()
      const newest = all.at(-1) ?? all[0]
      const { errors = [], problem = '', typed } = given
      return sendDeskPage(
        reply,
        request,
        'cases/standard/views/standard.njk',
        {
          fields: {
            ...standardFields(newest),
            ...(typed && { ...typed.text, workingDays: typed.workingDays }),
          },
          counts: COUNTS,
          weekdays: WEEKDAYS,
          seen: given.seen ?? newest.version,
          inForce: standardIn(all, clock.now()).version,
          versions: versions
            .map((version, index) => ({
              ...version,
              by: nameOfActor(version.publishedBy, names),
              changes:
                index === 0
                  ? []
                  : changesIn(versions[index - 1]?.standard ?? version.standard, version.standard),
            }))
            .toReversed(),
          mayWrite: may(signedIn(request).roles, 'settings.write'),
          done:
            doneIn(request.query) === ''
              ? ''
              : 'It is published. What was promised before stays as it was promised.',
          errors,
          problem,
        },
        given.status,
      )
    }

    app.get(PAGE, READ_PAGE, async (request, reply) => show(request, reply))

    app.post(PAGE, WRITE_PAGE, async (request, reply) => {
      const body = z.object({ workingDays: ticked }).catch({ workingDays: [] }).parse(request.body)
      const typed = { text: typedIn(request.body), workingDays: body.workingDays }
      const basedOn = seen.parse(typed.text['seen'])
      const parsed = standardFrom(typed)
      if ('errors' in parsed) return show(request, reply, { ...parsed, typed, seen: basedOn, status: 422 })
      const newest = standards.current().at(-1)
      if (newest?.version === basedOn && !isAnother(newest, parsed.standard)) {
        return show(request, reply, { problem: SAME, typed, status: 422 })
      }
      const publication = { standard: parsed.standard, from: parsed.from ?? clock.now(), basedOn }
      const refused = await refusal(() => change(request, (tx, by) => publishStandard(tx, publication, by)))
      if (refused) return show(request, reply, { problem: refused.message, typed, status: refused.status })
      return reply.redirect(`${PAGE}?done=published`, 303)
    })
  }

interface Given {
  errors?: { field: string; message: string }[]
  problem?: string
  typed?: Typed
  seen?: number
  status?: number
}
