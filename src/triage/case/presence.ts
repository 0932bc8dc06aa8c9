// Who has a case open at the moment. A name and nothing else, for two minutes after it was last seen.
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { staff } from '../../staff/tables.ts'
import { viewings } from '../tables.ts'

const SEEN_FOR = sql`interval '2 minutes'`

/** Notes that the person has the case open, and returns the names of the others who have. */
export async function lookTogether(db: Db, caseId: string, staffId: string): Promise<string[]> {
  await db
    .insert(viewings)
    .values({ caseId, staffId })
    .onConflictDoUpdate({ target: [viewings.caseId, viewings.staffId], set: { seenAt: sql`now()` } })
  const others = await db
    .select({ name: staff.name })
    .from(viewings)
    .innerJoin(staff, eq(staff.id, viewings.staffId))
    .where(
      and(
        eq(viewings.caseId, caseId),
        ne(viewings.staffId, staffId),
        sql`${viewings.seenAt} > now() - ${SEEN_FOR}`,
      ),
    )
    .orderBy(asc(staff.name))
  return others.map(({ name }) => name)
}

/** The person has closed it. Takes what has run out with it. */
export async function lookAway(db: Db, caseId: string, staffId: string): Promise<void> {
  await db
    .delete(viewings)
    .where(
      sql`(${viewings.caseId} = ${caseId} and ${viewings.staffId} = ${staffId}) or ${viewings.seenAt} < now() - ${SEEN_FOR}`,
    )
}

/** "Adjoa Example and Ana Example have this case open." Empty where nobody has. */
export function togetherSentence(names: readonly string[]): string {
  if (names.length === 0) return ''
  const listed = new Intl.ListFormat('en-GB').format(names)
  return `${listed} ${names.length === 1 ? 'has' : 'have'} this case open too.`
}
