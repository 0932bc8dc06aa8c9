import { and, desc, eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../kernel/database.ts'
import type { Actor, EventDefinition, NewEvent, Topic } from './define-event.ts'
import { defineEvent } from './define-event.ts'
import { eventHash, GENESIS, newSalt, saltedHash } from './hash-chain.ts'
import { events, eventWords, outbox } from './tables.ts'

/** The stream of what happens in the office: rules, people, tokens. */
export const OFFICE_STREAM = '00000000-0000-4000-8000-000000000000'

/**
 * Writes an event on a case, the words that belong to it and the outbox rows that it calls for, in the caller's transaction.
 * `position` is the case's version after the guarded update that holds the case's row: so nobody else writes this position.
 */
export async function record(
  tx: Tx,
  stream: string,
  position: number,
  newEvent: NewEvent,
  id: string = randomUUID(),
): Promise<string> {
  const [previous] = await tx
    .select({ position: events.position, hash: events.hash })
    .from(events)
    .where(and(eq(events.stream, stream), eq(events.position, position - 1)))
  if (!previous) throw new Error(`Stream ${stream} has no event ${position - 1} to follow.`)
  return append(tx, id, stream, position, previous.hash, newEvent)
}

/** Records something that belongs to no case, and returns its id. Serialised by an advisory lock: such events are rare. */
export async function recordOfficeEvent(
  tx: Tx,
  event: { type: string; actor: Actor; details: Record<string, unknown>; at: Date },
): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('events.office'))`)
  const [previous] = await tx
    .select({ position: events.position, hash: events.hash })
    .from(events)
    .where(eq(events.stream, OFFICE_STREAM))
    .orderBy(desc(events.position))
    .limit(1)
  return append(tx, randomUUID(), OFFICE_STREAM, (previous?.position ?? 0) + 1, previous?.hash ?? GENESIS, {
    ...event,
    event: defineEvent(event.type),
  })
}

export interface FirstEvent {
  id: string
  stream: string
  event: EventDefinition
  at: Date
  actor: Actor
  details: Record<string, unknown>
}

/**
 * The first events of many new streams and their outbox rows: one statement each, however many.
 * Part of the group commit (submissions/batch.ts), so it takes columns to Postgres as arrays.
 */
export async function recordFirst(tx: Tx, firsts: readonly FirstEvent[]): Promise<void> {
  const hashes = firsts.map(first =>
    eventHash({
      ...first,
      position: 1,
      type: first.event.type,
      wordsHash: null,
      previousHash: GENESIS,
    }),
  )
  const work = firsts.flatMap(({ id, stream, event }) =>
    event.topics.map((topic): { id: string; stream: string; topic: Topic } => ({ id, stream, topic })),
  )
  const written = tx
    .insert(events)
    .select(
      sql`select id, stream, 1, type, at, actor::jsonb, details::jsonb, null::bytea, ${sql.placeholder('genesis')}::bytea, hash
        from unnest(${sql.placeholder('ids')}::uuid[], ${sql.placeholder('streams')}::uuid[], ${sql.placeholder('types')}::text[],
          ${sql.placeholder('ats')}::timestamptz[], ${sql.placeholder('actors')}::text[], ${sql.placeholder('details')}::text[],
          ${sql.placeholder('hashes')}::bytea[]) as first(id, stream, type, at, actor, details, hash)`,
    )
    .prepare('record_first_events')
    .execute({
      genesis: GENESIS,
      ids: firsts.map(first => first.id),
      streams: firsts.map(first => first.stream),
      types: firsts.map(first => first.event.type),
      ats: firsts.map(first => first.at),
      actors: firsts.map(first => JSON.stringify(first.actor)),
      details: firsts.map(first => JSON.stringify(first.details)),
      hashes,
    })
  const calledFor = tx
    .insert(outbox)
    .select(
      sql`select nextval('outbox_id_seq'), topic, event_id, stream, 'pending', 0, 0, now(), null::timestamptz, now(), null::text
        from unnest(${sql.placeholder('topics')}::text[], ${sql.placeholder('events')}::uuid[], ${sql.placeholder('streams')}::uuid[])
          as work(topic, event_id, stream)`,
    )
    .prepare('record_first_outbox')
    .execute({
      topics: work.map(row => row.topic),
      events: work.map(row => row.id),
      streams: work.map(row => row.stream),
    })
  await Promise.all([written, calledFor])
}

async function append(
  tx: Tx,
  id: string,
  stream: string,
  position: number,
  previousHash: Buffer,
  newEvent: NewEvent,
) {
  const salt = newSalt()
  const { words } = newEvent
  const wordsHash = words ? saltedHash(salt, words) : null
  const event = {
    id,
    stream,
    position,
    type: newEvent.event.type,
    at: newEvent.at,
    actor: newEvent.actor,
    details: newEvent.details,
    wordsHash,
    previousHash,
  }
  const { topics } = newEvent.event
  await Promise.all([
    tx.insert(events).values({ ...event, hash: eventHash(event) }),
    words && tx.insert(eventWords).values({ eventId: id, stream, salt, words }),
    topics.length > 0 && tx.insert(outbox).values(topics.map(topic => ({ topic, eventId: id, stream }))),
  ])
  return id
}
