import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { bytea, moment } from '../kernel/columns.ts'
import { cases } from '../cases/tables.ts'
import { formWordings } from '../forms/tables.ts'

/** What the applicant sent: never changes (the database refuses it), except that it can be erased, access needs before the rest. */
export const submissions = pgTable(
  'submissions',
  {
    caseId: uuid('case_id').primaryKey(),
    /** The questions as they were worded. */
    wordingId: text('wording_id').notNull(),
    answers: jsonb('answers').$type<Record<string, unknown>>(),
    /** Salt of the hash of the answers in the case's first event; erased together with them. */
    salt: bytea('salt'),
    receivedAt: moment('received_at').notNull(),
  },
  table => [
    foreignKey({ name: 'submissions_case_id_fkey', columns: [table.caseId], foreignColumns: [cases.id] }),
    foreignKey({
      name: 'submissions_wording_id_fkey',
      columns: [table.wordingId],
      foreignColumns: [formWordings.id],
    }),
    // The few in which there is something to erase before the rest.
    index('submissions_access_needs_index')
      .on(table.caseId)
      .where(sql`answers ? 'accessNeeds'`),
  ],
)

/** A key under which a client may send the same request again (draft-ietf-httpapi-idempotency-key-header). Kept 48 hours. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    key: text('key').notNull(),
    form: text('form').notNull(),
    payloadHash: bytea('payload_hash').notNull(),
    caseId: uuid('case_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  table => [
    unique('idempotency_keys_key').on(table.form, table.key),
    index('idempotency_keys_created_at_index').on(table.createdAt),
  ],
)
