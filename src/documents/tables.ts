import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../cases/tables.ts'
import { bytea, listed, moment } from '../kernel/columns.ts'
import {
  FILE_KINDS,
  LARGEST_FILE,
  LONGEST_NAME,
  SCAN_STATES,
  type FileKind,
  type ScanState,
} from './kinds.ts'

/**
 * A file that somebody sent with a form or an answer; its bytes lie in the file store under its id. It has one owner: its case,
 * or its draft as long as it has no case. One that has neither waits to be named in a submission or an answer, or is purged.
 */
export const documents = pgTable(
  'documents',
  {
    /** Also the name of the bytes in the file store. */
    id: uuid('id').primaryKey(),
    /** With which it came. Stays when the case has it, so that a draft that is sent twice names the same files twice. */
    draftId: uuid('draft_id'),
    caseId: uuid('case_id'),
    /** SHA-256 of the token under which a machine names its upload in a submission. */
    tokenHash: bytea('token_hash'),
    /** As the applicant's machine called it, cleaned: shown, and never used as a file's name. Empty once erased. */
    name: text('name').notNull(),
    kind: text('kind').$type<FileKind>().notNull(),
    size: integer('size').notNull(),
    sha256: bytea('sha256').notNull(),
    scan: text('scan').$type<ScanState>().notNull(),
    scannedAt: moment('scanned_at'),
    createdAt: moment('created_at').notNull(),
    /** Its bytes are to be removed from the store; then the row goes, too. */
    removedAt: moment('removed_at'),
  },
  table => [
    unique('documents_token_hash_key').on(table.tokenHash),
    foreignKey({ name: 'documents_case_id_fkey', columns: [table.caseId], foreignColumns: [cases.id] }),
    check('documents_kind_check', sql`${table.kind} in (${listed(FILE_KINDS)})`),
    check('documents_scan_check', sql`${table.scan} in (${listed(SCAN_STATES)})`),
    check('documents_size_check', sql`${table.size} between 1 and ${sql.raw(String(LARGEST_FILE))}`),
    check('documents_name_check', sql`length(${table.name}) <= ${sql.raw(String(LONGEST_NAME))}`),
    index('documents_draft_index')
      .on(table.draftId)
      .where(sql`draft_id is not null`),
    index('documents_case_index')
      .on(table.caseId)
      .where(sql`case_id is not null`),
    // What anybody can bring without sending a form is added up.
    index('documents_unclaimed_index')
      .on(table.size)
      .where(sql`case_id is null`),
    // The few that the workers look for: to be scanned, to be removed, nobody's.
    index('documents_to_scan_index')
      .on(table.createdAt)
      .where(sql`scan in ('pending','unscanned')`),
    index('documents_to_purge_index')
      .on(table.createdAt)
      .where(sql`removed_at is not null or (draft_id is null and case_id is null)`),
  ],
)
