// What is wrong with the fields of a step's form, said in words that name the field.
import type { z } from 'zod'

export const wrongFields = (error: z.ZodError, given: Readonly<Record<string, string>>) =>
  error.issues.map(issue => {
    const name = String(issue.path[0] ?? '')
    return { name, message: messageFor(name, given) }
  })

function messageFor(name: string, given: Readonly<Record<string, string>>): string {
  if (name === '') return 'Something was sent that this step does not ask for.'
  const label = name.replace(/([A-Z])/g, ' $1').toLowerCase()
  return given[name] === undefined ? `Fill in: ${label}.` : `Look at this again: ${label}.`
}
