import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../kernel/database.ts'
import { ruleDraft } from '../../routing/rules/draft.ts'
import { rulesInForce } from '../../routing/rules/rules.ts'
import { READ_PAGE } from '../../routing/settings-page.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import type { StandardAt } from '../standards.ts'
import { visibleTo } from '../visible-cases.ts'
import { runTrial } from './trial.ts'

const COUNTS = [100, 500, 2000]
const query = z.object({ cases: z.coerce.number().catch(500) })

/** `/desk/settings/rules/trial`: what the draft would have changed. */
export const trialPages =
  ({ db, standard }: { db: Db; standard: StandardAt }): FastifyPluginAsync =>
  async app => {
    app.get('/desk/settings/rules/trial', READ_PAGE, async (request, reply) => {
      const wanted = query.parse(request.query).cases
      const most = COUNTS.find(count => count === wanted) ?? 500
      const [draft, inForce, visible] = await Promise.all([
        ruleDraft(db),
        rulesInForce(db),
        visibleTo(db, signedIn(request)),
      ])
      const trial = draft
        ? await runTrial(db, { inForce: inForce.rules, proposed: draft.rules, most, visible, standard })
        : null
      return sendDeskPage(reply, request, 'cases/dry-run/views/trial.njk', {
        trial,
        version: inForce.version,
        most,
        counts: COUNTS,
      })
    })
  }
