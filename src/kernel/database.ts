import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'

/** Reads, and opens transactions. */
export type Db = NodePgDatabase
/** Writes, inside the caller's transaction. A function that is given a `Tx` opens no other. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

export const databaseOn = (pool: pg.Pool): Db => drizzle(pool)
