// Looks whether people can still work on the cases that they have: roles change, conflicts are declared, affiliations are corrected.
import { sql } from 'drizzle-orm'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import { leaveUnfit } from './leave-cases.ts'

const ROUTER = { kind: 'system', id: 'router' } as const
/** Somebody may get a case in the moment in which they become unfit for it: that is found then. */
const ANEW_MS = 3_600_000

/**
 * Returns a function that takes the cases which their assignees cannot work on any more from them, and says how many; to be called
 * again and again. It looks only at people about whom something has changed.
 */
export function unfitWatch({ db, clock }: { db: Db; clock: Clock }): () => Promise<number> {
  const looked = new Map<string, string>()
  let begun = clock.now()

  return async () => {
    const at = clock.now()
    if (at.getTime() - begun.getTime() > ANEW_MS) {
      looked.clear()
      begun = at
    }
    let left = 0
    for (const { staffId, standing } of await assignees(db)) {
      if (looked.get(staffId) === standing) continue
      left += await db.transaction(tx => leaveUnfit(tx, staffId, { actor: ROUTER, at }))
      looked.set(staffId, standing)
    }
    return left
  }
}

/** Who has open cases, with all that says whether they can work on them. */
async function assignees(db: Db): Promise<{ staffId: string; standing: string }[]> {
  const { rows } = await db.execute<{ staffId: string; standing: string }>(sql`
    select id as "staffId", jsonb_build_array(active, roles, country, organisation, email, (
      select jsonb_agg(jsonb_build_array(kind, value) order by kind, value) from conflicts where staff_id = staff.id
    ))::text as standing
    from staff
    where exists (select from cases where assignee_id = staff.id and due_at is not null)
    order by id`)
  return rows
}
