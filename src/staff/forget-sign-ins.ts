import type { Db } from '../kernel/database.ts'
import { forgetChallenges } from './passkeys/challenges.ts'
import { forgetSessions } from './sessions.ts'
import { forgetLinks } from './sign-in/links.ts'
import { forgetAttempts } from './single-sign-on/attempts.ts'
import { forgetThrottles } from './sign-in/throttle.ts'

/** Deletes what is left of signing in: links a week after they ran out, sessions a month after they ended. */
export async function forgetSignIns(db: Db): Promise<void> {
  await forgetLinks(db)
  await forgetSessions(db)
  await forgetThrottles(db)
  await forgetChallenges(db)
  await forgetAttempts(db)
}
