// What the database says of itself: version, tables, and that what happened cannot be changed.
import type pg from 'pg'
import { pendingMigrations } from '../../migrations/run.ts'
import { ok, problem, warning, type Finding } from './finding.ts'

const MOST_SKEW_SECONDS = 2
/** The triggers without which history could be rewritten. */
const TRIGGERS = [
  'events_append_only',
  'event_words_unchanged',
  'routing_decisions_kept',
  'routing_decisions_unchanged',
  'submissions_unchanged',
]

/** `now`: this machine's clock, in milliseconds. */
export async function examineDatabase(pool: pg.Pool, now: () => number): Promise<Finding[]> {
  const findings = [await version(pool), await clockSkew(pool, now)]
  const pending = await pendingMigrations(pool)
  if (pending.length > 0) {
    const remedy = 'Run "npm run migrate", or start the service.'
    return [...findings, problem('migrations', `Not applied: ${pending.join(', ')}.`, remedy)]
  }
  return [
    ...findings,
    ok('migrations', 'All are applied.'),
    await triggers(pool),
    await rights(pool),
    await people(pool),
    await givenUp(pool),
  ]
}

async function version(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  return ok('database', `PostgreSQL ${rows[0]?.version} answers.`)
}

async function clockSkew(pool: pg.Pool, now: () => number): Promise<Finding> {
  const before = now()
  const { rows } = await pool.query<{ theirs: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as theirs',
  )
  const after = now()
  const theirs = rows[0]?.theirs ?? after
  // Within the time of asking nothing can be told apart.
  const skew = Math.max(0, before - theirs, theirs - after) / 1000
  const seen = `${skew.toFixed(1)} s apart from the database's.`
  if (skew <= MOST_SKEW_SECONDS) return ok('clock', seen)
  return warning(
    'clock',
    seen,
    'Set both by the network (NTP): leases and tokens go by the database’s clock.',
  )
}

async function triggers(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<{ name: string }>(
    `select tgname as name from pg_trigger where tgname = any($1) and tgenabled <> 'D' and not tgisinternal`,
    [TRIGGERS],
  )
  const missing = TRIGGERS.filter(name => rows.every(row => row.name !== name))
  if (missing.length === 0) return ok('append-only', 'The triggers that protect history are in place.')
  return problem(
    'append-only',
    `Missing or disabled: ${missing.join(', ')}.`,
    'Restore them from migrations/0001_append_only.sql and 0028_erased_routing.sql.',
  )
}

async function rights(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<{ update: boolean; erase: boolean; owner: boolean }>(
    `select has_table_privilege('events', 'UPDATE') as update, has_table_privilege('events', 'DELETE') as erase,
      pg_has_role(relowner, 'USAGE') as owner from pg_class where oid = 'events'::regclass`,
  )
  const [found] = rows
  if (found?.update || found?.erase) {
    const remedy = 'Revoke UPDATE and DELETE on events from it; a superuser must not run the service.'
    return problem('role', 'The service’s role may change events.', remedy)
  }
  if (!found?.owner) return ok('role', 'May not change events, nor grant itself that right.')
  return ok('role', 'May not change events. It owns the table: see docs/operations.md to part the two.')
}

async function givenUp(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<{ work: number }>(
    `select count(*)::int as work from outbox where state = 'dead'`,
  )
  const work = rows[0]?.work ?? 0
  if (work === 0) return ok('work', 'Nothing was given up.')
  return problem(
    'work',
    `Given up after two days of failing: ${work} ${work === 1 ? 'row' : 'rows'} of the outbox.`,
    'See what failed in their last_error, fix it, and have them tried again: docs/operations.md.',
  )
}

async function people(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<{ leads: number }>(
    `select count(*)::int as leads from staff where active and 'lead' = any(roles)`,
  )
  const leads = rows[0]?.leads ?? 0
  if (leads > 0) return ok('staff', `${leads} active with the role of lead.`)
  return warning(
    'staff',
    'Nobody can decide.',
    'Add a lead: npm run staff -- add --email … --name … --roles lead,administrator',
  )
}
