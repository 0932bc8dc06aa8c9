// A step that came from a form of a page: taken, or handed back with what was typed and what is wrong with it.
import { Problem } from '../../kernel/problem.ts'
import type { Step } from '../../cases/steps.ts'
import { takeStep, type StepDeps } from '../../cases/take-step.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'

/** A step that was sent and not taken: what was typed, and what is wrong with it. */
export interface Attempt {
  resource: string
  values: Readonly<Record<string, string>>
  errors: readonly { name: string; message: string }[]
  /** Of the answer. */
  status: number
}

/**
 * Takes the step with the fields of a form; nothing comes back once it is taken. What was typed is kept whatever is wrong
 * with it: a field, or that somebody else was first. Throws what no page can help with, such as `not-found`.
 */
export async function attemptStep(
  deps: StepDeps,
  me: SignedIn,
  reference: string,
  step: Step,
  form: Readonly<Record<string, string>>,
): Promise<Attempt | undefined> {
  const { resource } = step
  const { _csrf, ...values } = form
  const given = fromForm(values)
  const parsed = step.body.safeParse(given)
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path: [name = ''] }) => ({
      name: String(name),
      message: messageFor(String(name), given),
    }))
    return { resource, values, errors, status: 422 }
  }
  try {
    await takeStep(deps, me, reference, step, parsed.data)
    return undefined
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404) throw error
    const named = error.errors?.map(({ pointer, message }) => ({ name: pointer.slice(1), message }))
    return { resource, values, errors: named ?? [{ name: '', message: error.message }], status: error.status }
  }
}

// A form sends every field it has; a step takes those that were filled in and that belong to what was chosen.
function fromForm(values: Readonly<Record<string, string>>): Record<string, string> {
  const { conflict } = values
  if (conflict === 'no') return { conflict }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))
}

function messageFor(name: string, given: Readonly<Record<string, string>>): string {
  if (name === '') return 'Something was sent that this step does not ask for.'
  const label = name.replace(/([A-Z])/g, ' $1').toLowerCase()
  return given[name] === undefined ? `Fill in: ${label}.` : `Look at this again: ${label}.`
}
