// Which fields a step has, by what must be said with it.
import type { Needs, Transition } from '../../cases/lifecycle.ts'
import { REASON_CODES } from '../../cases/transition-words.ts'
import type { Review } from '../../forms/review.ts'
import { ASSESSMENT_LABELS, CRITERION, OUTCOME_LABELS, plain } from './step-words.ts'

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

const reason: Field = { name: 'reason', label: 'Reason', kind: 'long' }

/** What has to be said with a transition that is no decision. */
export const FIELDS: Readonly<
  Record<Exclude<Needs, 'decision' | 'deferral' | 'recommendation'>, readonly Field[]>
> = {
  nothing: [],
  question: [{ name: 'question', label: 'Your question', kind: 'long' }],
  answer: [{ name: 'answer', label: 'What they answered', kind: 'long' }],
  reason: [reason],
  original: [
    {
      name: 'original',
      label: 'Reference of the case to continue with',
      kind: 'line',
      hint: 'Such as OBS-7K2M4',
    },
    reason,
  ],
}

/** The fields of the step that these transitions share. */
export function fieldsOf(review: Review, exits: readonly [Transition, ...Transition[]]): readonly Field[] {
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
