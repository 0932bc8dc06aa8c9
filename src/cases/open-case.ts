import { getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { cases } from './tables.ts'

const GIVEN = [
  'id',
  'reference',
  'form',
  'kind',
  'receivedAt',
  'dueAt',
  'language',
  'organisation',
  'contactName',
  'contactEmail',
  'organisationKey',
  'contactDomain',
  'region',
  'country',
  'jurisdiction',
  'applicantType',
  'branch',
  'supportTypes',
  'themes',
  'neededBy',
  'quarantine',
] as const

/** A case about to be opened: every other column starts the same way for all. */
export type NewCase = Required<Pick<typeof cases.$inferInsert, (typeof GIVEN)[number]>>

// What a column starts with that is not given; null where nothing is said.
const START: Readonly<Record<string, string>> = {
  state: `'received'`,
  version: '1',
  clockStartedAt: 'opened."receivedAt"',
  holds: `'[]'::jsonb`,
  tags: `'{}'::text[]`,
}

const columns = getTableColumns(cases)
const shape = GIVEN.map(name => `"${name}" ${columns[name].getSQLType()}`).join(', ')
const values = Object.keys(columns).map(name =>
  isGiven(name) ? `opened."${name}"` : (START[name] ?? 'null'),
)
const selection = sql.raw(`select ${values.join(', ')} from jsonb_to_recordset(`)
const recordset = sql.raw(`::jsonb) as opened (${shape})`)

/**
 * Opens many cases in one statement, for the group commit.
 * Throws the database's unique violation `cases_reference_key` when a reference is taken.
 */
export async function openCases(tx: Tx, opened: readonly NewCase[]): Promise<void> {
  await tx
    .insert(cases)
    .select(sql`${selection}${sql.placeholder('opened')}${recordset}`)
    .prepare('open_cases')
    .execute({ opened: JSON.stringify(opened) })
}

/** Those of the references that a case has. */
export async function takenReferences(db: Db | Tx, references: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ reference: cases.reference })
    .from(cases)
    .where(inArray(cases.reference, [...references]))
  return new Set(rows.map(row => row.reference))
}

function isGiven(name: string): boolean {
  return (GIVEN as readonly string[]).includes(name)
}
