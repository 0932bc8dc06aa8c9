import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { bytea, listed, moment } from '../../kernel/columns.ts'
import { sessions, staff } from '../tables.ts'
import { CHALLENGE_PURPOSES, type ChallengePurpose } from '../sign-in/words.ts'

/** A key in a person's device or password manager (WebAuthn). The service knows its public half only. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    /** As the authenticator chose it, in base64url. */
    credentialId: text('credential_id').notNull(),
    publicKey: bytea('public_key').notNull(),
    /** How often it signed, as it counts itself: going back means that somebody copied it. Synced keys stay at 0. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    /** How the browser reaches it: internal, usb, hybrid… */
    transports: text('transports').array().notNull(),
    /** The person's own word for it. */
    name: text('name').notNull(),
    /** Whether it is kept in more than one place, so that losing the device does not lose it. */
    synced: boolean('synced').notNull(),
    createdAt: moment('created_at').notNull(),
    lastUsedAt: moment('last_used_at'),
  },
  table => [
    unique('passkeys_credential_id_key').on(table.credentialId),
    index('passkeys_staff_id_index').on(table.staffId),
  ],
)

/** What a passkey is asked to sign: good once, for one purpose, for five minutes. */
export const passkeyChallenges = pgTable(
  'passkey_challenges',
  {
    /** SHA-256 of the challenge, in hex. */
    challengeHash: text('challenge_hash').primaryKey(),
    purpose: text('purpose').$type<ChallengePurpose>().notNull(),
    /** The only session in which it counts; none where nobody has come in yet. */
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
  },
  table => [
    index('passkey_challenges_expires_at_index').on(table.expiresAt),
    check('passkey_challenges_purpose_check', sql`${table.purpose} in (${listed(CHALLENGE_PURPOSES)})`),
  ],
)
