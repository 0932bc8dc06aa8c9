// How much work waits in Postgres, and for how long.
import type pg from 'pg'

export interface Waiting {
  rows: number
  /** Since the oldest row was written. */
  oldestSeconds: number
  /** How long past its time the most overdue row is; 0 where none is late. A claimed row is late when its lease has run out. */
  overdueSeconds: number
}

export interface Backlog {
  /** By state. States in which nothing is left to do are not counted: there are too many of them. */
  outbox: Readonly<Record<string, Waiting>>
  deliveries: Readonly<Record<string, Waiting>>
  /** Mail that waits to be taken in, and mail that waits for a person. */
  mail: Readonly<Record<string, Waiting>>
  /** By how long ago each mailbox was read to its end: `oldestSeconds` of the one longest ago. */
  mailboxes: Readonly<Record<string, Waiting>>
}

const OPEN_OUTBOX = ['pending', 'retry', 'claimed', 'dead'] as const
const OPEN_DELIVERIES = [
  'pending',
  'retry',
  'claimed',
  'data-started',
  'refused',
  'uncertain',
  'cancelled',
] as const

const OPEN_MAIL = ['waiting', 'quarantined'] as const

// Each part asks by the very condition of a partial index, so the question stays cheap however long the service has run.
const part = (table: 'outbox' | 'deliveries', states: string, late: string) => `
  select '${table}' as name, state, count(*)::int as rows,
    coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest,
    coalesce(greatest(extract(epoch from now() - min(${late})), 0), 0)::float8 as overdue
  from ${table} where state in (${states}) group by state`

const mail = (state: string, late: string) => `
  select 'mail' as name, state, count(*)::int as rows,
    coalesce(extract(epoch from now() - min(received_at)), 0)::float8 as oldest,
    coalesce(greatest(extract(epoch from now() - min(${late})), 0), 0)::float8 as overdue
  from inbound_mail where state = '${state}' group by state`
const mailboxes = `
  select 'mailboxes' as name, 'read' as state, count(*)::int as rows,
    coalesce(extract(epoch from now() - min(read_at)), 0)::float8 as oldest,
    coalesce(extract(epoch from now() - min(failing_since)), 0)::float8 as overdue
  from inbound_mailboxes`

const QUESTION = [
  part('outbox', `'pending','retry'`, 'due_at'),
  part('outbox', `'claimed'`, 'lease_until'),
  part('outbox', `'dead'`, 'null::timestamptz'),
  part('deliveries', `'pending','retry'`, 'due_at'),
  part('deliveries', `'claimed','data-started'`, 'lease_until'),
  part('deliveries', `'refused','uncertain','cancelled'`, 'null::timestamptz'),
  mail('waiting', 'due_at'),
  mail('quarantined', 'null::timestamptz'),
  mailboxes,
].join(' union all ')

interface Row {
  name: keyof Backlog
  state: string
  rows: number
  oldest: number
  overdue: number
}

/** Reads the backlog. Throws when Postgres does not answer within `patienceMillis`; the connection is then given up. */
export async function backlog(pool: pg.Pool, patienceMillis: number): Promise<Backlog> {
  const question = { text: QUESTION, query_timeout: patienceMillis }
  const { rows } = await pool.query<Row>(question)
  const of = (name: Row['name'], states: readonly string[]) => {
    const found = new Map(rows.filter(row => row.name === name).map(row => [row.state, row]))
    return Object.fromEntries(
      states.map(state => {
        const row = found.get(state)
        const [oldestSeconds, overdueSeconds] = [row?.oldest ?? 0, row?.overdue ?? 0]
        return [state, { rows: row?.rows ?? 0, oldestSeconds, overdueSeconds }]
      }),
    )
  }
  return {
    outbox: of('outbox', OPEN_OUTBOX),
    deliveries: of('deliveries', OPEN_DELIVERIES),
    mail: of('mail', OPEN_MAIL),
    mailboxes: of('mailboxes', ['read']),
  }
}

/** By how many seconds the most overdue row of these is late. */
export const mostOverdue = (waiting: Readonly<Record<string, Waiting>>): number =>
  Math.max(0, ...Object.values(waiting).map(({ overdueSeconds }) => overdueSeconds))
