import { customType, timestamp } from 'drizzle-orm/pg-core'

/** A moment to the millisecond, which is what a JavaScript Date holds. */
export const moment = (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: 'date' })

/** Raw bytes: hashes and salts. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
