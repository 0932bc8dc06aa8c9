import { and, arrayContains, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../kernel/database.ts'
import { sessions, staff } from '../tables.ts'
import { printedLink } from './links.ts'

/**
 * A link for the terminal, good once and for ten minutes, as a path: for the first administrator until somebody has signed
 * in. Where made-up people work, at every start. None where there is no administrator to give it to.
 */
export async function firstLink(
  tx: Tx,
  { everyTime }: { everyTime: boolean },
): Promise<{ name: string; path: string } | undefined> {
  const [anybody] = await tx.select({ id: sessions.id }).from(sessions).limit(1)
  if (anybody && !everyTime) return undefined
  const [first] = await tx
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(and(eq(staff.active, true), arrayContains(staff.roles, ['administrator'])))
    .orderBy(asc(staff.createdAt), asc(staff.id))
    .limit(1)
  return first && { name: first.name, path: await printedLink(tx, first.id) }
}
