// The reports of the desk: what comes, what waits, how long it took, who has how much.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import type { StandardAt } from '../cases/standards.ts'
import type { Form } from '../forms/define-form.ts'
import { sendDeskPage } from '../staff/desk-page.ts'
import { signedIn } from '../staff/guard.ts'
import { may } from '../staff/roles.ts'
import { sectionsOf } from './figures/figure-charts.ts'
import { sharedFigures } from './figures/figures.ts'
import { reportNames } from './names.ts'
import { addressOf, filterOf, reportQuery, type ReportFilter } from './period.ts'

export interface ReportDeps {
  db: Db
  clock: Clock
  standard: StandardAt
  forms: readonly Form[]
}

const config = { policy: { permission: 'report.read' } } as const
const WRONG = 'Enter two days as YYYY-MM-DD, the earlier one first and at most ten years apart.'

/** `/desk/reports`. */
export const reportPages =
  ({ db, clock, standard, forms }: ReportDeps): FastifyPluginAsync =>
  async app => {
    const timeZone = () => standard(clock.now()).timeZone
    const figuresFor = sharedFigures(db, clock)

    app.get('/desk/reports', { config, schema: { hide: true } }, async (request, reply) => {
      const asked = reportQuery.safeParse(request.query)
      const filter = asked.success ? filterOf(asked.data, clock.now(), timeZone()) : undefined
      if (filter) return show(request, reply, filter)
      const usual = filterOf(reportQuery.parse({}), clock.now(), timeZone())
      if (!usual) throw new Error('The usual period is none.')
      return show(request, reply, usual, [{ field: 'from', message: WRONG }], 422)
    })

    async function show(
      request: FastifyRequest,
      reply: FastifyReply,
      filter: ReportFilter,
      errors: object[] = [],
      status = 200,
    ) {
      const [figures, { choices, nameOf }] = await Promise.all([figuresFor(filter), reportNames(db, forms)])
      const all = figures.turnaround.find(({ dimension }) => dimension === 'all')
      const undecided = figures.backlog.reduce((sum, group) => sum + group.ours + group.applicants, 0)
      const overdue = figures.backlog.reduce((sum, group) => sum + group.overdue, 0)
      const context = {
        filter,
        choices,
        errors,
        asOf: figures.asOf,
        sections: sectionsOf(figures, nameOf),
        facts: [
          { name: 'Received', value: inWords(all?.received ?? 0) },
          { name: 'First look, median', value: daysInWords(all?.look.median ?? null) },
          { name: 'Decision, median', value: daysInWords(all?.decision.median ?? null) },
          { name: 'Undecided now', value: inWords(undecided) },
          { name: 'Overdue now', value: inWords(overdue) },
        ],
        exportAddress: may(signedIn(request).roles, 'report.export')
          ? `/desk/reports/export?${addressOf(filter)}`
          : '',
      }
      return sendDeskPage(reply, request, 'reports/views/reports.njk', context, status)
    }
  }

const inWords = (count: number) => count.toLocaleString('en-GB')
const daysInWords = (days: number | null) =>
  days === null ? 'none yet' : `${days.toLocaleString('en-GB', { maximumFractionDigits: 1 })} days`
