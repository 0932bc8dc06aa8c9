// What the API takes and gives of teams.
import { z } from 'zod'
import { REGIONS } from '../../kernel/regions.ts'
import { words } from '../../kernel/words.ts'
import { slug } from '../shared-shapes.ts'

export const teamParams = z.strictObject({ teamId: slug })

export const teamBody = z.strictObject({
  name: words(120),
  region: z.enum(REGIONS).nullable().default(null),
  active: z.boolean().default(true),
})

export const newTeam = teamBody.extend({ id: slug })

export const memberParams = teamParams.extend({ staffId: z.uuid() })

export const memberBody = z.strictObject({
  capacity: z.int().min(0).max(1000).describe('The most open cases at once; 0 takes none at present'),
})

export const teamAnswer = z.object({
  id: z.string(),
  name: z.string(),
  region: z.enum(REGIONS).nullable(),
  active: z.boolean(),
  members: z.array(z.object({ staffId: z.uuid(), name: z.string(), capacity: z.int() })),
})
