import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../cases/tables.ts'
import { moment } from '../kernel/columns.ts'
import { staff } from '../staff/tables.ts'

/**
 * What a case is compared by with others. Copied when it is routed, so that the indexes cost the one who waits for a 201
 * nothing; deleted when the case is erased.
 */
export const likenesses = pgTable(
  'likenesses',
  {
    caseId: uuid('case_id').primaryKey(),
    /** As `plainName` writes it. */
    organisation: text('organisation').notNull(),
    /** Of the contact's address; empty where it is a public mail provider's, which says nothing. */
    domain: text('domain').notNull(),
    /** The contact's address, lower case. */
    address: text('address').notNull(),
    /** The beginning of what was written at length. */
    writing: text('writing').notNull(),
    /** By which texts that share phrases are found. */
    marks: integer('marks').array().notNull().default([]),
  },
  table => [
    foreignKey({ name: 'likenesses_case_id_fkey', columns: [table.caseId], foreignColumns: [cases.id] }),
    index('likenesses_organisation_index').using('gin', table.organisation.op('gin_trgm_ops')),
    index('likenesses_marks_index').using('gin', table.marks),
    index('likenesses_domain_index').on(table.domain),
    index('likenesses_address_index').on(table.address),
  ],
)

/** Who has a case open, and when that was last seen. Unlogged: after a crash nobody has anything open. */
export const viewings = pgTable(
  'viewings',
  {
    caseId: uuid('case_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    seenAt: moment('seen_at').notNull().defaultNow(),
  },
  table => [
    primaryKey({ name: 'viewings_pkey', columns: [table.caseId, table.staffId] }),
    foreignKey({ name: 'viewings_staff_id_fkey', columns: [table.staffId], foreignColumns: [staff.id] }),
  ],
)
