import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { cases } from '../cases/tables.ts'
import { bytea, listed, moment } from '../kernel/columns.ts'
import { MAIL_STATES, type MailState } from './states.ts'

/** A message that came in, stored before anything is made of it. */
export const inboundMail = pgTable(
  'inbound_mail',
  {
    id: uuid('id').primaryKey(),
    /** Where it lies in a mailbox; or the id under which a mail provider handed it over. */
    mailbox: text('mailbox'),
    uidValidity: bigint('uid_validity', { mode: 'number' }),
    uid: bigint('uid', { mode: 'number' }),
    webhookId: text('webhook_id'),
    /** SHA-256 of its Message-ID, or of all of it where it has none: what has it twice came twice. */
    idHash: bytea('id_hash').notNull(),
    /** SHA-256 of what follows the header, which servers on the way leave as it is. */
    bodyHash: bytea('body_hash').notNull(),
    /** In bytes, of all of it. */
    size: integer('size').notNull(),
    /** Only its header was kept, because it is larger than anything we take. */
    isCut: boolean('is_cut').notNull(),
    /** As it came; none once erased or purged. */
    raw: bytea('raw'),
    /** For the list: who wrote it and about what, as it says itself. Empty once erased or purged. */
    sender: text('sender').notNull().default(''),
    subject: text('subject').notNull().default(''),
    state: text('state').$type<MailState>().notNull().default('waiting'),
    /** A code: why it is in quarantine, or why it counts as automatic. */
    reason: text('reason'),
    /** The case that it belongs to, or, in quarantine, the one that it seems to be about. */
    caseId: uuid('case_id'),
    receivedAt: moment('received_at').notNull(),
    settledAt: moment('settled_at'),
    /** When the mailbox was told that we have it. */
    markedAt: moment('marked_at'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
    lastError: text('last_error'),
  },
  table => [
    unique('inbound_mail_uid_key').on(table.mailbox, table.uidValidity, table.uid),
    unique('inbound_mail_webhook_id_key').on(table.webhookId),
    // Whatever else goes wrong: one message has one effect.
    uniqueIndex('inbound_mail_effect_key')
      .on(table.idHash)
      .where(sql`state in ('answer','message','form','bounce')`),
    foreignKey({ name: 'inbound_mail_case_id_fkey', columns: [table.caseId], foreignColumns: [cases.id] }),
    check('inbound_mail_state_check', sql`${table.state} in (${listed(MAIL_STATES)})`),
    check(
      'inbound_mail_source_check',
      sql`num_nonnulls(${table.uid}, ${table.webhookId}) = 1 and num_nulls(${table.mailbox}, ${table.uidValidity}, ${table.uid}) in (0, 3)`,
    ),
    check('inbound_mail_settled_check', sql`(${table.settledAt} is null) = (${table.state} = 'waiting')`),
    check('inbound_mail_raw_check', sql`${table.raw} is not null or ${table.state} <> 'waiting'`),
    check('inbound_mail_sender_lower_check', sql`${table.sender} = lower(${table.sender})`),
    index('inbound_mail_waiting_index')
      .on(table.dueAt)
      .where(sql`state = 'waiting'`),
    index('inbound_mail_state_index').on(table.state, table.receivedAt, table.id),
    index('inbound_mail_id_hash_index').on(table.idHash),
    index('inbound_mail_sender_index')
      .on(table.sender, table.receivedAt)
      .where(sql`sender <> ''`),
    index('inbound_mail_case_index')
      .on(table.caseId)
      .where(sql`case_id is not null`),
    index('inbound_mail_unmarked_index')
      .on(table.mailbox, table.uid)
      .where(sql`uid is not null and marked_at is null and settled_at is not null`),
    index('inbound_mail_kept_index')
      .on(table.settledAt)
      .where(sql`raw is not null`),
  ],
)

/** How far a mailbox has been read, and which process reads it now. */
export const inboundMailboxes = pgTable('inbound_mailboxes', {
  mailbox: text('mailbox').primaryKey(),
  uidValidity: bigint('uid_validity', { mode: 'number' }).notNull().default(0),
  lastUid: bigint('last_uid', { mode: 'number' }).notNull().default(0),
  heldBy: uuid('held_by'),
  heldUntil: moment('held_until'),
  readAt: moment('read_at'),
  failingSince: moment('failing_since'),
})
