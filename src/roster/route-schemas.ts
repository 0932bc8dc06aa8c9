import { z } from 'zod'
import { LANGUAGES } from '../kernel/languages.ts'
import { REGIONS } from '../kernel/regions.ts'
import { LEVELS, STATUSES } from './jurisdiction.ts'

// What the reference routes take and answer with.

/** At most so many members are suggested for a typed name. */
export const SUGGESTIONS = 20

const tags = ['reference']
const language = z.enum(LANGUAGES).default('en').describe('The language of names')
const day = z.iso.date().describe('A day, UTC')

export const listJurisdictions = {
  operationId: 'listJurisdictions',
  summary: 'OGP’s national and local members, or those that a typed name may mean',
  tags,
  querystring: z.object({
    q: z.string().trim().max(200).default('').describe(`Up to ${SUGGESTIONS} suggestions, best first`),
    level: z.enum(LEVELS).optional(),
    language,
  }),
  response: {
    200: listOf({
      id: z.string().describe('What the forms send'),
      name: z.string().describe('As OGP writes it'),
      displayName: z.string().describe('In the language asked for'),
      level: z.enum(LEVELS),
      country: z.string().describe('ISO 3166-1 alpha-2'),
      region: z.enum(REGIONS),
      status: z.enum(STATUSES).describe('Standing in OGP'),
      aliases: z.array(z.string()),
      uncertain: z.string().nullable().describe('What could not be confirmed'),
    }),
  },
}

const asked = { jurisdiction: z.string(), on: day }

export const readInvitation = {
  operationId: 'readInvitation',
  summary: 'Is this member already invited to Coalition meetings, and by which rule?',
  tags,
  params: z.object({ jurisdiction: z.string().min(1).max(100) }),
  querystring: z.object({ on: day.optional().describe('A day, UTC; today when left out') }),
  response: {
    200: z.discriminatedUnion('invited', [
      z.object({
        ...asked,
        invited: z.literal(true),
        version: z.string().describe('The roster in force on that day'),
        rule: z.string(),
        bases: z.array(z.string()).describe('Which part of the rule the member meets'),
      }),
      z.object({ ...asked, invited: z.literal(false) }),
    ]),
  },
}

export const listRosters = {
  operationId: 'listRosters',
  summary: 'Who is invited to Coalition meetings: every version with its rule, oldest first',
  tags,
  response: {
    200: listOf({
      id: z.string(),
      asOf: z.string().describe('The first day on which it holds, UTC'),
      inForce: z.boolean(),
      rule: z.string(),
      source: z.string(),
      entries: z.array(z.object({ jurisdiction: z.string(), basis: z.string() })),
    }),
  },
}

export const listCountries = {
  operationId: 'listCountries',
  summary: 'Countries and territories with OGP’s region, by name in a language',
  tags,
  querystring: z.object({ language }),
  response: {
    200: listOf({
      code: z.string().describe('ISO 3166-1 alpha-2, and XK for Kosovo'),
      name: z.string(),
      region: z.enum(REGIONS),
      regionName: z.string(),
    }),
  },
}

function listOf<T extends z.core.$ZodLooseShape>(item: T) {
  return z.object({ items: z.array(z.object(item)) })
}
