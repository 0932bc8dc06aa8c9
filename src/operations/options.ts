import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isSendable } from '../kernel/outgoing-message.ts'
import { words } from '../kernel/words.ts'
import { ROLES } from '../staff/roles.ts'

/** Reads `--name value` pairs; `words` are what stands without a name. Throws an error of one line that shows the usage. */
export function readOptions(given: string[], names: readonly string[], usage: string) {
  const options = Object.fromEntries(names.map(name => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args: given, options, allowPositionals: true })
    return { values: values as Readonly<Record<string, string | undefined>>, words: positionals }
  } catch (error) {
    throw new Error(`${(error as Error).message.split('. ')[0]}. Usage: ${usage}`, { cause: error })
  }
}

// What the options of several commands are.
export const email = z.string().trim().toLowerCase().refine(isSendable, 'give an email address')
export const name = words(100)
export const roles = z
  .string()
  .transform(text => text.split(',').map(role => role.trim()))
  .pipe(
    z.array(z.enum(ROLES, { error: `give some of ${ROLES.join(', ')}, with commas between them` })).min(1),
  )
  .transform(chosen => [...new Set(chosen)])
export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine(
      text => /^\d{1,6}$/.test(text) && Number(text) >= from && Number(text) <= to,
      `give a whole number from ${from} to ${to}`,
    )
    .transform(Number)
