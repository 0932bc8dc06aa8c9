// The forms for the next steps on a case, and whether the applicant hears of them.
import type { CaseRow } from '../../cases/define-step.ts'
import { exitsOf } from '../../cases/quarantine.ts'
import { STATE } from '../../cases/states.ts'
import type { Review } from '../../forms/review.ts'
import { may, type Role } from '../../staff/roles.ts'
import { fieldsOf, type Field } from './step-fields.ts'
import { stepTitle } from './step-words.ts'

export interface StepForm {
  resource: string
  title: string
  /** What happens outside this room when it is sent. */
  effect: string
  /** Whether the applicant is written to: such a form must not be taken for a note. */
  told: boolean
  /** Why this person cannot take it now, though the case could; such a step has no form. */
  blocked?: string | undefined
  fields: readonly Field[]
}

interface Reviewing {
  review: Review
  /** Why this person cannot decide alone; none where they can. */
  notAlone: string | undefined
}

/** The steps that somebody with these roles may take on the case as it is, in the order of the lifecycle. */
export function stepForms(
  theCase: Pick<CaseRow, 'state' | 'kind' | 'quarantine'>,
  roles: readonly Role[],
  { review, notAlone }: Reviewing,
): StepForm[] {
  const { state } = theCase
  const exits = exitsOf(theCase).filter(exit => exit.permission && may(roles, exit.permission))
  const resources = [...new Set(exits.flatMap(exit => exit.resource ?? []))]
  return resources.map(resource => {
    const [first, ...others] = exits.filter(exit => exit.resource === resource)
    if (!first) throw new Error(`No exit leads to ${resource}.`)
    // Spam is not answered, nor is what was taken for it.
    const silent = first.to === 'spam' || state === 'spam'
    const told = !silent && STATE[first.to].publicStatus !== STATE[state].publicStatus
    return {
      resource,
      title: stepTitle(resource),
      told,
      effect: told ? 'The applicant is told by email.' : 'The applicant is not told.',
      blocked: resource === 'decision' ? notAlone : undefined,
      fields: fieldsOf(review, [first, ...others]),
    }
  })
}
