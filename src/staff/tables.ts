import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { Language } from '../kernel/languages.ts'
import type { Role } from './roles.ts'

export const staff = pgTable(
  'staff',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    language: text('language').$type<Language>().notNull(),
    timeZone: text('time_zone').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    /** ISO 3166-1 alpha-2: the person's own country, on whose cases they never work. */
    country: text('country'),
    /** Their employer, where that is not the Support Unit. */
    organisation: text('organisation'),
    active: boolean('active').notNull().default(true),
    createdAt: timestamp('created_at', { precision: 3, withTimezone: true, mode: 'date' }).notNull(),
  },
  table => [
    unique('staff_email_key').on(table.email),
    check('staff_email_lower_check', sql`${table.email} = lower(${table.email})`),
    check(
      'staff_roles_check',
      sql`${table.roles} <@ array['coordinator','reviewer','lead','auditor','administrator']`,
    ),
  ],
)

export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    name: text('name').notNull(),
    /** SHA-256 of the secret, in hex: the secret has 256 bits of chance, so a slow hash would add nothing. */
    secretHash: text('secret_hash').notNull(),
    /** A token never has more than its person's roles: what counts is the overlap at the time of use. */
    roles: text('roles').array().$type<Role[]>().notNull(),
    createdAt: timestamp('created_at', { precision: 3, withTimezone: true, mode: 'date' }).notNull(),
    expiresAt: timestamp('expires_at', { precision: 3, withTimezone: true, mode: 'date' }).notNull(),
    revokedAt: timestamp('revoked_at', { precision: 3, withTimezone: true, mode: 'date' }),
    lastUsedAt: timestamp('last_used_at', { precision: 3, withTimezone: true, mode: 'date' }),
  },
  table => [
    unique('api_tokens_secret_hash_key').on(table.secretHash),
    index('api_tokens_staff_id_index').on(table.staffId),
  ],
)
