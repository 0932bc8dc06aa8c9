// Browsers that were sent to the identity provider: what they have to bring back, once.
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { hashOf } from '../secret.ts'
import { oidcAttempts } from './tables.ts'

export interface Attempt {
  state: string
  nonce: string
  codeVerifier: string
  /** Where to go afterwards: a path of ours. */
  next: string
}

/** `browser`: what the browser keeps in a cookie. */
export async function keepAttempt(db: Db, { state, ...rest }: Attempt, browser: string): Promise<void> {
  await db.insert(oidcAttempts).values({
    ...rest,
    stateHash: hashOf(state),
    browserHash: hashOf(browser),
    expiresAt: sql`now() + interval '10 minutes'`,
  })
}

/** Uses the attempt up; none when it is another browser's, has run out or was used. */
export async function takeAttempt(
  db: Db,
  state: string,
  browser: string,
): Promise<Omit<Attempt, 'state'> | undefined> {
  const { nonce, codeVerifier, next } = oidcAttempts
  const [taken] = await db
    .delete(oidcAttempts)
    .where(
      and(
        eq(oidcAttempts.stateHash, hashOf(state)),
        eq(oidcAttempts.browserHash, hashOf(browser)),
        gt(oidcAttempts.expiresAt, sql`now()`),
      ),
    )
    .returning({ nonce, codeVerifier, next })
  return taken
}

export async function forgetAttempts(db: Db): Promise<void> {
  await db.delete(oidcAttempts).where(lt(oidcAttempts.expiresAt, sql`now()`))
}
