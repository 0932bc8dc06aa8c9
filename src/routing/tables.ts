import { sql } from 'drizzle-orm'
import {
  boolean,
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
import type { Actor } from '../events/define-event.ts'
import { listed, moment } from '../kernel/columns.ts'
import { REGIONS, type Region } from '../kernel/regions.ts'
import { staff } from '../staff/tables.ts'
import type { RoutingDecision } from './decision.ts'
import type { StoredRule } from './rules/rule-set.ts'
import { CONFLICT_KINDS, type ConflictKind } from './snapshot-shape.ts'

export const teams = pgTable(
  'teams',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** The region it looks after; none for a thematic team. */
    region: text('region').$type<Region>(),
    /** Rules that lead to a closed team are passed over. */
    active: boolean('active').notNull().default(true),
    /** Moves with every change to the team or who is in it. */
    version: integer('version').notNull().default(1),
  },
  table => [
    check('teams_id_check', sql`${table.id} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${table.id}) <= 60`),
    check('teams_region_check', sql`${table.region} in (${listed(REGIONS, ', ')})`),
  ],
)

export const teamMembers = pgTable(
  'team_members',
  {
    teamId: text('team_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    /** The most open cases at once, whichever team they came through; 0 takes none. */
    capacity: integer('capacity').notNull(),
  },
  table => [
    primaryKey({ name: 'team_members_pkey', columns: [table.teamId, table.staffId] }),
    foreignKey({ name: 'team_members_team_id_fkey', columns: [table.teamId], foreignColumns: [teams.id] }),
    foreignKey({ name: 'team_members_staff_id_fkey', columns: [table.staffId], foreignColumns: [staff.id] }),
    check('team_members_capacity_check', sql`${table.capacity} between 0 and 1000`),
    index('team_members_staff_id_index').on(table.staffId),
  ],
)

export const absences = pgTable(
  'absences',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id').notNull(),
    /** The first and the last day away. */
    from: date('first_day', { mode: 'string' }).notNull(),
    to: date('last_day', { mode: 'string' }).notNull(),
    note: text('note'),
  },
  table => [
    foreignKey({ name: 'absences_staff_id_fkey', columns: [table.staffId], foreignColumns: [staff.id] }),
    check('absences_days_check', sql`${table.from} <= ${table.to}`),
    index('absences_staff_id_index').on(table.staffId, table.to),
  ],
)

export const conflicts = pgTable(
  'conflicts',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id').notNull(),
    kind: text('kind').$type<ConflictKind>().notNull(),
    value: text('value').notNull(),
    declaredAt: moment('declared_at').notNull(),
  },
  table => [
    foreignKey({ name: 'conflicts_staff_id_fkey', columns: [table.staffId], foreignColumns: [staff.id] }),
    unique('conflicts_staff_id_kind_value_key').on(table.staffId, table.kind, table.value),
    check('conflicts_kind_check', sql`${table.kind} in (${listed(CONFLICT_KINDS, ', ')})`),
  ],
)

/**
 * The rules as they were published, whole: the highest version is in force, and a decision names the one it was taken by.
 * Written once (migrations/, append-only); teams are closed, never deleted, so `teamId` always leads to one.
 */
export const ruleSets = pgTable(
  'routing_rule_sets',
  {
    version: integer('version').primaryKey(),
    rules: jsonb('rules').$type<StoredRule[]>().notNull(),
    publishedAt: moment('published_at').notNull(),
    publishedBy: jsonb('published_by').$type<Actor>().notNull(),
  },
  table => [
    check('routing_rule_sets_version_check', sql`${table.version} >= 1`),
    check('routing_rule_sets_rules_check', sql`jsonb_typeof(${table.rules}) = 'array'`),
  ],
)

/** The one set of rules that is being worked on; no row while nobody does. */
export const ruleDrafts = pgTable(
  'routing_rule_drafts',
  {
    id: integer('id').primaryKey(),
    rules: jsonb('rules').$type<StoredRule[]>().notNull(),
    /** The version in force when it was begun, or when somebody looked at both. */
    basedOn: integer('based_on').notNull(),
    /** Moves with every change: who changes what they have not seen is told. */
    revision: integer('revision').notNull(),
    changedAt: moment('changed_at').notNull(),
    changedBy: jsonb('changed_by').$type<Actor>().notNull(),
  },
  table => [check('routing_rule_drafts_one_check', sql`${table.id} = 1`)],
)

/** Every decision ever taken for a case, the newest with the highest sequence. Written once; only organisations in it can be erased. */
export const routingDecisions = pgTable(
  'routing_decisions',
  {
    // Cases stand a floor above: no foreign key.
    caseId: uuid('case_id').notNull(),
    sequence: integer('sequence').notNull(),
    decidedAt: moment('decided_at').notNull().defaultNow(),
    outcome: text('outcome').$type<RoutingDecision['outcome']>().notNull(),
    /** The rule may have been deleted since; the decision keeps its name. */
    ruleId: uuid('rule_id'),
    assigneeId: uuid('assignee_id'),
    decision: jsonb('decision').$type<RoutingDecision>().notNull(),
  },
  table => [
    primaryKey({ name: 'routing_decisions_pkey', columns: [table.caseId, table.sequence] }),
    foreignKey({
      name: 'routing_decisions_assignee_id_fkey',
      columns: [table.assigneeId],
      foreignColumns: [staff.id],
    }),
    check('routing_decisions_outcome_check', sql`${table.outcome} in ('assigned', 'triage')`),
    check(
      'routing_decisions_assignee_check',
      sql`(${table.outcome} = 'assigned') = (${table.assigneeId} is not null and ${table.ruleId} is not null)`,
    ),
  ],
)
