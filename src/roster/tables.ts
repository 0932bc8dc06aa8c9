import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { listed } from '../kernel/columns.ts'
import { REGIONS, type Region } from '../kernel/regions.ts'
import { LEVELS, STATUSES, type Level, type Status } from './jurisdiction.ts'

// Reference data. A deployment starts with the files under data/ and owns the rows from there on.

export const countries = pgTable(
  'countries',
  {
    code: text('code').primaryKey(),
    region: text('region').$type<Region>().notNull(),
    source: text('source').notNull(),
  },
  table => [
    check('countries_code_check', sql`${table.code} ~ '^[A-Z]{2}$'`),
    check('countries_region_check', sql`${table.region} in (${listed(REGIONS, ', ')})`),
  ],
)

export const jurisdictions = pgTable(
  'jurisdictions',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    level: text('level').$type<Level>().notNull(),
    country: text('country')
      .notNull()
      .references(() => countries.code),
    region: text('region').$type<Region>().notNull(),
    status: text('status').$type<Status>().notNull(),
    aliases: text('aliases')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** What could not be confirmed, in a sentence; null when nothing is in doubt. */
    uncertain: text('uncertain'),
    source: text('source').notNull(),
  },
  table => [
    unique('jurisdictions_name_key').on(table.name),
    check('jurisdictions_id_check', sql`${table.id} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('jurisdictions_level_check', sql`${table.level} in (${listed(LEVELS, ', ')})`),
    check('jurisdictions_region_check', sql`${table.region} in (${listed(REGIONS, ', ')})`),
    check('jurisdictions_status_check', sql`${table.status} in (${listed(STATUSES, ', ')})`),
  ],
)

export const rosterVersions = pgTable(
  'roster_versions',
  {
    id: text('id').primaryKey(),
    /** The first day on which the version holds, UTC. Two versions cannot start on one day. */
    asOf: date('as_of', { mode: 'string' }).notNull(),
    rule: text('rule').notNull(),
    source: text('source').notNull(),
  },
  table => [unique('roster_versions_as_of_key').on(table.asOf)],
)

export const rosterEntries = pgTable(
  'roster_entries',
  {
    version: text('version')
      .notNull()
      .references(() => rosterVersions.id),
    jurisdiction: text('jurisdiction')
      .notNull()
      .references(() => jurisdictions.id),
    basis: text('basis').notNull(),
  },
  table => [
    primaryKey({ name: 'roster_entries_pkey', columns: [table.version, table.jurisdiction, table.basis] }),
    index('roster_entries_jurisdiction_idx').on(table.jurisdiction),
  ],
)
