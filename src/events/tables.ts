import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, listed, moment } from '../kernel/columns.ts'
import type { Actor } from './define-event.ts'

/**
 * What happened, written once. The database refuses UPDATE, DELETE and TRUNCATE (migrations/0001_append_only.sql).
 * A stream is one case, or the office (rules, people, tokens). `position` counts from 1 in its stream, and each
 * event's hash covers the one before it.
 */
export const events = pgTable(
  'events',
  {
    id: uuid('id').notNull(),
    stream: uuid('stream').notNull(),
    position: integer('position').notNull(),
    type: text('type').notNull(),
    at: moment('at').notNull(),
    actor: jsonb('actor').$type<Actor>().notNull(),
    /** Identifiers, codes, states and dates. Never what a person wrote, nor their name or address. */
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
    /** SHA-256 over salt and words, where people's words belong to the event: the words can be erased, the chain holds. */
    wordsHash: bytea('words_hash'),
    previousHash: bytea('previous_hash').notNull(),
    hash: bytea('hash').notNull(),
  },
  table => [
    primaryKey({ name: 'events_pkey', columns: [table.stream, table.position] }),
    unique('events_id_key').on(table.id),
    index('events_at_index').on(table.at.desc()),
    // For the search of the audit trail; what comes in by the thousand is left out, so that taking it in costs nothing.
    index('events_staff_index')
      .on(sql`(actor ->> 'id')`, table.at.desc())
      .where(sql`actor ->> 'kind' = 'staff'`),
    index('events_type_index')
      .on(table.type, table.at.desc())
      .where(sql`type not in ('submission.received', 'case.assigned')`),
    check(
      'events_decision_reasoned_check',
      sql`${table.type} <> 'case.decided' or (${table.wordsHash} is not null and coalesce(length(${table.details} ->> 'reasonCode'), 0) > 0)`,
    ),
  ],
)

/** People's own words that belong to an event: a question, a note, a reason. Erased without touching the event. */
export const eventWords = pgTable('event_words', {
  eventId: uuid('event_id').primaryKey(),
  stream: uuid('stream').notNull(),
  salt: bytea('salt').notNull(),
  words: jsonb('words').$type<Record<string, string>>().notNull(),
})

export const OUTBOX_STATES = ['pending', 'claimed', 'retry', 'done', 'dead'] as const

/** Work that an event calls for. The row owns the retry clock; a queue's job only carries its id. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    topic: text('topic').notNull(),
    eventId: uuid('event_id').notNull(),
    stream: uuid('stream').notNull(),
    state: text('state').$type<(typeof OUTBOX_STATES)[number]>().notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    fence: bigint('fence', { mode: 'number' }).notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
    leaseUntil: moment('lease_until'),
    createdAt: moment('created_at').notNull().defaultNow(),
    lastError: text('last_error'),
  },
  table => [
    index('outbox_open_index')
      .on(table.dueAt)
      .where(sql`state in ('pending','retry')`),
    index('outbox_claimed_index')
      .on(table.leaseUntil)
      .where(sql`state = 'claimed'`),
    index('outbox_dead_index')
      .on(table.id)
      .where(sql`state = 'dead'`),
    check('outbox_state_check', sql`${table.state} in (${listed(OUTBOX_STATES)})`),
  ],
)
