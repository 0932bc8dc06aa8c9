// Everything that a person can do to a case, for the API and the pages alike: the transitions of the table, and the few
// steps that leave the state as it is.
import { z } from 'zod'
import type { Tx } from '../kernel/database.ts'
import { words } from '../kernel/words.ts'
import type { Actor } from '../events/define-event.ts'
import type { Form } from '../forms/define-form.ts'
import type { Permission } from '../staff/roles.ts'
import { addNote } from './add-note.ts'
import { announceDelay } from './announce-delay.ts'
import { askReviewer } from './ask-reviewer.ts'
import { assignByPerson } from './assign-by-person.ts'
import { declareNoConflict } from './declare.ts'
import { TRANSITIONS, type Transition, type TransitionName } from './lifecycle.ts'
import { recuse } from './recuse.ts'
import type { StandardAt } from './standards.ts'
import type { cases } from './tables.ts'
import { BODY_OF, day, type Body } from './transition-words.ts'
import { moveCase } from './transition.ts'
import { unmerge } from './unmerge.ts'
import { writeToApplicant } from './write-to-applicant.ts'

export type CaseRow = typeof cases.$inferSelect

/** Who takes the step, and when. */
export interface By {
  staffId: string
  actor: Actor
  at: Date
  standard: StandardAt
  forms: readonly Form[]
}

export interface Step {
  /** The sub-resource of the case to which it is posted. */
  resource: string
  permission: Permission
  summary: string
  body: z.ZodType
  /** Whether it is a transition. */
  moves: boolean
  /** It can be taken on a case that one has not read: without having declared that one has no conflict of interest. */
  unread: boolean
  /** Takes the step in the caller's transaction; returns the case where it was moved. */
  take: (tx: Tx, theCase: CaseRow, by: By, body: never) => Promise<CaseRow | void>
}

const define = <Body extends z.ZodType>(step: {
  resource: string
  permission: Permission
  summary: string
  body: Body
  moves?: boolean
  unread?: boolean
  take: (tx: Tx, theCase: CaseRow, by: By, body: z.infer<Body>) => Promise<CaseRow | void>
}): Step => ({ moves: false, unread: false, ...step })

const recusalWords = {
  reason: words(2000),
  handOver: words(4000).optional().describe('What whoever takes the case over should know'),
}

export const STEPS: readonly Step[] = [
  ...[...byResource()].map(transitionStep),
  define({
    resource: 'assignment',
    permission: 'case.assign',
    summary: 'Give the case to a person who has no conflict of interest in it',
    unread: true,
    body: z.strictObject({ assigneeId: z.uuid(), why: words(2000).optional() }),
    take: (tx, theCase, by, { assigneeId, why }) => assignByPerson(tx, theCase, { ...by, assigneeId, why }),
  }),
  define({
    resource: 'reviewers',
    permission: 'case.assign',
    summary: 'Ask somebody else for a recommendation too: they see the case, and it stays with its assignee',
    unread: true,
    body: z.strictObject({ reviewerId: z.uuid(), why: words(2000).optional() }),
    take: (tx, theCase, by, { reviewerId, why }) => askReviewer(tx, theCase, { ...by, reviewerId, why }),
  }),
  define({
    resource: 'notes',
    permission: 'case.note',
    summary:
      'Write a note for the staff, never sent to an applicant; whom it names as @Name is told that it is there',
    body: z.strictObject({ note: words(8000) }),
    take: (tx, theCase, by, { note }) => addNote(tx, theCase, { ...by, note }),
  }),
  define({
    resource: 'messages',
    permission: 'case.ask',
    summary: 'Write to the applicant without asking for anything: the clock runs on',
    body: z.strictObject({ message: words(8000) }),
    take: (tx, theCase, by, { message }) => writeToApplicant(tx, theCase, { ...by, message }),
  }),
  define({
    resource: 'separation',
    permission: 'case.close',
    summary: 'Take a duplicate out again: it is as it was before it was merged, with the date that it owed',
    body: z.strictObject({ reason: words(2000) }),
    moves: true,
    take: (tx, theCase, by, { reason }) => unmerge(tx, theCase, { ...by, reason }),
  }),
  define({
    resource: 'delay',
    permission: 'case.ask',
    summary: 'Tell the applicant, with the reason, that the decision will be late',
    body: z.strictObject({ until: day, reason: words(2000) }),
    take: (tx, theCase, by, body) => announceDelay(tx, theCase, { ...by, ...body }, by.standard),
  }),
  define({
    resource: 'recusal',
    permission: 'case.read',
    summary: 'Step back for a conflict of interest: the case goes to somebody else, and you no longer see it',
    unread: true,
    body: z.strictObject(recusalWords),
    take: (tx, theCase, by, body) => recuse(tx, theCase, { ...by, ...body }),
  }),
  define({
    resource: 'declaration',
    permission: 'case.read',
    summary:
      'Say whether you have a conflict of interest: without one the case opens to you, with one you are recused',
    unread: true,
    body: z.discriminatedUnion('conflict', [
      z.strictObject({ conflict: z.literal('no') }),
      z.strictObject({ conflict: z.literal('yes'), ...recusalWords }),
    ]),
    take: (tx, theCase, by, body) =>
      body.conflict === 'no'
        ? declareNoConflict(tx, theCase.id, by)
        : recuse(tx, theCase, { ...by, reason: body.reason, handOver: body.handOver }),
  }),
]

type Sharing = [Transition, ...Transition[]]

function transitionStep([resource, transitions]: [string, Sharing]): Step {
  const [first] = transitions
  return define({
    resource,
    permission: first.permission ?? 'case.decide',
    summary: `Take the transition ${transitions.map(({ name }) => name).join(', ')}: from ${first.from.join(', ')}`,
    body: bodyOf(transitions),
    moves: true,
    take(tx, { id: caseId }, by, { outcome, ...body }) {
      const transition = transitions.find(candidate => candidate.outcome === outcome) ?? first
      return moveCase(tx, { ...by, caseId, name: transition.name as TransitionName, body })
    },
  })
}

function byResource(): Map<string, Sharing> {
  const resources = new Map<string, Sharing>()
  for (const transition of TRANSITIONS as readonly Transition[]) {
    if (transition.resource === undefined) continue
    const others = resources.get(transition.resource)
    if (others) others.push(transition)
    else resources.set(transition.resource, [transition])
  }
  return resources
}

// Transitions that share a resource are told apart by `outcome`.
function bodyOf([first, ...others]: Sharing): z.ZodType<Body & { outcome?: string }> {
  const single = BODY_OF[first.needs] as z.ZodType
  if (first.outcome === undefined) return single as z.ZodType<Body & { outcome?: string }>
  const variants = [first, ...others].map(({ outcome = '', needs }) =>
    (BODY_OF[needs] as z.ZodObject).extend({ outcome: z.literal(outcome) }),
  )
  return z.discriminatedUnion('outcome', variants as never)
}
