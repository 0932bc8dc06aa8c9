import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { outbox } from './tables.ts'

/** Whether work on the stream's events is under way or still to come. What was given up (`dead`) does not count. */
export async function hasOpenWork(tx: Tx, stream: string): Promise<boolean> {
  const [open] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.stream, stream), inArray(outbox.state, ['pending', 'claimed', 'retry'])))
    .limit(1)
  return open !== undefined
}
