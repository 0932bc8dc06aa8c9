// What the API takes and gives of conflicts of interest.
import { z } from 'zod'
import { words } from '../../kernel/words.ts'
import { meansOrganisation } from '../same-organisation.ts'
import { slug } from '../shared-shapes.ts'
import { CONFLICT_KINDS } from '../snapshot-shape.ts'

export const conflictParams = z.strictObject({ conflictId: z.uuid() })
export const personParams = z.strictObject({ staffId: z.uuid() })
export const conflictQuery = z.strictObject({ staffId: z.uuid().optional() })

export const conflictBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('country'), value: z.string().regex(/^[A-Z]{2}$/) }),
  z.strictObject({ kind: z.literal('jurisdiction'), value: slug }),
  z.strictObject({
    kind: z.literal('organisation'),
    value: words(200, 2)
      .refine(meansOrganisation, 'Give the name of one organisation, or an email domain that only it uses.')
      .describe('A name, or an email domain'),
  }),
  z.strictObject({ kind: z.literal('case'), value: z.uuid() }),
])

export const conflictAnswer = z.object({
  id: z.uuid(),
  staffId: z.uuid(),
  kind: z.enum(CONFLICT_KINDS),
  value: z.string(),
  declaredAt: z.iso.datetime(),
})
