import { integer, jsonb, pgTable } from 'drizzle-orm/pg-core'
import type { Actor } from '../../events/define-event.ts'
import { moment } from '../../kernel/columns.ts'
import type { ServiceStandard } from '../service-standard.ts'

/**
 * The service standard as it was published: a case keeps the one that was in force when its clock started. Written once;
 * `inForceFrom` is never before the publication, so no promise is changed that was made already.
 */
export const serviceStandards = pgTable('service_standards', {
  version: integer('version').primaryKey(),
  inForceFrom: moment('in_force_from').notNull(),
  standard: jsonb('standard').$type<ServiceStandard>().notNull(),
  publishedAt: moment('published_at').notNull(),
  publishedBy: jsonb('published_by').$type<Actor>().notNull(),
})
