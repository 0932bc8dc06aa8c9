// THE LIST of what can be done to several cases at once: each is a step that can be taken on one case as well.
import type { Step } from '../../cases/define-step.ts'
import { STEPS } from '../../cases/steps.ts'
import type { Permission } from '../../staff/roles.ts'
import { FIELDS, type Field } from '../case/step-fields.ts'

export interface BulkAction {
  name: string
  label: string
  step: Step
  permission: Permission
  fields: readonly Field[]
  /** What happens outside this room. */
  effect: string
  /** What was done, to be followed by a number of cases. */
  done: string
}

export interface BulkResult {
  reference: string
  outcome: 'done' | 'unchanged' | 'refused' | 'undone' | 'not-undone'
  /** What stood in the way; none where nothing did. */
  message: string | null
  /** For the undo: the case, the position of the event that was recorded, and how the case stood before. */
  caseId?: string
  position?: number
  before?: { state: string; assigneeId: string | null; teamId: string | null }
}

export const MOST_CASES = 100
/** So long nobody is told of what was done to several cases. */
export const HOLD_BACK_SECONDS = 120
/** So long it can be undone in one go. */
export const UNDO_MINUTES = 15

const tag: Field = { name: 'tag', label: 'Tag', kind: 'line', hint: 'A word or two that all of you know.' }
const WAITS = 'Emails leave after two minutes: who undoes it before has told nobody.'

export const BULK_ACTIONS: readonly BulkAction[] = [
  {
    name: 'assign',
    label: 'Assign',
    ...taking('assignment'),
    // The people are filled in when the form is shown.
    fields: [
      { name: 'assigneeId', label: 'Reviewer', kind: 'choice', options: [] },
      { name: 'why', label: 'Why', kind: 'long', optional: true },
    ],
    effect: `The new assignee is told. ${WAITS}`,
    done: 'Assigned',
  },
  {
    name: 'tag',
    label: 'Put a tag on',
    ...taking('tags'),
    fields: [tag],
    effect: 'Nobody is told.',
    done: 'Tagged',
  },
  {
    name: 'untag',
    label: 'Take a tag off',
    ...taking('tag-removal'),
    fields: [tag],
    effect: 'Nobody is told.',
    done: 'Tag taken off',
  },
  {
    name: 'hold',
    label: 'Put on hold with a question',
    ...taking('question'),
    fields: FIELDS.question,
    effect: `Each applicant is asked, and the clock stops until they answer. ${WAITS}`,
    done: 'Put on hold',
  },
  {
    name: 'close-spam',
    label: 'Close as spam',
    ...taking('spam'),
    fields: FIELDS.reason,
    effect: 'Nobody is told.',
    done: 'Closed as spam',
  },
  {
    name: 'close-duplicate',
    label: 'Merge into another case',
    ...taking('duplicate'),
    fields: FIELDS.original,
    effect: `Each applicant is told. ${WAITS}`,
    done: 'Merged',
  },
  {
    name: 'close-withdrawn',
    label: 'Withdraw for the applicants',
    ...taking('withdrawal'),
    fields: FIELDS.reason,
    effect: `Each applicant is told. ${WAITS}`,
    done: 'Withdrawn',
  },
]

export const bulkActionNamed = (name: string): BulkAction | undefined =>
  BULK_ACTIONS.find(action => action.name === name)

function taking(resource: string): { step: Step; permission: Permission } {
  const step = STEPS.find(candidate => candidate.resource === resource)
  if (!step) throw new Error(`No step is named ${resource}.`)
  return { step, permission: step.permission }
}
