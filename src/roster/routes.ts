import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Clock } from '../kernel/clock.ts'
import { Problem } from '../kernel/problem.ts'
import { REGION_NAMES } from '../kernel/regions.ts'
import { answerOnce } from '../web/answer-once.ts'
import { alreadyInvitedOn, utcDayOf, rosterInForce } from './already-invited.ts'
import type { CachedReference } from './cached-reference.ts'
import { findJurisdictions } from './find-jurisdiction.ts'
import { countryName, jurisdictionName } from './names.ts'
import {
  listCountries,
  listJurisdictions,
  listRosters,
  readInvitation,
  SUGGESTIONS,
} from './route-schemas.ts'

interface Deps {
  clock: Clock
  reference: CachedReference
}

const config = { policy: 'public' } as const

/** What anybody may read: OGP's members, countries, and who is invited as of a day. */
export const rosterRoutes =
  ({ clock, reference }: Deps): FastifyPluginAsyncZod =>
  async app => {
    app.addHook('onSend', answerOnce)

    app.get('/api/v1/jurisdictions', { config, schema: listJurisdictions }, async ({ query }) => {
      const snapshot = await reference.current()
      const found =
        query.q === ''
          ? snapshot.jurisdictions()
          : findJurisdictions(snapshot, query.q, SUGGESTIONS, query.level)
      return {
        items: found
          .filter(({ level }) => query.level === undefined || query.level === level)
          .map(jurisdiction => ({
            ...jurisdiction,
            aliases: [...jurisdiction.aliases],
            displayName: jurisdictionName(jurisdiction, query.language),
          })),
      }
    })

    app.get(
      '/api/v1/jurisdictions/:jurisdiction/invitation',
      { config, schema: readInvitation },
      async ({ params: { jurisdiction }, query }) => {
        const snapshot = await reference.current()
        if (!snapshot.isJurisdiction(jurisdiction)) {
          throw new Problem('not-found', 'There is no such member. GET /api/v1/jurisdictions lists them.')
        }
        const on = query.on ?? utcDayOf(clock.now())
        return { jurisdiction, on, ...alreadyInvitedOn(snapshot.rosterVersions(), jurisdiction, on) }
      },
    )

    app.get('/api/v1/rosters', { config, schema: listRosters }, async () => {
      const versions = (await reference.current()).rosterVersions()
      const current = rosterInForce(versions, utcDayOf(clock.now()))
      return {
        items: versions.map(version => ({
          ...version,
          entries: [...version.entries],
          inForce: version === current,
        })),
      }
    })

    app.get('/api/v1/countries', { config, schema: listCountries }, async ({ query: { language } }) => {
      const collator = new Intl.Collator(language)
      const items = (await reference.current()).countries().map(({ code, region }) => ({
        code,
        name: countryName(code, language),
        region,
        regionName: REGION_NAMES[region][language],
      }))
      return { items: items.toSorted((a, b) => collator.compare(a.name, b.name)) }
    })
  }
