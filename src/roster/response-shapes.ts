import { z } from 'zod'
import { REGIONS } from '../kernel/regions.ts'
import { LEVELS, STATUSES } from './jurisdiction.ts'

// The shapes that the reference routes answer with.

/** A list, wrapped so that it can grow. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) })

export const jurisdictionAnswer = z.object({
  id: z.string().describe('What the forms send'),
  name: z.string().describe('As OGP writes it'),
  displayName: z.string().describe('In the language asked for'),
  level: z.enum(LEVELS),
  country: z.string().describe('ISO 3166-1 alpha-2'),
  region: z.enum(REGIONS),
  status: z.enum(STATUSES).describe('Standing in OGP'),
  aliases: z.array(z.string()),
  uncertain: z.string().nullable().describe('What could not be confirmed'),
})

const asked = { jurisdiction: z.string(), on: z.string().describe('The day, UTC') }

export const invitationAnswer = z.discriminatedUnion('invited', [
  z.object({
    ...asked,
    invited: z.literal(true),
    version: z.string().describe('The roster in force on that day'),
    rule: z.string(),
    bases: z.array(z.string()).describe('Which part of the rule the member meets'),
  }),
  z.object({ ...asked, invited: z.literal(false) }),
])

export const rosterAnswer = z.object({
  id: z.string(),
  asOf: z.string().describe('The first day on which it holds, UTC'),
  inForce: z.boolean(),
  rule: z.string(),
  source: z.string(),
  entries: z.array(z.object({ jurisdiction: z.string(), basis: z.string() })),
})

export const countryAnswer = z.object({
  code: z.string().describe('ISO 3166-1 alpha-2, and XK for Kosovo'),
  name: z.string(),
  region: z.enum(REGIONS),
  regionName: z.string(),
})
