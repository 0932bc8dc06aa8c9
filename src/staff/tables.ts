import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { listed, moment } from '../kernel/columns.ts'
import type { Language } from '../kernel/languages.ts'
import type { Role } from './roles.ts'
import { LINK_PURPOSES, STAGES, type Factor, type LinkPurpose, type Stage } from './sign-in/words.ts'

const staffId = () =>
  uuid('staff_id')
    .notNull()
    .references(() => staff.id)

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
    /** Whether they want the email of each working day that says what waits for them. */
    dailyDigest: boolean('daily_digest').notNull().default(true),
    createdAt: moment('created_at').notNull(),
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
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    lastUsedAt: moment('last_used_at'),
  },
  table => [
    unique('api_tokens_secret_hash_key').on(table.secretHash),
    index('api_tokens_staff_id_index').on(table.staffId),
  ],
)

/** A browser in which somebody signed in, or is about to. What is in force is asked of the database's clock. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    staffId: staffId(),
    /** SHA-256 of the cookie's secret, in hex. The secret changes at sign-in and at every step-up. */
    secretHash: text('secret_hash').notNull(),
    /** What the session's forms carry, so that no other site can fill them in. */
    csrf: text('csrf').notNull(),
    /** Only an open one leads to the desk. */
    stage: text('stage').$type<Stage>().notNull(),
    /** How the person showed who they are, in that order. */
    factors: text('factors').array().$type<Factor[]>().notNull(),
    /** Shortened to what a person recognises, such as "Firefox on Linux". */
    userAgent: text('user_agent').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** To the minute. */
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    /** When the person last showed who they are: what is delicate asks for it again. */
    authenticatedAt: moment('authenticated_at').notNull().defaultNow(),
    /** Ends by itself at the earlier of the two. */
    idleUntil: moment('idle_until').notNull(),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
  },
  table => [
    unique('sessions_secret_hash_key').on(table.secretHash),
    index('sessions_staff_id_index').on(table.staffId),
    index('sessions_expires_at_index').on(table.expiresAt),
    check('sessions_stage_check', sql`${table.stage} in (${listed(STAGES)})`),
  ],
)

/** A link that was asked for by mail. It gets its secret only when the email is written; then the email alone holds it. */
export const signInLinks = pgTable(
  'sign_in_links',
  {
    id: uuid('id').primaryKey(),
    purpose: text('purpose').$type<LinkPurpose>().notNull(),
    /** Nobody, where no account has the address: the row is written all the same, so that both take as long. */
    staffId: uuid('staff_id').references(() => staff.id),
    /** The only session that a link to confirm works in. */
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    /** Where to go afterwards: a path of ours. */
    next: text('next'),
    /** SHA-256 of the secret, in hex. */
    secretHash: text('secret_hash'),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  table => [
    unique('sign_in_links_secret_hash_key').on(table.secretHash),
    index('sign_in_links_staff_id_index').on(table.staffId),
    index('sign_in_links_expires_at_index').on(table.expiresAt),
    check('sign_in_links_purpose_check', sql`${table.purpose} in (${listed(LINK_PURPOSES)})`),
  ],
)

/** How full the buckets are that slow down guessing: one for each account and each network, by a hash of its name. */
export const throttles = pgTable(
  'throttles',
  {
    key: text('key').primaryKey(),
    /** When the bucket will be empty again if nothing more is poured in. */
    emptyAt: moment('empty_at').notNull(),
  },
  table => [index('throttles_empty_at_index').on(table.emptyAt)],
)

export const passwords = pgTable('passwords', {
  staffId: staffId().primaryKey(),
  /** Argon2id with its parameters and salt, as a PHC string. */
  hash: text('hash').notNull(),
  changedAt: moment('changed_at').notNull(),
})

/** The app that makes a person's six-digit codes (TOTP, RFC 6238). */
export const authenticators = pgTable('authenticators', {
  staffId: staffId().primaryKey(),
  /** In base 32, shared with the app. None until its first code was right: so long no code is asked for. */
  secret: text('secret'),
  confirmedAt: moment('confirmed_at'),
  /** Of an app that is being set up; the one before it stays in force until then. */
  pendingSecret: text('pending_secret'),
  /** The only session in which it can be confirmed, and until when. */
  pendingSessionId: uuid('pending_session_id').references(() => sessions.id, { onDelete: 'set null' }),
  pendingUntil: moment('pending_until'),
  /** The time step of the last code that was accepted: a code opens once. */
  lastStep: bigint('last_step', { mode: 'number' }),
})

/** Codes on paper, for when the app is lost. Each opens once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    staffId: staffId(),
    /** SHA-256, in hex: a code has 80 bits of chance. */
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
  },
  table => [primaryKey({ name: 'recovery_codes_pkey', columns: [table.staffId, table.codeHash] })],
)
