// What an event is. A feature lists its own in its `events.ts`; the outbox topics that an event calls for stand with it.
export type Actor =
  | { kind: 'applicant' }
  | { kind: 'staff'; id: string; token?: string }
  | { kind: 'system'; id: 'intake' | 'router' | 'clock' | 'mail' | 'operator' | 'scanner' }

/** The outbox's topics: each is one kind of work that a worker does once for an event. */
export const TOPICS = ['route-case', 'notify', 'mail-link'] as const
export type Topic = (typeof TOPICS)[number]

export interface EventDefinition<Type extends string = string> {
  readonly type: Type
  readonly topics: readonly Topic[]
}

export const defineEvent = <const Type extends string>(
  type: Type,
  ...topics: Topic[]
): EventDefinition<Type> => ({ type, topics })

/** Something that happened on one case, ready to be recorded. */
export interface NewEvent {
  event: EventDefinition
  at: Date
  actor: Actor
  /** Identifiers, codes, states, dates: nothing that a person wrote. */
  details: Record<string, unknown>
  /** What a person wrote; kept apart so that it can be erased. */
  words?: Record<string, string> | undefined
}
