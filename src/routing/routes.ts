import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { absenceRoutes } from './absences/routes.ts'
import { conflictRoutes } from './conflicts/routes.ts'
import type { Deps } from './office-change.ts'
import { ruleRoutes } from './rules/routes.ts'
import { teamRoutes } from './teams/routes.ts'

/** How cases find their reviewers: rules in order, teams and capacities, absences, conflicts of interest. */
export const routingRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async app => {
    await app.register(ruleRoutes(deps))
    await app.register(teamRoutes(deps))
    await app.register(absenceRoutes(deps))
    await app.register(conflictRoutes(deps))
  }
