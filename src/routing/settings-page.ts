// What the settings pages of routing have in common.
import { z } from 'zod'
import type { Actor } from '../events/define-event.ts'
import { Problem } from '../kernel/problem.ts'

export const READ_PAGE = {
  config: { policy: { permission: 'settings.read' } },
  schema: { hide: true },
} as const
export const WRITE_PAGE = {
  config: { policy: { permission: 'settings.write' } },
  schema: { hide: true },
} as const

/** Who did something, for people. */
export const nameOfActor = (actor: Actor, names: ReadonlyMap<string, string>): string =>
  actor.kind === 'staff' ? (names.get(actor.id) ?? 'someone who has left') : 'the first start'

export interface Wrong {
  field: string
  message: string
}

/** What is wrong by field, each once, in the words of the form. */
export const wrongFields = (error: z.ZodError, messages: Readonly<Record<string, string>>): Wrong[] =>
  [...new Set(error.issues.map(issue => String(issue.path[0] ?? '')))].map(field => ({
    field,
    message: messages[field] ?? 'Look at this again.',
  }))

/** What a form sent, as text, so that it can be shown again. */
export const typedIn = (body: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : '',
    ]),
  )

/** Runs a change that a form asked for; returns what to tell the person, none where it was made. Throws what nobody can mend. */
export async function refusal(change: () => Promise<unknown>): Promise<Problem | undefined> {
  try {
    await change()
    return undefined
  } catch (error) {
    if (error instanceof Problem && error.status < 500 && error.status !== 404) return error
    throw error
  }
}

/** The word in `?done=`; empty where there is none. */
export const doneIn = (query: unknown): string =>
  z.object({ done: z.string().catch('') }).safeParse(query).data?.done ?? ''
