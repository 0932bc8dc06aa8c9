// Telling people can wait a little, so that a step which is undone at once is told to nobody.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { events, outbox } from './tables.ts'

interface Place {
  stream: string
  position: number
}

const noticeOf = (tx: Tx, { stream, position }: Place) =>
  and(
    eq(outbox.topic, 'notify'),
    inArray(outbox.state, ['pending', 'retry']),
    eq(outbox.stream, stream),
    inArray(
      outbox.eventId,
      tx
        .select({ id: events.id })
        .from(events)
        .where(and(eq(events.stream, stream), eq(events.position, position))),
    ),
  )

/** Lets the emails of an event that was recorded in this transaction wait. */
export async function holdBack(tx: Tx, place: Place, seconds: number): Promise<void> {
  await tx
    .update(outbox)
    .set({ dueAt: sql`now() + make_interval(secs => ${seconds})` })
    .where(noticeOf(tx, place))
}

/** Makes that nobody is told of an event. Returns false when that is too late. */
export async function recall(tx: Tx, place: Place): Promise<boolean> {
  const recalled = await tx
    .update(outbox)
    .set({ state: 'done', leaseUntil: null })
    .where(noticeOf(tx, place))
    .returning({ id: outbox.id })
  return recalled.length > 0
}
