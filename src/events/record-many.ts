import { and, eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../kernel/database.ts'
import type { NewEvent } from './define-event.ts'
import { eventHash } from './hash-chain.ts'
import { events, outbox } from './tables.ts'

/** Of each statement: Postgres takes 65,535 values in one. */
const BATCH = 500

export interface Place {
  stream: string
  /** As in `record`: the case's version after the guarded update that holds the case's row. */
  position: number
}

/** Writes the same event on many cases, and the outbox rows that it calls for: three statements for each 500 of them. */
export async function recordMany(
  tx: Tx,
  places: readonly Place[],
  { event, at, actor, details }: Omit<NewEvent, 'words'>,
): Promise<void> {
  for (let from = 0; from < places.length; from += BATCH) {
    const batch = places.slice(from, from + BATCH)
    const before = await hashesBefore(tx, batch)
    const rows = batch.map(({ stream, position }) => {
      const previousHash = before.get(stream)
      if (!previousHash) throw new Error(`Stream ${stream} has no event ${position - 1} to follow.`)
      const row = { id: randomUUID(), stream, position, type: event.type, at, actor, details }
      const chained = { ...row, wordsHash: null, previousHash }
      return { ...chained, hash: eventHash(chained) }
    })
    await tx.insert(events).values(rows)
    const work = rows.flatMap(({ id: eventId, stream }) =>
      event.topics.map(topic => ({ topic, eventId, stream })),
    )
    if (work.length > 0) await tx.insert(outbox).values(work)
  }
}

async function hashesBefore(tx: Tx, places: readonly Place[]): Promise<ReadonlyMap<string, Buffer>> {
  const streams = sql.param(places.map(({ stream }) => stream))
  const positions = sql.param(places.map(({ position }) => position - 1))
  const found = await tx
    .select({ stream: events.stream, hash: events.hash })
    .from(events)
    .innerJoin(
      sql`unnest(${streams}::uuid[], ${positions}::int[]) as place(stream, position)`,
      and(eq(events.stream, sql`place.stream`), eq(events.position, sql`place.position`)),
    )
  return new Map(found.map(({ stream, hash }) => [stream, hash]))
}
