import { sql, type SQL } from 'drizzle-orm'

export interface Invariant {
  /** What has to be true. */
  rule: string
  /** Finds where it is not: rows of one text column. */
  broken: SQL
}

/** A set of words for `= any(…)`. */
export const anyOf = (values: readonly string[]): SQL => sql`any(${sql.param([...values])}::text[])`
