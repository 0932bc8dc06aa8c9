import { sql } from 'drizzle-orm'
import {
  check,
  date,
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
import { listed, moment } from '../kernel/columns.ts'
import type { Language } from '../kernel/languages.ts'
import type { Region } from '../kernel/regions.ts'
import { staff } from '../staff/tables.ts'
import { CLOSED_STATES, STATES, type State } from './states.ts'

const isClosed = sql`due_at is null`

/** A time during which we waited for the applicant, so that our clock stood still. */
export interface Hold {
  from: string
  to: string | null
}

/** Our work on one submission. The facts are copied from the answers once, so that a list needs no other table. */
export const cases = pgTable(
  'cases',
  {
    id: uuid('id').primaryKey(),
    reference: text('reference').notNull(),
    form: text('form').notNull(),
    kind: text('kind').$type<'observer' | 'support'>().notNull(),
    state: text('state').$type<State>().notNull().default('received'),
    /** The position of the newest event in the case's stream: a guarded update moves both together. */
    version: integer('version').notNull().default(1),
    receivedAt: moment('received_at').notNull(),
    /** From when the decision's time runs: the receipt, or a reopening. */
    clockStartedAt: moment('clock_started_at').notNull(),
    teamId: text('team_id'),
    assigneeId: uuid('assignee_id'),
    /** When the next action is due; none once nobody has to move. */
    dueAt: moment('due_at'),
    firstLookAt: moment('first_look_at'),
    holds: jsonb('holds').$type<Hold[]>().notNull().default([]),
    deferredTo: date('deferred_to', { mode: 'string' }),
    decidedBy: uuid('decided_by_event'),
    duplicateOf: uuid('duplicate_of'),
    /** While we wait for the applicant: when to remind them, and when that was done. */
    remindAt: moment('remind_at'),
    remindedAt: moment('reminded_at'),
    /** The due date for which "due soon" was recorded: so it is recorded once for each. */
    dueSoonFor: moment('due_soon_for'),
    overdueFor: moment('overdue_for'),
    delayedFor: moment('delayed_for'),
    /** The date that the applicant was named instead of `delayedFor`: when it is going to be missed as well, they hear it again. */
    promisedAt: moment('promised_at'),
    escalatedFor: moment('escalated_for'),
    /** The end of the term for which the observer was asked whether they go on. */
    statusEndingFor: moment('status_ending_for'),
    language: text('language').$type<Language>().notNull(),
    organisation: text('organisation').notNull(),
    contactName: text('contact_name').notNull(),
    contactEmail: text('contact_email').notNull(),
    /** For conflicts of interest: the organisation's name without case and accents, and the domain of the address. */
    organisationKey: text('organisation_key').notNull(),
    contactDomain: text('contact_domain').notNull(),
    region: text('region').$type<Region>(),
    country: text('country'),
    jurisdiction: text('jurisdiction'),
    applicantType: text('applicant_type'),
    branch: text('branch'),
    supportTypes: text('support_types').array().notNull(),
    themes: text('themes').array().notNull(),
    neededBy: date('needed_by', { mode: 'string' }),
    /** Words of the staff's own vocabulary. */
    tags: text('tags')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** What the applicant asks for and nobody has answered yet: that a decision is looked at again, that their data is erased. */
    anotherLookAskedAt: moment('another_look_asked_at'),
    erasureAskedAt: moment('erasure_asked_at'),
    /** The signs of spam for which it is held until a person has looked at it; none where it is not held. */
    quarantine: text('quarantine').array(),
    erasedAt: moment('erased_at'),
  },
  table => [
    unique('cases_reference_key').on(table.reference),
    foreignKey({ name: 'cases_assignee_id_fkey', columns: [table.assigneeId], foreignColumns: [staff.id] }),
    foreignKey({ name: 'cases_duplicate_of_fkey', columns: [table.duplicateOf], foreignColumns: [table.id] }),
    check('cases_state_check', sql`${table.state} in (${listed(STATES)})`),
    check('cases_kind_check', sql`${table.kind} in ('observer', 'support')`),
    // No open case without a date, no closed one with a date.
    check('cases_due_check', sql`(${table.dueAt} is null) = (${table.state} in (${listed(CLOSED_STATES)}))`),
    check(
      'cases_decision_check',
      sql`${table.decidedBy} is not null or ${table.state} not in ('accepted','declined','redirected','deferred','in-progress','delivered','active','ended')`,
    ),
    check('cases_deferred_check', sql`${table.state} <> 'deferred' or ${table.deferredTo} is not null`),
    check('cases_duplicate_check', sql`${table.state} <> 'duplicate' or ${table.duplicateOf} is not null`),
    check('cases_quarantine_check', sql`${table.quarantine} is null or ${table.state} = 'received'`),
    index('cases_quarantine_index')
      .on(table.dueAt)
      .where(sql`quarantine is not null`),
    // Read backwards by who wants the latest first.
    index('cases_received_index').on(table.receivedAt, table.id),
    index('cases_due_index')
      .on(table.dueAt, table.id)
      .where(sql`due_at is not null`),
    index('cases_assignee_index')
      .on(table.assigneeId, table.dueAt)
      .where(sql`due_at is not null and assignee_id is not null`),
    index('cases_unassigned_index')
      .on(table.dueAt)
      .where(sql`assignee_id is null and due_at is not null`),
    index('cases_team_index')
      .on(table.teamId, table.dueAt)
      .where(sql`due_at is not null and team_id is not null`),
    index('cases_country_index')
      .on(table.country, table.dueAt, table.id)
      .where(sql`due_at is not null`),
    index('cases_waiting_index')
      .on(table.dueAt, table.id)
      .where(sql`state = 'awaiting-applicant'`),
    index('cases_active_index')
      .on(table.dueAt)
      .where(sql`state = 'active'`),
    index('cases_recommended_index')
      .on(table.dueAt, table.id)
      .where(sql`state = 'recommended'`),
    // Closed cases are the many. A case enters their indexes when it is closed: they cost nothing on the way in.
    index('cases_closed_index').on(table.receivedAt, table.id).where(isClosed),
    index('cases_closed_team_index').on(table.teamId, table.receivedAt, table.id).where(isClosed),
    index('cases_closed_assignee_index').on(table.assigneeId, table.receivedAt, table.id).where(isClosed),
    index('cases_closed_country_index').on(table.country, table.receivedAt, table.id).where(isClosed),
    index('cases_closed_jurisdiction_index')
      .on(table.jurisdiction, table.receivedAt, table.id)
      .where(isClosed),
    index('cases_asked_index')
      .on(table.receivedAt, table.id)
      .where(sql`another_look_asked_at is not null or erasure_asked_at is not null`),
    index('cases_duplicate_of_index')
      .on(table.duplicateOf)
      .where(sql`duplicate_of is not null`),
    index('cases_tags_index').using('gin', table.tags),
  ],
)

/** Who has said of a case that they have no conflict of interest in it: only then is it shown to them. */
export const declarations = pgTable(
  'declarations',
  {
    caseId: uuid('case_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    declaredAt: moment('declared_at').notNull(),
  },
  table => [
    primaryKey({ name: 'declarations_pkey', columns: [table.caseId, table.staffId] }),
    index('declarations_staff_id_index').on(table.staffId),
    foreignKey({ name: 'declarations_case_id_fkey', columns: [table.caseId], foreignColumns: [cases.id] }),
    foreignKey({ name: 'declarations_staff_id_fkey', columns: [table.staffId], foreignColumns: [staff.id] }),
  ],
)

/** Whom else we asked for a recommendation on a case: they see it as its assignee does. */
export const caseReviewers = pgTable(
  'case_reviewers',
  {
    caseId: uuid('case_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    askedAt: moment('asked_at').notNull(),
  },
  table => [
    primaryKey({ name: 'case_reviewers_pkey', columns: [table.caseId, table.staffId] }),
    foreignKey({ name: 'case_reviewers_case_id_fkey', columns: [table.caseId], foreignColumns: [cases.id] }),
    foreignKey({
      name: 'case_reviewers_staff_id_fkey',
      columns: [table.staffId],
      foreignColumns: [staff.id],
    }),
    index('case_reviewers_staff_id_index').on(table.staffId),
  ],
)
/** The vocabulary from which cases are tagged. */
export const tags = pgTable('tags', {
  name: text('name').primaryKey(),
  createdAt: moment('created_at').notNull(),
})
