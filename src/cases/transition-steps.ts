// The transitions of the table as steps: those that share a resource are one.
import { z } from 'zod'
import { defineStep, type Step } from './define-step.ts'
import { TRANSITIONS, type Transition, type TransitionName } from './lifecycle.ts'
import { BODY_OF, type Body } from './transition-words.ts'
import { moveCase } from './transition.ts'

type Sharing = [Transition, ...Transition[]]

export const transitionSteps = (): Step[] => [...byResource()].map(transitionStep)

function transitionStep([resource, transitions]: [string, Sharing]): Step {
  const [first] = transitions
  return defineStep({
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
