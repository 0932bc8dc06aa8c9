import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Actor } from '../events/define-event.ts'
import { bytea, moment } from '../kernel/columns.ts'
import { cases } from '../cases/tables.ts'
import type { Language } from '../kernel/languages.ts'
import type { Audience } from './define-notification.ts'

/**
 * `uncertain`: the message went out and no answer came back, so nobody knows whether it arrived.
 * `cancelled`: never sent, with the reason in `last_error`.
 */
export const DELIVERY_STATES = [
  'pending',
  'claimed',
  'data-started',
  'accepted',
  'retry',
  'refused',
  'uncertain',
  'cancelled',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** One email to one address, rendered once: every attempt sends the same. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').primaryKey(),
    eventId: uuid('event_id').notNull(),
    /** The case on which the event happened; none for an email about somebody's own account. */
    stream: uuid('stream'),
    notification: text('notification').notNull(),
    audience: text('audience').$type<Audience>().notNull(),
    address: text('address').notNull(),
    name: text('name').notNull(),
    language: text('language').$type<Language>().notNull(),
    /** Of the address, in lower case: so that one slow domain waits for itself only. */
    domain: text('domain').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    /** Of `email_wordings`; none where the email says what the code says. */
    wordingVersion: integer('wording_version'),
    /** Of the link in it, until it is settled: `text` and `html` have a mark in its place (link-in-email.ts). */
    linkSecret: text('link_secret'),
    /** Derived from the id, so that a mailbox can recognise a message that was sent twice. */
    messageId: text('message_id').notNull(),
    /** Where an answer comes back to us, signed for the case; none where nobody reads answers, or none is expected. */
    replyTo: text('reply_to'),
    state: text('state').$type<DeliveryState>().notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    /** Moves with every claim: a worker that lost its claim settles nothing. */
    fence: bigint('fence', { mode: 'number' }).notNull().default(0),
    leaseUntil: moment('lease_until'),
    dueAt: moment('due_at').notNull().defaultNow(),
    dataStartedAt: moment('data_started_at'),
    settledAt: moment('settled_at'),
    /** The mail server's last answer. */
    response: text('response'),
    lastError: text('last_error'),
    /** How often it went out again although an earlier one may have arrived: the only duplicates there are. */
    resends: integer('resends').notNull().default(0),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  table => [
    unique('deliveries_message_id_key').on(table.messageId),
    unique('deliveries_once_key').on(table.eventId, table.notification, table.address),
    foreignKey({ name: 'deliveries_stream_fkey', columns: [table.stream], foreignColumns: [cases.id] }),
    check(
      'deliveries_state_check',
      sql`${table.state} in (${sql.raw(DELIVERY_STATES.map(state => `'${state}'`).join(','))})`,
    ),
    check(
      'deliveries_lease_check',
      sql`(${table.leaseUntil} is not null) = (${table.state} in ('claimed','data-started'))`,
    ),
    check(
      'deliveries_settled_check',
      sql`(${table.settledAt} is not null) = (${table.state} in ('accepted','refused','uncertain','cancelled'))`,
    ),
    check(
      'deliveries_link_secret_check',
      sql`${table.linkSecret} is null or ${table.state} in ('pending','claimed','data-started','retry')`,
    ),
    check('deliveries_domain_lower_check', sql`${table.domain} = lower(${table.domain})`),
    index('deliveries_open_index')
      .on(table.domain, table.dueAt, table.id)
      .where(sql`state in ('pending','retry')`),
    index('deliveries_leased_index')
      .on(table.leaseUntil)
      .where(sql`state in ('claimed','data-started')`),
    index('deliveries_attention_index')
      .on(table.settledAt)
      .where(sql`state in ('refused','uncertain','cancelled')`),
    index('deliveries_stream_index').on(table.stream),
  ],
)

/** Addresses to which nothing is sent any more, because their server refused for good. */
export const suppressions = pgTable('suppressions', {
  /** In lower case. */
  address: text('address').primaryKey(),
  reason: text('reason').notNull(),
  deliveryId: uuid('delivery_id').notNull(),
  at: moment('at').notNull(),
})

/** The key of the addresses that people answer to: one row. */
export const replyKeys = pgTable('reply_keys', {
  id: integer('id').primaryKey(),
  key: bytea('key').notNull(),
})

/**
 * Other words for an email in one language, as they were published: the highest version is in force. Written once.
 * `sentences`: the new words by the sentence of the code that they stand for; none: the email is as the code says again.
 */
export const emailWordings = pgTable(
  'email_wordings',
  {
    email: text('email').notNull(),
    language: text('language').$type<Language>().notNull(),
    version: integer('version').notNull(),
    sentences: jsonb('sentences').$type<Record<string, string>>().notNull(),
    publishedAt: moment('published_at').notNull(),
    publishedBy: jsonb('published_by').$type<Actor>().notNull(),
  },
  table => [
    primaryKey({ name: 'email_wordings_pkey', columns: [table.email, table.language, table.version] }),
    check('email_wordings_version_check', sql`${table.version} >= 1`),
  ],
)
