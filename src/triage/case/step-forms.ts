// The forms for the next steps on a case: which fields a step needs, and whether the applicant hears of it.
import { exitsFrom, type Needs, type Transition } from '../../cases/lifecycle.ts'
import { STATE, type State } from '../../cases/states.ts'
import { REASON_CODES } from '../../cases/transition-words.ts'
import { may, type Role } from '../../staff/roles.ts'

export interface Field {
  name: string
  label: string
  hint?: string
  kind: 'long' | 'line' | 'date' | 'choice'
  options?: readonly { value: string; label: string }[]
  optional?: true
}

export interface StepForm {
  resource: string
  title: string
  /** What happens outside this room when it is sent. */
  effect: string
  /** Whether the applicant is written to: such a form must not be taken for a note. */
  told: boolean
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
  duplicate: 'Close as duplicate',
  spam: 'Close as spam',
  reopening: 'Reopen',
}

const OUTCOMES: Readonly<Record<string, string>> = {
  accept: 'Accept',
  decline: 'Decline',
  redirect: 'Redirect',
  defer: 'Defer',
}

const plain = (code: string): string => code.replaceAll('-', ' ')
const reason: Field = { name: 'reason', label: 'Reason', kind: 'long' }

const FIELDS: Readonly<Record<Exclude<Needs, 'decision' | 'deferral'>, readonly Field[]>> = {
  nothing: [],
  question: [{ name: 'question', label: 'Your question', kind: 'long' }],
  answer: [{ name: 'answer', label: 'What they answered', kind: 'long' }],
  reason: [reason],
  recommendation: [
    { name: 'recommendation', label: 'Recommendation', kind: 'choice', options: options(OUTCOMES) },
    reason,
  ],
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

/** The steps that somebody with these roles may take on a case in this state, in the order of the lifecycle. */
export function stepForms(state: State, kind: 'observer' | 'support', roles: readonly Role[]): StepForm[] {
  const exits = exitsFrom(state, kind).filter(exit => exit.permission && may(roles, exit.permission))
  const resources = [...new Set(exits.flatMap(exit => exit.resource ?? []))]
  return resources.map(resource => {
    const [first, ...others] = exits.filter(exit => exit.resource === resource)
    if (!first) throw new Error(`No exit leads to ${resource}.`)
    const told = STATE[first.to].publicStatus !== STATE[state].publicStatus && first.to !== 'spam'
    return {
      resource,
      title: TITLES[resource] ?? plain(resource),
      told,
      effect: told ? 'The applicant is told by email.' : 'The applicant is not told.',
      fields:
        first.outcome === undefined
          ? FIELDS[first.needs as keyof typeof FIELDS]
          : decisionFields([first, ...others]),
    }
  })
}

function decisionFields(exits: readonly Transition[]): Field[] {
  const outcomes = exits.flatMap(({ outcome }) => outcome ?? [])
  const codes = outcomes.flatMap(outcome =>
    REASON_CODES[outcome as keyof typeof REASON_CODES].map(code => ({
      value: code,
      label: `${OUTCOMES[outcome]}: ${plain(code)}`,
    })),
  )
  return [
    {
      name: 'outcome',
      label: 'Outcome',
      kind: 'choice',
      options: outcomes.map(value => ({ value, label: OUTCOMES[value] ?? value })),
    },
    {
      name: 'reasonCode',
      label: 'Reason',
      kind: 'choice',
      options: codes,
      hint: 'It must belong to the outcome.',
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
