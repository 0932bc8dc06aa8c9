import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../../src/kernel/database.ts'

/** What is done to the database, `$1` being the stream of which the test speaks. */
export type Tampering = readonly [text: string, stream?: string]

class TakenBack extends Error {}

/**
 * Looks at the database while the statements stand in it, and takes them back. Triggers, checks, references and unique
 * constraints are away for them, and rights are given: whoever owns the tables can do that.
 */
export async function tampered<Found>(
  db: Db,
  statements: readonly Tampering[],
  look: (db: Db) => Promise<Found>,
): Promise<Found> {
  const found: Found[] = []
  const done = db.transaction(async tx => {
    await tx.execute(sql.raw(UNGUARDED))
    for (const [text, stream] of statements) {
      await tx.execute(sql.raw(text.replaceAll('$1', `'${stream}'::uuid`)))
    }
    found.push(await look(inside(tx)))
    throw new TakenBack()
  })
  await done.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error
  })
  return found[0] as Found
}

// Who opens a transaction in it gets a savepoint.
const inside = (tx: Tx) => tx as unknown as Db

const UNGUARDED = `
  do $$ declare r record; begin
    for r in select conrelid::regclass as t, conname as c from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('f', 'c', 'u', 'p') order by contype = 'p', contype = 'u' loop
      execute format('alter table %s drop constraint %I cascade', r.t, r.c);
    end loop;
    for r in select tablename as t from pg_tables where schemaname = 'public' loop
      execute format('alter table %I disable trigger user', r.t);
      execute format('grant all on %I to current_user', r.t);
    end loop;
  end $$`
