// The forms for the next steps on a case: which fields a step needs, and whether the applicant hears of it.
import { exitsFrom, type Needs, type Transition } from '../../cases/lifecycle.ts'
import { STATE, type State } from '../../cases/states.ts'
import { REASON_CODES } from '../../cases/transition-words.ts'
import type { Assessment, Review } from '../../forms/review.ts'
import { may, type Role } from '../../staff/roles.ts'

export interface Field {
  name: string
  label: string
  hint?: string
  kind: 'long' | 'line' | 'date' | 'choice'
  options?: readonly { value: string; label: string }[]
  /** Instead of `options`, where they belong to different things. */
  groups?: readonly { label: string; options: readonly { value: string; label: string }[] }[]
  optional?: true
  /** Whom one may name in it. */
  people?: readonly string[]
}

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

const TITLES: Readonly<Record<string, string>> = {
  review: 'Start the review',
  question: 'Ask the applicant',
  answer: 'Enter the applicant’s answer',
  recommendation: 'Recommend',
  return: 'Return to the reviewer',
  decision: 'Decide',
  resumption: 'Take it up again',
  admission: 'Admit as observer',
  end: 'End the observer status',
  support: 'Start the support',
  delivery: 'Support is delivered',
  withdrawal: 'Withdraw for the applicant',
  duplicate: 'Merge into another case',
  spam: 'Close as spam',
  reopening: 'Reopen',
  messages: 'Write without asking',
  delay: 'Announce a delay',
  separation: 'Take it out again',
}

export const ASSESSMENT_LABELS: Readonly<Record<Assessment, string>> = {
  met: 'Met',
  'partly-met': 'Partly met',
  'not-met': 'Not met',
  'cannot-say': 'Cannot say',
}

export const OUTCOME_LABELS: Readonly<Record<string, string>> = {
  accept: 'Accept',
  decline: 'Decline',
  redirect: 'Redirect',
  defer: 'Defer',
}

/** How the field of a criterion is called: by its code after this. */
export const CRITERION = 'criteria-'

const plain = (code: string): string => code.replaceAll('-', ' ')
const reason: Field = { name: 'reason', label: 'Reason', kind: 'long' }

/** What the button of a step is called. */
export const stepTitle = (resource: string): string => TITLES[resource] ?? plain(resource)

const FIELDS: Readonly<Record<Exclude<Needs, 'decision' | 'deferral' | 'recommendation'>, readonly Field[]>> =
  {
    nothing: [],
    question: [{ name: 'question', label: 'Your question', kind: 'long' }],
    answer: [{ name: 'answer', label: 'What they answered', kind: 'long' }],
    reason: [reason],
    original: [
      {
        name: 'original',
        label: 'Reference of the case that goes on',
        kind: 'line',
        hint: 'Such as OBS-7K2M4',
      },
      reason,
    ],
  }

interface Reviewing {
  review: Review
  /** Why this person cannot decide alone; none where they can. */
  notAlone: string | undefined
}

/** The steps that somebody with these roles may take on a case in this state, in the order of the lifecycle. */
export function stepForms(
  state: State,
  kind: 'observer' | 'support',
  roles: readonly Role[],
  { review, notAlone }: Reviewing,
): StepForm[] {
  const exits = exitsFrom(state, kind).filter(exit => exit.permission && may(roles, exit.permission))
  const resources = [...new Set(exits.flatMap(exit => exit.resource ?? []))]
  return resources.map(resource => {
    const [first, ...others] = exits.filter(exit => exit.resource === resource)
    if (!first) throw new Error(`No exit leads to ${resource}.`)
    const told = STATE[first.to].publicStatus !== STATE[state].publicStatus && first.to !== 'spam'
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

function fieldsOf(review: Review, exits: readonly [Transition, ...Transition[]]): readonly Field[] {
  const [{ needs, outcome }] = exits
  if (outcome !== undefined) return decisionFields(exits)
  if (needs === 'recommendation') return recommendationFields(review)
  return FIELDS[needs as keyof typeof FIELDS]
}

const recommendationFields = ({ criteria }: Review): Field[] => [
  ...criteria.map(({ code, label }): Field => ({
    name: `${CRITERION}${code}`,
    label: label.en,
    kind: 'choice',
    options: options(ASSESSMENT_LABELS),
  })),
  { name: 'recommendation', label: 'Recommendation', kind: 'choice', options: options(OUTCOME_LABELS) },
  reason,
]

function decisionFields(exits: readonly Transition[]): Field[] {
  const outcomes = exits.flatMap(({ outcome }) => outcome ?? [])
  const groups = outcomes.map(outcome => ({
    label: OUTCOME_LABELS[outcome] ?? outcome,
    options: REASON_CODES[outcome as keyof typeof REASON_CODES].map(code => ({
      value: code,
      label: plain(code),
    })),
  }))
  return [
    {
      name: 'outcome',
      label: 'Outcome',
      kind: 'choice',
      options: outcomes.map(value => ({ value, label: OUTCOME_LABELS[value] ?? value })),
    },
    {
      name: 'reasonCode',
      label: 'Reason',
      kind: 'choice',
      groups,
      hint: 'One that belongs to the outcome.',
    },
    {
      name: 'reason',
      label: 'The reason in plain words',
      kind: 'long',
      hint: 'In the applicant’s language.',
    },
    { name: 'wouldChange', label: 'What would change this decision', kind: 'long' },
    { name: 'anotherLook', label: 'How to ask for another look', kind: 'long' },
    ...(outcomes.includes('defer')
      ? [
          {
            name: 'deferredTo',
            label: 'Deferred to',
            kind: 'date',
            hint: 'Only when you defer.',
            optional: true,
          } as const,
        ]
      : []),
  ]
}

function options(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
