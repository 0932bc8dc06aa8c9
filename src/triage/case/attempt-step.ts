// A step that came from a form of a page: taken, or handed back with what was typed and what is wrong with it.
import { Problem } from '../../kernel/problem.ts'
import type { Step } from '../../cases/define-step.ts'
import { takeStep, type StepDeps } from '../../cases/take-step.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { fieldAt, wrongFields } from '../wrong-fields.ts'
import { CRITERION } from './step-words.ts'

/** A step that was sent and not taken: what was typed, and what is wrong with it. */
export interface Attempt {
  resource: string
  values: Readonly<Record<string, string>>
  errors: readonly { name: string; message: string }[]
  /** Of the answer. */
  status: number
  /** Which version of the case stood on the page that it was sent from. */
  version?: number | undefined
}

/**
 * Takes the step with the fields of a form, or does `act` with them; nothing comes back once it is taken. What was typed is kept whatever is wrong
 * with it: a field, or that somebody else was first. Throws what no page can help with, such as `not-found`.
 */
export async function attemptStep(
  deps: StepDeps,
  me: SignedIn,
  reference: string,
  step: Step,
  form: Readonly<Record<string, string>>,
  act: (body: unknown) => Promise<unknown> = body => takeStep(deps, me, reference, step, body),
): Promise<Attempt | undefined> {
  const { resource } = step
  const { values, given, version } = fromForm(form)
  const parsed = step.body.safeParse(given)
  if (!parsed.success) {
    return { resource, values, errors: wrongFields(parsed.error, values), status: 422, version }
  }
  try {
    await act(parsed.data)
    return undefined
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404) throw error
    const named = error.errors?.map(({ pointer, message }) => ({ name: fieldAt(pointer.slice(1)), message }))
    const errors = named ?? [{ name: '', message: error.message }]
    return { resource, values, errors, status: error.status, version }
  }
}

/** What was typed, what of it the step is given, and what the page knew. */
export function fromForm({ _csrf, _version, _again, ...values }: Readonly<Record<string, string>>) {
  const version = _version !== undefined && /^\d{1,9}$/.test(_version) ? Number(_version) : undefined
  return { values, given: filledIn(values), version }
}

// A form sends every field it has; a step takes those that were filled in and that belong to what was chosen.
function filledIn(values: Readonly<Record<string, string>>): Record<string, unknown> {
  const { conflict } = values
  if (conflict === 'no') return { conflict }
  const filled = Object.entries(values).filter(([, value]) => value.trim() !== '')
  const criteria = filled
    .filter(([name]) => name.startsWith(CRITERION))
    .map(([name, value]) => [name.slice(CRITERION.length), value])
  return {
    ...Object.fromEntries(filled.filter(([name]) => !name.startsWith(CRITERION))),
    ...(criteria.length > 0 && { criteria: Object.fromEntries(criteria) }),
  }
}
