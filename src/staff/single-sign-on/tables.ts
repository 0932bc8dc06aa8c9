import { index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../../kernel/columns.ts'
import { staff } from '../tables.ts'

/** Who somebody is at the identity provider. By its own word for them, not by their address: an address can be given to another. */
export const oidcIdentities = pgTable(
  'oidc_identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    linkedAt: moment('linked_at').notNull(),
  },
  table => [
    primaryKey({ name: 'oidc_identities_pkey', columns: [table.issuer, table.subject] }),
    unique('oidc_identities_issuer_staff_id_key').on(table.issuer, table.staffId),
  ],
)

/** A browser that was sent to the identity provider and is expected back, once and within ten minutes. */
export const oidcAttempts = pgTable(
  'oidc_attempts',
  {
    /** SHA-256 of the state, in hex. */
    stateHash: text('state_hash').primaryKey(),
    /** SHA-256 of what the browser keeps in a cookie: only the one that left may come back. */
    browserHash: text('browser_hash').notNull(),
    nonce: text('nonce').notNull(),
    codeVerifier: text('code_verifier').notNull(),
    /** Where to go afterwards: a path of ours. */
    next: text('next').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  table => [index('oidc_attempts_expires_at_index').on(table.expiresAt)],
)
