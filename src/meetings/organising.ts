// An organiser does something to meetings: in one transaction, as who is signed in, now; the emails go out once it is committed.
import type { Clock } from '../kernel/clock.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { actorOf, signedIn } from '../staff/guard.ts'
import type { Person } from './candidates.ts'
import type { Organiser } from './plan-meeting.ts'

export interface MeetingDeps {
  db: Db
  clock: Clock
  /** Tells the relay that there is work; called after the commit. */
  wake: () => void
}

type Request = Parameters<typeof signedIn>[0]

export const organiserOf = (request: Request, clock: Clock): Organiser & Person => {
  const me = signedIn(request)
  return { staffId: me.staffId, roles: me.roles, actor: actorOf(me), at: clock.now() }
}

export const organising =
  ({ db, clock, wake }: MeetingDeps) =>
  async <Result>(
    request: Request,
    act: (tx: Tx, by: Organiser & Person) => Promise<Result>,
  ): Promise<Result> => {
    const result = await db.transaction(tx => act(tx, organiserOf(request, clock)))
    wake()
    return result
  }
