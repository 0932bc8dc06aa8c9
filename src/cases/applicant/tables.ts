import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { listed, moment } from '../../kernel/columns.ts'
import { cases } from '../tables.ts'

/**
 * What a link that was mailed to an applicant is good for. `follow`: to see the case and to act on it; the others confirm one
 * thing, and are good to follow afterwards.
 */
export const APPLICANT_LINK_PURPOSES = ['follow', 'confirm-address', 'confirm-erasure'] as const
export type ApplicantLinkPurpose = (typeof APPLICANT_LINK_PURPOSES)[number]

/** A link in an email to an applicant. The secret stands in that email and nowhere else, here only its hash. */
export const applicantLinks = pgTable(
  'applicant_links',
  {
    /** SHA-256 in hex. */
    secretHash: text('secret_hash').primaryKey(),
    caseId: uuid('case_id').notNull(),
    purpose: text('purpose').$type<ApplicantLinkPurpose>().notNull(),
    /** The event of which the email tells. */
    eventId: uuid('event_id').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    /** To the hour. */
    lastUsedAt: moment('last_used_at'),
  },
  table => [
    foreignKey({ name: 'applicant_links_case_id_fkey', columns: [table.caseId], foreignColumns: [cases.id] }),
    check('applicant_links_purpose_check', sql`${table.purpose} in (${listed(APPLICANT_LINK_PURPOSES)})`),
    index('applicant_links_case_index').on(table.caseId),
  ],
)
