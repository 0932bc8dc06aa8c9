// Somebody comes in through a browser, in whatever way they showed who they are.
import type { Tx } from '../../kernel/database.ts'
import type { Access } from '../access.ts'
import { endSession, sessionOf } from '../sessions.ts'
import { browserName } from './browser-name.ts'
import { comeIn, type Way } from './come-in.ts'
import type { Factor, Stage } from './words.ts'

export interface Entering {
  staffId: string
  factor: Factor
  /** What the browser kept from before. */
  cookie: string | undefined
  userAgent: string | undefined
  at: Date
}

/** Opens a session. Who signs in anew in a browser leaves nobody signed in behind them. */
export async function enter(tx: Tx, entering: Entering, access: Access): Promise<Way> {
  const { staffId, factor, cookie, userAgent, at } = entering
  const before = cookie === undefined ? undefined : await sessionOf(tx, cookie)
  if (before) {
    const actor = { kind: 'staff', id: before.staffId } as const
    await endSession(tx, { id: before.id, staffId: before.staffId, by: { actor, at } })
  }
  return comeIn(tx, { staffId, factor, userAgent: browserName(userAgent), at }, access)
}

/** The page that comes after: the one that was wanted, or the second factor before it. */
export function pageAfter(stage: Stage, next: string): string {
  if (stage === 'open') return next
  const page = stage === 'second-factor' ? '/sign-in/code' : '/sign-in/set-up'
  return `${page}?next=${encodeURIComponent(next)}`
}
