// What a person can do to a case.
import type { z } from 'zod'
import type { Tx } from '../kernel/database.ts'
import type { Actor } from '../events/define-event.ts'
import type { Form } from '../forms/define-form.ts'
import type { Permission } from '../staff/roles.ts'
import type { StandardAt } from './standards.ts'
import type { cases } from './tables.ts'

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

export const defineStep = <Body extends z.ZodType>(step: {
  resource: string
  permission: Permission
  summary: string
  body: Body
  moves?: boolean
  unread?: boolean
  take: (tx: Tx, theCase: CaseRow, by: By, body: z.infer<Body>) => Promise<CaseRow | void>
}): Step => ({ moves: false, unread: false, ...step })
