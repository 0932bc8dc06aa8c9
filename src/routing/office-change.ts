import type { Clock } from '../kernel/clock.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { actorOf, signedIn } from '../staff/guard.ts'
import type { By } from './events.ts'

export interface Deps {
  db: Db
  clock: Clock
}

/** Runs a change in one transaction with its event, as the signed-in person of the request, now. */
export const officeChange =
  ({ db, clock }: Deps) =>
  <Result>(
    request: Parameters<typeof signedIn>[0],
    change: (tx: Tx, by: By) => Promise<Result>,
  ): Promise<Result> => {
    const by = { actor: actorOf(signedIn(request)), at: clock.now() }
    return db.transaction(tx => change(tx, by))
  }
