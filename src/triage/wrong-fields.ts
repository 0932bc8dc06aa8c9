// What is wrong with the fields of a step's form, said in words that name the field.
import type { z } from 'zod'

/** For each issue the field that it is about, and what to do; `values` is what was typed. */
export const wrongFields = (error: z.ZodError, values: Readonly<Record<string, string>>) =>
  error.issues.map(({ path }) => {
    const name = fieldAt(path.join('/'))
    return { name, message: messageFor(name, values) }
  })

/** `criteria/clear-need` of a body is the field `criteria-clear-need` of a form. */
export const fieldAt = (path: string): string => path.replace('/', '-')

function messageFor(name: string, values: Readonly<Record<string, string>>): string {
  if (name === '') return 'Something was sent that this step does not ask for.'
  const label = name.replace(/([A-Z])/g, ' $1').toLowerCase()
  return (values[name] ?? '').trim() === '' ? `Fill in: ${label}.` : `Look at this again: ${label}.`
}
