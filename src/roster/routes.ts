import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import { LANGUAGES } from '../kernel/languages.ts'
import { Problem } from '../kernel/problem.ts'
import { REGION_NAMES } from '../kernel/regions.ts'
import { alreadyInvitedOn, dayOf, rosterInForce } from './already-invited.ts'
import type { CachedReference } from './cached-reference.ts'
import { findJurisdictions } from './find-jurisdiction.ts'
import { LEVELS } from './jurisdiction.ts'
import { countryName, jurisdictionName } from './names.ts'
import {
  countryAnswer,
  invitationAnswer,
  jurisdictionAnswer,
  listOf,
  rosterAnswer,
} from './response-shapes.ts'

interface Deps {
  clock: Clock
  reference: CachedReference
}

const SUGGESTIONS = 20
const language = z.enum(LANGUAGES).default('en').describe('The language of names')
const policy = { policy: 'public' } as const

/** What anybody may read: OGP's members, countries, and who is invited as of a day. */
export const rosterRoutes =
  ({ clock, reference }: Deps): FastifyPluginAsyncZod =>
  async app => {
    app.addHook('onSend', answerOnce)

    app.get(
      '/api/v1/jurisdictions',
      {
        config: policy,
        schema: {
          operationId: 'listJurisdictions',
          summary: 'OGP’s national and local members, or those that a typed name may mean',
          tags: ['reference'],
          querystring: z.object({
            q: z
              .string()
              .trim()
              .max(200)
              .default('')
              .describe(`Up to ${SUGGESTIONS} suggestions, best first`),
            level: z.enum(LEVELS).optional(),
            language,
          }),
          response: { 200: listOf(jurisdictionAnswer) },
        },
      },
      async ({ query }) => {
        const snapshot = await reference.current()
        const all = snapshot.jurisdictions().filter(({ level }) => (query.level ?? level) === level)
        const wanted = new Set(all)
        const found =
          query.q === ''
            ? all
            : findJurisdictions(snapshot, query.q, Infinity)
                .filter(jurisdiction => wanted.has(jurisdiction))
                .slice(0, SUGGESTIONS)
        return {
          items: found.map(jurisdiction => ({
            ...jurisdiction,
            aliases: [...jurisdiction.aliases],
            displayName: jurisdictionName(jurisdiction, query.language),
          })),
        }
      },
    )

    app.get(
      '/api/v1/jurisdictions/:jurisdiction/invitation',
      {
        config: policy,
        schema: {
          operationId: 'readInvitation',
          summary: 'Is this member already invited to Coalition meetings, and by which rule?',
          tags: ['reference'],
          params: z.object({ jurisdiction: z.string().min(1).max(100) }),
          querystring: z.object({ on: z.iso.date().optional().describe('A day, UTC; today when left out') }),
          response: { 200: invitationAnswer },
        },
      },
      async ({ params, query }) => {
        const snapshot = await reference.current()
        if (!snapshot.isJurisdiction(params.jurisdiction)) {
          throw new Problem('not-found', 'There is no such member. GET /api/v1/jurisdictions lists them.')
        }
        const on = query.on ?? dayOf(clock.now())
        const invitation = alreadyInvitedOn(snapshot.rosterVersions(), params.jurisdiction, on)
        return { jurisdiction: params.jurisdiction, on, ...invitation }
      },
    )

    app.get(
      '/api/v1/rosters',
      {
        config: policy,
        schema: {
          operationId: 'listRosters',
          summary: 'Who is invited to Coalition meetings: every version with its rule, oldest first',
          tags: ['reference'],
          response: { 200: listOf(rosterAnswer) },
        },
      },
      async () => {
        const versions = (await reference.current()).rosterVersions()
        const current = rosterInForce(versions, dayOf(clock.now()))
        return {
          items: versions.map(version => ({
            ...version,
            entries: [...version.entries],
            inForce: version === current,
          })),
        }
      },
    )

    app.get(
      '/api/v1/countries',
      {
        config: policy,
        schema: {
          operationId: 'listCountries',
          summary: 'Countries and territories with OGP’s region, by name in a language',
          tags: ['reference'],
          querystring: z.object({ language }),
          response: { 200: listOf(countryAnswer) },
        },
      },
      async ({ query }) => {
        const collator = new Intl.Collator(query.language)
        const items = (await reference.current()).countries().map(({ code, region }) => ({
          code,
          name: countryName(code, query.language),
          region,
          regionName: REGION_NAMES[region][query.language],
        }))
        return { items: items.sort((a, b) => collator.compare(a.name, b.name)) }
      },
    )
  }

// The same answer is sent once: who has it already is told so. The tag covers the bytes, so a new release counts too.
async function answerOnce(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (reply.statusCode !== 200 || typeof payload !== 'string') return payload
  const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('cache-control', 'public, max-age=60, stale-while-revalidate=600')
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map(part => part.trim().replace(/^W\//, ''))
  if (!known.includes(tag)) return payload
  reply.code(304).removeHeader('content-type').removeHeader('content-length')
  return ''
}
