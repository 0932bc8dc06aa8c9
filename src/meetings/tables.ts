import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../cases/tables.ts'
import { moment } from '../kernel/columns.ts'
import { staff } from '../staff/tables.ts'

export const MEETING_STATES = ['planned', 'cancelled'] as const
export const INVITATION_STATES = ['invited', 'withdrawn'] as const

/** A meeting of the Coalition to which observers are invited. */
export const meetings = pgTable(
  'meetings',
  {
    id: uuid('id').primaryKey(),
    title: text('title').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** Where its hours are told: an IANA name. */
    timeZone: text('time_zone').notNull(),
    place: text('place'),
    /** Where to join online: https only. */
    link: text('link'),
    agenda: text('agenda'),
    state: text('state').$type<(typeof MEETING_STATES)[number]>().notNull().default('planned'),
    /** Why it was cancelled, as those who were invited are told. */
    reason: text('reason'),
    /** Counts the changes: who changes an older one than there is has to look again. */
    version: integer('version').notNull().default(1),
    plannedBy: uuid('planned_by').notNull(),
    plannedAt: moment('planned_at').notNull(),
  },
  table => [
    foreignKey({ name: 'meetings_planned_by_fkey', columns: [table.plannedBy], foreignColumns: [staff.id] }),
    check('meetings_state_check', sql`${table.state} in ('planned', 'cancelled')`),
    check('meetings_reason_check', sql`(${table.reason} is not null) = (${table.state} = 'cancelled')`),
    check('meetings_hours_check', sql`${table.endsAt} > ${table.startsAt}`),
    check('meetings_somewhere_check', sql`${table.place} is not null or ${table.link} is not null`),
    check('meetings_link_check', sql`${table.link} like 'https://%'`),
    check(
      'meetings_length_check',
      sql`length(${table.title}) <= 200 and length(${table.timeZone}) <= 60 and length(${table.place}) <= 300 and length(${table.link}) <= 500 and length(${table.agenda}) <= 4000 and length(${table.reason}) <= 2000`,
    ),
    index('meetings_ends_at_index').on(table.endsAt, table.id),
  ],
)

/** Which observer is invited to which meeting; what was told of it is on the case. */
export const meetingInvitations = pgTable(
  'meeting_invitations',
  {
    meetingId: uuid('meeting_id').notNull(),
    caseId: uuid('case_id').notNull(),
    state: text('state').$type<(typeof INVITATION_STATES)[number]>().notNull().default('invited'),
    /** When they were invited, or the invitation was taken back. */
    at: moment('at').notNull(),
  },
  table => [
    primaryKey({ name: 'meeting_invitations_pkey', columns: [table.meetingId, table.caseId] }),
    foreignKey({
      name: 'meeting_invitations_meeting_id_fkey',
      columns: [table.meetingId],
      foreignColumns: [meetings.id],
    }),
    foreignKey({
      name: 'meeting_invitations_case_id_fkey',
      columns: [table.caseId],
      foreignColumns: [cases.id],
    }),
    check('meeting_invitations_state_check', sql`${table.state} in ('invited', 'withdrawn')`),
    index('meeting_invitations_case_id_index').on(table.caseId),
  ],
)
