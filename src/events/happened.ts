import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import type { Actor } from './define-event.ts'
import { events, eventWords } from './tables.ts'

export interface Happened {
  position: number
  at: Date
  actor: Actor
  details: Record<string, unknown>
  /** What a person wrote with it; none once erased. */
  words: Record<string, string> | null
}

const columns = {
  position: events.position,
  at: events.at,
  actor: events.actor,
  details: events.details,
  words: eventWords.words,
}

/** The events of this type in the stream, oldest first. */
export const happened = (db: Db | Tx, stream: string, type: string): Promise<Happened[]> =>
  db
    .select(columns)
    .from(events)
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(and(eq(events.stream, stream), eq(events.type, type)))
    .orderBy(asc(events.position))

/** Everything that happened in the stream, oldest first. */
export const allHappened = (
  db: Db | Tx,
  stream: string,
): Promise<(Happened & { id: string; type: string })[]> =>
  db
    .select({ id: events.id, type: events.type, ...columns })
    .from(events)
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(eq(events.stream, stream))
    .orderBy(asc(events.position))

/** The newest event of the stream whose details have the key. */
export async function latestWith(db: Db | Tx, stream: string, key: string): Promise<Happened | undefined> {
  const [latest] = await db
    .select(columns)
    .from(events)
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(and(eq(events.stream, stream), sql`${events.details} ? ${key}`))
    .orderBy(desc(events.position))
    .limit(1)
  return latest
}
