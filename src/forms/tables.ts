import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Wording } from './wording.ts'

/** Each form as it was worded, once per version and language. A submission names the one that its applicant read. */
export const formWordings = pgTable('form_wordings', {
  /** SHA-256 of the canonical JSON of the wording, in hex. */
  id: text('id').primaryKey(),
  form: text('form').notNull(),
  version: integer('version').notNull(),
  language: text('language').notNull(),
  wording: jsonb('wording').$type<Wording>().notNull(),
})
