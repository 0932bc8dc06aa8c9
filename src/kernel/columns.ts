import { sql, type SQL } from 'drizzle-orm'
import { customType, timestamp } from 'drizzle-orm/pg-core'

/** A moment to the millisecond, which is what a JavaScript Date holds. */
export const moment = (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: 'date' })

/** Raw bytes: hashes and salts. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Our own words as SQL has a list, for a check: `in (${listed(STATES)})`. `between` is as the migration has it. */
export const listed = (words: readonly string[], between = ','): SQL =>
  sql.raw(words.map(word => `'${word}'`).join(between))
