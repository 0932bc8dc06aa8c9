// What a passkey signs has to be new each time: a challenge counts once, for what it was made for, in its own session.
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import { hashOf } from '../secret.ts'
import type { ChallengePurpose } from '../sign-in/words.ts'
import { passkeyChallenges } from './tables.ts'

export interface Asked {
  purpose: ChallengePurpose
  /** None where nobody has come in yet. */
  sessionId?: string | undefined
}

export async function keepChallenge(db: Db, challenge: string, { purpose, sessionId }: Asked): Promise<void> {
  await db.insert(passkeyChallenges).values({
    challengeHash: hashOf(challenge),
    purpose,
    sessionId: sessionId ?? null,
    expiresAt: sql`now() + interval '5 minutes'`,
  })
}

/** Uses the challenge up: whether it was still good for this. */
export async function takeChallenge(
  tx: Tx,
  challenge: string,
  { purpose, sessionId }: Asked,
): Promise<boolean> {
  const taken = await tx
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.challengeHash, hashOf(challenge)),
        eq(passkeyChallenges.purpose, purpose),
        sessionId === undefined
          ? isNull(passkeyChallenges.sessionId)
          : eq(passkeyChallenges.sessionId, sessionId),
        gt(passkeyChallenges.expiresAt, sql`now()`),
      ),
    )
    .returning({ purpose: passkeyChallenges.purpose })
  return taken.length > 0
}

export async function forgetChallenges(db: Db): Promise<void> {
  await db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, sql`now()`))
}
