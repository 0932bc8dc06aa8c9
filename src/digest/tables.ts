import { date, foreignKey, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../kernel/columns.ts'
import { staff } from '../staff/tables.ts'

/** Whose day was looked at, whether or not there was anything to write: so nobody gets two emails for one day. */
export const digests = pgTable(
  'digests',
  {
    staffId: uuid('staff_id').notNull(),
    /** Of the office. */
    day: date('day', { mode: 'string' }).notNull(),
    /** What is assigned after this moment is new the next time. */
    at: moment('at').notNull(),
  },
  table => [
    primaryKey({ name: 'digests_pkey', columns: [table.staffId, table.day] }),
    foreignKey({ name: 'digests_staff_id_fkey', columns: [table.staffId], foreignColumns: [staff.id] }),
  ],
)
