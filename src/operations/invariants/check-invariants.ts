// What has to be true of the whole database, whatever happened to the processes around it.
import { sql } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { acceptedOnes } from './accepted.ts'
import { CASES } from './cases.ts'
import { EMAILS } from './emails.ts'
import type { Invariant } from './invariant.ts'
import { WORK } from './work.ts'

export interface Violation {
  /** The rule that is broken. */
  rule: string
  /** Where: references, ids, states. Nothing that a person wrote. */
  found: string
}

/** Of each rule. Where more is wrong, the last line says how much. */
const MOST_OF_A_RULE = 100

/**
 * Checks every rule, set by set, as the database is at one moment. `accepted`: the references that applicants were told.
 * Returns what is broken; nothing when all holds.
 */
export async function checkInvariants(
  db: Db,
  { accepted = [] }: { accepted?: readonly string[] } = {},
): Promise<Violation[]> {
  return db.transaction(
    async tx => {
      await tx.execute(sql`set local statement_timeout = 0`)
      const violations: Violation[] = []
      for (const { rule, broken } of [acceptedOnes(accepted), ...CASES, ...WORK, ...EMAILS]) {
        const { rows } = await tx.execute<{ found: string; total: number }>(sql`
          select found, count(*) over ()::int as total from (${broken}) as broken (found) order by found limit ${MOST_OF_A_RULE}`)
        violations.push(...rows.map(({ found }) => ({ rule, found })))
        const more = (rows[0]?.total ?? 0) - rows.length
        if (more > 0) violations.push({ rule, found: `and ${more} more` })
      }
      return violations
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** The rules by name, for whoever wants to say what was checked. */
export const RULES: readonly string[] = [acceptedOnes([]), ...CASES, ...WORK, ...EMAILS].map(
  ({ rule }: Invariant) => rule,
)
