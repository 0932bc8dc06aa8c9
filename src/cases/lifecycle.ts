// The whole life of a case. One row gives the route, the permission, the event, the audit line and the checks.
import type { Permission } from '../staff/roles.ts'
import { CLOSED_STATES, OPEN_STATES, type State } from './states.ts'

/** What must be said with a transition; each has its fields in `transition-words.ts`. */
export type Needs =
  | 'nothing'
  | 'question'
  | 'answer'
  | 'reason'
  | 'recommendation'
  | 'decision'
  | 'deferral'
  | 'original'

export interface Transition {
  readonly name: string
  readonly from: readonly State[]
  readonly to: State
  /** The sub-resource that staff POST to: `/api/v1/cases/{reference}/{resource}`. None: only the clock takes it. */
  readonly resource?: string
  /** Decisions share a resource; this is their `outcome` in its body. */
  readonly outcome?: string
  readonly permission?: Permission
  readonly needs: Needs
  /** Only for this kind of form. */
  readonly kind?: 'observer' | 'support'
}

const DECIDABLE: readonly State[] = ['in-review', 'recommended', 'deferred']
const decision = {
  from: DECIDABLE,
  resource: 'decision',
  permission: 'case.decide',
  needs: 'decision',
} as const

// prettier-ignore
export const TRANSITIONS = [
  { name: 'start-review',  from: ['received'],              to: 'in-review',          resource: 'review',         permission: 'case.review',    needs: 'nothing' },
  { name: 'ask',           from: ['received', 'in-review'], to: 'awaiting-applicant', resource: 'question',       permission: 'case.ask',       needs: 'question' },
  { name: 'answer',        from: ['awaiting-applicant'],    to: 'in-review',          resource: 'answer',         permission: 'case.ask',       needs: 'answer' },
  { name: 'take-back',     from: ['awaiting-applicant'],    to: 'in-review',          resource: 'take-back',      permission: 'case.ask',       needs: 'reason' },
  { name: 'recommend',     from: ['in-review', 'recommended'], to: 'recommended',        resource: 'recommendation', permission: 'case.recommend', needs: 'recommendation' },
  { name: 'return',        from: ['recommended'],           to: 'in-review',          resource: 'return',         permission: 'case.decide',    needs: 'reason' },
  { name: 'accept',        ...decision,                     to: 'accepted',           outcome: 'accept' },
  { name: 'decline',       ...decision,                     to: 'declined',           outcome: 'decline' },
  { name: 'redirect',      ...decision,                     to: 'redirected',         outcome: 'redirect' },
  { name: 'defer',         ...decision, from: ['in-review', 'recommended'], to: 'deferred', outcome: 'defer', needs: 'deferral' },
  { name: 'resume',        from: ['deferred'],              to: 'in-review',          resource: 'resumption',     permission: 'case.review',    needs: 'nothing' },
  { name: 'admit',         from: ['accepted'],              to: 'active',             resource: 'admission',      permission: 'case.carry-out', needs: 'nothing', kind: 'observer' },
  { name: 'renew',         from: ['active'],                to: 'active',             resource: 'renewal',        permission: 'case.carry-out', needs: 'reason',  kind: 'observer' },
  { name: 'end',           from: ['active'],                to: 'ended',              resource: 'end',            permission: 'case.carry-out', needs: 'reason',  kind: 'observer' },
  { name: 'start-support', from: ['accepted'],              to: 'in-progress',        resource: 'support',        permission: 'case.carry-out', needs: 'nothing', kind: 'support' },
  { name: 'report-progress', from: ['in-progress'],         to: 'in-progress',        resource: 'progress',       permission: 'case.carry-out', needs: 'reason',  kind: 'support' },
  { name: 'deliver',       from: ['in-progress'],           to: 'delivered',          resource: 'delivery',       permission: 'case.carry-out', needs: 'reason',  kind: 'support' },
  { name: 'withdraw',      from: OPEN_STATES,               to: 'withdrawn',          resource: 'withdrawal',     permission: 'case.close',     needs: 'reason' },
  { name: 'lapse',         from: ['awaiting-applicant'],    to: 'lapsed',                                                                         needs: 'nothing' },
  { name: 'mark-duplicate', from: ['received', 'in-review', 'awaiting-applicant'], to: 'duplicate', resource: 'duplicate', permission: 'case.close', needs: 'original' },
  { name: 'mark-spam',     from: ['received', 'in-review'], to: 'spam',               resource: 'spam',           permission: 'case.close',     needs: 'reason' },
  { name: 'reopen',        from: CLOSED_STATES,             to: 'in-review',          resource: 'reopening',      permission: 'case.reopen',    needs: 'reason' },
] as const satisfies readonly Transition[]

export type TransitionName = (typeof TRANSITIONS)[number]['name']

/** The transition's row. */
export const transitionNamed = (name: TransitionName): Transition & { name: TransitionName } =>
  TRANSITIONS.find(transition => transition.name === name) ?? fail(name)

/** Which transitions leave the state, for a form of this kind. */
export const exitsFrom = (state: State, kind: 'observer' | 'support'): readonly Transition[] =>
  (TRANSITIONS as readonly Transition[]).filter(
    transition => transition.from.includes(state) && (transition.kind ?? kind) === kind,
  )

function fail(name: string): never {
  throw new Error(`No transition is named ${name}.`)
}
