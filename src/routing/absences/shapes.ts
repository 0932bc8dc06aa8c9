// What the API takes and gives of absences.
import { z } from 'zod'
import { words } from '../../kernel/words.ts'

// Years that Postgres and people both mean.
const day = z.iso
  .date()
  .refine(date => date >= '2000-01-01' && date <= '2199-12-31', 'Give a day from 2000 to 2199.')

export const absenceParams = z.strictObject({ absenceId: z.uuid() })

export const absenceQuery = z.strictObject({
  since: day.default('2000-01-01').describe('Only those that end on or after this day'),
  staffId: z.uuid().optional(),
})

export const absenceBody = z
  .strictObject({
    staffId: z.uuid(),
    from: day.describe('The first day away'),
    to: day.describe('The last day away'),
    note: words(200).nullable().default(null),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: 'Give a last day that is not before the first.',
  })

export const absenceAnswer = z.object({
  id: z.uuid(),
  staffId: z.uuid(),
  from: z.string(),
  to: z.string(),
  note: z.string().nullable(),
})
