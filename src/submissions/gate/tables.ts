import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { bytea, moment } from '../../kernel/columns.ts'

/** By which the web processes seal what only they may have said: one row, made at the first start. */
export const gateKeys = pgTable(
  'gate_keys',
  { id: integer('id').primaryKey(), key: bytea('key').notNull() },
  table => [check('gate_keys_single_check', sql`${table.id} = 1`)],
)

/**
 * How often something was seen within a span of time, by all web processes together; what was seen stands there as a keyed hash
 * only. Not logged: lost in a crash of the database, after which we count anew.
 */
export const gateCounts = pgTable(
  'gate_counts',
  {
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    until: moment('until').notNull(),
  },
  table => [index('gate_counts_until_index').on(table.until)],
)

/** Proofs of work that have been used: each opens the gate once. */
export const gateProofs = pgTable(
  'gate_proofs',
  { nonce: text('nonce').primaryKey(), until: moment('until').notNull() },
  table => [index('gate_proofs_until_index').on(table.until)],
)
