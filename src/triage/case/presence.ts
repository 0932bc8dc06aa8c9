// Who has a case open at the moment. A name and nothing else, for two minutes after it was last seen.
import { and, asc, eq, lt, ne, or, sql } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { staff } from '../../staff/tables.ts'
import { viewings } from '../tables.ts'

const SEEN_FOR = sql`interval '2 minutes'`

interface Together {
  /** The names of the others who have it open, as a sentence; empty where nobody has. */
  together: string
  /** When this was: a page that is left says it, so that it does not take away the one that came after it. */
  seenAt: string
}

/** Notes that the person has the case open. */
export async function lookTogether(db: Db, caseId: string, staffId: string): Promise<Together> {
  const [mine] = await db
    .insert(viewings)
    .values({ caseId, staffId })
    .onConflictDoUpdate({ target: [viewings.caseId, viewings.staffId], set: { seenAt: sql`now()` } })
    .returning({ seenAt: viewings.seenAt })
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
  return {
    together: togetherSentence(others.map(({ name }) => name)),
    seenAt: mine?.seenAt.toISOString() ?? '',
  }
}

/** The person has left the page that saw it at `seenAt`. Takes what has run out with it. */
export async function lookAway(db: Db, caseId: string, staffId: string, seenAt: Date): Promise<void> {
  await db
    .delete(viewings)
    .where(
      or(
        and(eq(viewings.caseId, caseId), eq(viewings.staffId, staffId), eq(viewings.seenAt, seenAt)),
        lt(viewings.seenAt, sql`now() - ${SEEN_FOR}`),
      ),
    )
}

// "Adjoa Example and Ana Example have this case open too."
function togetherSentence(names: readonly string[]): string {
  if (names.length === 0) return ''
  const listed = new Intl.ListFormat('en-GB').format(names)
  return `${listed} ${names.length === 1 ? 'has' : 'have'} this case open too.`
}
