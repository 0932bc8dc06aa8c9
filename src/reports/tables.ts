import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../kernel/columns.ts'
import { staff } from '../staff/tables.ts'

export const VERIFICATION_STATES = ['running', 'whole', 'faulty', 'failed'] as const
export type VerificationState = (typeof VERIFICATION_STATES)[number]

/** Each time that somebody had the audit trail verified on the desk, and what came of it. */
export const auditVerifications = pgTable(
  'audit_verifications',
  {
    id: uuid('id').primaryKey(),
    askedBy: uuid('asked_by').notNull(),
    state: text('state').$type<VerificationState>().notNull(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
    /** The digest covers events up to this moment. */
    until: moment('until').notNull(),
    /** A run that does not say that it is alive has died with its process. */
    aliveAt: moment('alive_at').notNull().defaultNow(),
    events: integer('events'),
    faults: integer('faults'),
    digest: text('digest'),
    /** The first few, as the command prints them: identifiers only. */
    faultLines: jsonb('fault_lines').$type<string[]>().notNull().default([]),
  },
  table => [
    foreignKey({
      name: 'audit_verifications_asked_by_fkey',
      columns: [table.askedBy],
      foreignColumns: [staff.id],
    }),
    index('audit_verifications_started_at_index').on(table.startedAt.desc()),
    check(
      'audit_verifications_state_check',
      sql`${table.state} in (${sql.raw(VERIFICATION_STATES.map(state => `'${state}'`).join(','))})`,
    ),
  ],
)
