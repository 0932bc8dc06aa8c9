import type { Db } from '../src/kernel/database.ts'
import { forgetDoneWork } from '../src/events/outbox.ts'
import { forgetSignIns } from '../src/staff/forget-sign-ins.ts'
import { forgetIdempotencyKeys } from '../src/submissions/forget-idempotency-keys.ts'

const HOUR_MS = 3_600_000

/** Removes what has served its time: idempotency keys after 48 hours, settled outbox rows after a week, ended sessions after a month. */
export async function purge(db: Db, now: Date): Promise<void> {
  await forgetIdempotencyKeys(db, new Date(now.getTime() - 48 * HOUR_MS))
  await forgetDoneWork(db)
  await forgetSignIns(db)
}
