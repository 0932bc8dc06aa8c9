import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../../cases/tables.ts'
import { listed, moment } from '../../kernel/columns.ts'
import type { Language } from '../../kernel/languages.ts'
import type { Typed } from '../../forms/paging/typed.ts'

/** What was typed into one page of a form, as it was typed, right or wrong. `revision` goes up with every change. */
export interface KeptPage {
  fields: Typed
  revision: number
}

/** A form on its way: what somebody has typed so far. Kept until a month after the last change, or until it was submitted. */
export const drafts = pgTable(
  'drafts',
  {
    /** Stands in the addresses of its pages, and is the idempotency key of its submission. */
    id: uuid('id').primaryKey(),
    form: text('form').notNull(),
    /** In which it was last worked on: the language of the emails about it. */
    language: text('language').$type<Language>().notNull(),
    /** By the slugs of the pages. Empty once it was submitted. */
    pages: jsonb('pages').$type<Readonly<Record<string, KeptPage>>>().notNull(),
    /** Where the way back was mailed to, and where the reminder goes. */
    email: text('email'),
    /** The address from whose mailbox the draft was opened: it is shown to be read by somebody. */
    confirmedEmail: text('confirmed_email'),
    /** What became of it. */
    caseId: uuid('case_id'),
    beganAt: moment('began_at').notNull(),
    touchedAt: moment('touched_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    remindedAt: moment('reminded_at'),
  },
  table => [
    foreignKey({ name: 'drafts_case_id_fkey', columns: [table.caseId], foreignColumns: [cases.id] }),
    check(
      'drafts_submitted_check',
      sql`${table.caseId} is null or (${table.pages} = '{}' and ${table.email} is null)`,
    ),
    index('drafts_expires_at_index').on(table.expiresAt),
  ],
)

/**
 * `way-back`: asked for by whoever fills the form in. `reminder`: sent before the draft is forgotten. `offline-form`: the answers
 * came by mail, in the form that works without a connection.
 */
export const MAILED_KEYS = ['way-back', 'reminder', 'offline-form'] as const
export type MailedKey = (typeof MAILED_KEYS)[number]

/** What opens a draft: the cookie of a browser, or the link of an email. Nobody but they know the secret. */
export const draftKeys = pgTable(
  'draft_keys',
  {
    id: uuid('id').primaryKey(),
    draftId: uuid('draft_id').notNull(),
    purpose: text('purpose').$type<'browser' | MailedKey>().notNull(),
    /** None until the email with the link is written. */
    secretHash: text('secret_hash').unique('draft_keys_secret_hash_key'),
    createdAt: moment('created_at').notNull(),
  },
  table => [
    foreignKey({
      name: 'draft_keys_draft_id_fkey',
      columns: [table.draftId],
      foreignColumns: [drafts.id],
    }).onDelete('cascade'),
    check('draft_keys_purpose_check', sql`${table.purpose} in (${listed(['browser', ...MAILED_KEYS])})`),
    check('draft_keys_secret_check', sql`${table.secretHash} is not null or ${table.purpose} <> 'browser'`),
    index('draft_keys_draft_id_index').on(table.draftId),
  ],
)
