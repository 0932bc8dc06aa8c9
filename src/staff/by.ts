import type { Actor } from '../events/define-event.ts'

/** Who does something in the office, and when: what its event says. */
export interface By {
  actor: Actor
  at: Date
}
