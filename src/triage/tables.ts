import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
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
import { cases } from '../cases/tables.ts'
import { moment } from '../kernel/columns.ts'
import { staff } from '../staff/tables.ts'
import type { BulkResult } from './bulk/bulk-actions.ts'

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

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * What a case can be found by. Written after the commit by the workers, so that taking a submission in does not wait for it;
 * emptied by the database when the answers are erased (the trigger of its migration).
 */
export const caseSearch = pgTable(
  'case_search',
  {
    // No foreign key: its lock on the case would wait for an erasure that waits for us.
    caseId: uuid('case_id').primaryKey(),
    document: tsvector('document').notNull(),
    /** What of it everybody who may see the case finds: reference, organisation and place, as lists show them. */
    listed: tsvector('listed').notNull().default(''),
  },
  table => [
    index('case_search_document_index').using('gin', table.document),
    index('case_search_listed_index').using('gin', table.listed),
  ],
)

/** The words of names and organisations: what a mistyped word may have meant. */
export const searchWords = pgTable('search_words', { word: text('word').primaryKey() }, table => [
  index('search_words_similar_index').using('gin', table.word.op('gin_trgm_ops')),
])

/** What somebody searched for, so that an address need not say it. */
export const searches = pgTable(
  'searches',
  {
    /** Cannot be guessed: whoever has the address may see what was typed. */
    id: text('id').primaryKey(),
    staffId: uuid('staff_id').notNull(),
    text: text('text').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  table => [
    foreignKey({ name: 'searches_staff_id_fkey', columns: [table.staffId], foreignColumns: [staff.id] }),
    index('searches_created_at_index').on(table.createdAt),
  ],
)

/** A view of the inbox under a name, for oneself or for all. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id').notNull(),
    name: text('name').notNull(),
    shared: boolean('shared').notNull(),
    /** The query of its address; a search in it is kept as long as the view is. */
    query: text('query').notNull(),
    searchId: text('search_id'),
    createdAt: moment('created_at').notNull(),
  },
  table => [
    unique('saved_views_staff_id_name_key').on(table.staffId, table.name),
    foreignKey({ name: 'saved_views_staff_id_fkey', columns: [table.staffId], foreignColumns: [staff.id] }),
    foreignKey({
      name: 'saved_views_search_id_fkey',
      columns: [table.searchId],
      foreignColumns: [searches.id],
    }),
    index('saved_views_shared_index')
      .on(table.name)
      .where(sql`shared`),
  ],
)

/** One step on several cases: chosen, taken, perhaps undone. What became of each case stands in `results`. */
export const bulkActions = pgTable(
  'bulk_actions',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id').notNull(),
    action: text('action').notNull(),
    references: text('case_references').array().notNull(),
    state: text('state').$type<'chosen' | 'taken' | 'undone'>().notNull().default('chosen'),
    results: jsonb('results').$type<BulkResult[]>().notNull().default([]),
    createdAt: moment('created_at').notNull(),
    takenAt: moment('taken_at'),
  },
  table => [
    foreignKey({ name: 'bulk_actions_staff_id_fkey', columns: [table.staffId], foreignColumns: [staff.id] }),
    check('bulk_actions_state_check', sql`${table.state} in ('chosen','taken','undone')`),
    check('bulk_actions_taken_check', sql`(${table.state} = 'chosen') = (${table.takenAt} is null)`),
    index('bulk_actions_created_at_index').on(table.createdAt),
  ],
)
