// The settings pages, with what those of lower floors have to be told from above: cases and the service standard.
import type { FastifyInstance } from 'fastify'
import { heldCases } from './cases/held-cases.ts'
import { trialPages } from './cases/dry-run/pages.ts'
import { caseIdOf, referencesOf } from './cases/references.ts'
import { standardPages } from './cases/standard/pages.ts'
import { openCasesByAssignee } from './cases/workload.ts'
import { dayOf, isoDate } from './cases/working-days.ts'
import type { Clock } from './kernel/clock.ts'
import type { Db } from './kernel/database.ts'
import type { LiveSettings } from './live-settings.ts'
import type { CachedReference } from './roster/cached-reference.ts'
import { emailPages } from './notifications/catalogue/pages.ts'
import { absencePages } from './routing/absences/pages.ts'
import { availabilityPages } from './routing/availability/pages.ts'
import { conflictPages } from './routing/conflicts/pages.ts'
import { rulePages } from './routing/rules/pages.ts'
import { ruleEditorPages } from './routing/rules/rule/pages.ts'
import { teamPages } from './routing/teams/pages.ts'
import { settingsPages } from './staff/settings/pages.ts'
import { officeTokenPages } from './staff/tokens/pages.ts'

interface Deps extends LiveSettings {
  db: Db
  clock: Clock
  reference: CachedReference
}

/** All under `/desk/settings` that is not about people. */
export async function registerAdministration(app: FastifyInstance, deps: Deps): Promise<void> {
  const { db, clock, standard } = deps
  const routing = {
    ...deps,
    today: () => {
      const inForce = standard(clock.now())
      return { day: isoDate(dayOf(clock.now(), inForce)), timeZone: inForce.timeZone }
    },
    workload: () => openCasesByAssignee(db),
    heldCases: (...asked: Asked<typeof heldCases>) => heldCases(db, ...asked),
    caseIdOf: (...asked: Asked<typeof caseIdOf>) => caseIdOf(db, ...asked),
    referencesOf: (...asked: Asked<typeof referencesOf>) => referencesOf(db, ...asked),
  }
  await app.register(settingsPages)
  await app.register(rulePages(routing))
  await app.register(ruleEditorPages(routing))
  await app.register(trialPages(deps))
  await app.register(teamPages(routing))
  await app.register(absencePages(routing))
  await app.register(conflictPages(routing))
  await app.register(availabilityPages(routing))
  await app.register(standardPages(deps))
  await app.register(emailPages(deps))
  await app.register(officeTokenPages(deps))
}

type Asked<Ask extends (db: Db, ...rest: never[]) => unknown> =
  Parameters<Ask> extends [Db, ...infer Rest] ? Rest : never
