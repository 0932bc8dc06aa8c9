import { z } from 'zod'

// PostgreSQL cannot store NUL, and a lone surrogate is half a character: both are refused before they get there.
const storable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed()

/** What a person wrote: trimmed, not empty, at most `max` characters, storable. */
export const words = (max: number, min = 1) =>
  z
    .string()
    .refine(storable, {
      error: 'Remove the characters that cannot be shown.',
      params: { code: 'invalid-characters' },
    })
    .trim()
    .min(min)
    .max(max)
