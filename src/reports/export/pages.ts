// Reports as files. What leaves the house is asked for after a step-up and stands in the audit trail.
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { visibleTo } from '../../cases/visible-cases.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { actorOf, signedIn } from '../../staff/guard.ts'
import { staffNames } from '../../staff/people.ts'
import { figureTables } from '../figures/figure-tables.ts'
import { readFigures } from '../figures/figures.ts'
import { reportNames } from '../names.ts'
import type { ReportDeps } from '../pages.ts'
import { addressOf, filterOf, reportQuery, type ReportFilter } from '../period.ts'
import { CASE_HEAD, caseRows } from './case-rows.ts'
import { fileOf, FORMATS, TYPES } from './file.ts'
import type { Sheet } from './workbook.ts'

const delicate = {
  config: { policy: { permission: 'report.export' }, stepUp: true },
  schema: { hide: true },
} as const
const CONTENTS = ['cases', 'figures'] as const
const wanted = reportQuery.extend({ contents: z.enum(CONTENTS), format: z.enum(FORMATS) })
const NOT_SUCH = 'There is no such report. Choose its days, form, region and team on the page of reports.'

/** `/desk/reports/export`. */
export const exportPages =
  ({ db, clock, standard, forms }: ReportDeps): FastifyPluginAsync =>
  async app => {
    function filterIn(given: unknown): ReportFilter {
      const query = reportQuery.safeParse(given)
      const now = clock.now()
      const filter = query.success ? filterOf(query.data, now, standard(now).timeZone) : undefined
      if (!filter) throw new Problem('malformed-request', NOT_SUCH)
      return filter
    }

    app.get('/desk/reports/export', delicate, async (request, reply) => {
      const filter = filterIn(request.query)
      const { nameOf } = await reportNames(db, forms)
      const narrowed = (['form', 'region', 'team'] as const)
        .filter(dimension => filter[dimension] !== undefined)
        .map(dimension => ({ name: dimension, value: nameOf(dimension, filter[dimension] ?? null) }))
      const back = `/desk/reports?${addressOf(filter)}`
      return sendDeskPage(reply, request, 'reports/views/export.njk', { filter, narrowed, back })
    })

    app.post('/desk/reports/export', delicate, async (request, reply) => {
      const given = wanted.safeParse(request.body)
      if (!given.success) throw new Problem('malformed-request', NOT_SUCH)
      const { contents, format } = given.data
      const filter = filterIn(given.data)
      const sheets = contents === 'cases' ? await caseSheets(request, filter) : await figureSheets(filter)
      const { from, to, form = null, region = null, team = null } = filter
      await db.transaction(tx =>
        recordOfficeEvent(tx, {
          type: 'report.exported',
          actor: actorOf(signedIn(request)),
          at: clock.now(),
          details: { contents, format, from, to, form, region, team },
        }),
      )
      return reply
        .type(TYPES[format])
        .header('content-disposition', `attachment; filename="${contents}-${from}-${to}.${format}"`)
        .send(fileOf(sheets, format))
    })

    async function caseSheets(request: FastifyRequest, filter: ReportFilter): Promise<Sheet[]> {
      const me = signedIn(request)
      const [visible, names] = await Promise.all([visibleTo(db, me), staffNames(db)])
      return [{ name: 'Cases', head: CASE_HEAD, rows: caseRows(db, { filter, visible, names }) }]
    }

    async function figureSheets(filter: ReportFilter): Promise<Sheet[]> {
      const { nameOf } = await reportNames(db, forms)
      return figureTables(await readFigures(db, filter, clock.now()), nameOf)
    }
  }
