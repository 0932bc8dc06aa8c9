// The service standard in the database: written at the first start from the settings, changed on the desk, never overwritten.
import { asc, sql } from 'drizzle-orm'
import { recordOfficeEvent } from '../events/record.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { By } from '../staff/by.ts'
import { DEFAULT_SERVICE_STANDARD, type ServiceStandard } from './service-standard.ts'
import type { PublishedStandard, Standards } from './standards.ts'
import { serviceStandards } from './standard/tables.ts'

/** Every process has read a publication by then (kernel/keep-fresh.ts), so that all count by the same one. */
const NOTICE_MS = 10_000

/** Writes the settings' standard as version 1, unless there is one. Safe at each start, in several processes at once. */
export async function seedStandard(tx: Tx, standard: ServiceStandard, at: Date): Promise<void> {
  await tx
    .insert(serviceStandards)
    .values({
      version: 1,
      inForceFrom: at,
      standard,
      publishedAt: at,
      publishedBy: { kind: 'system', id: 'operator' },
    })
    .onConflictDoNothing()
}

const columns = {
  version: serviceStandards.version,
  inForceFrom: serviceStandards.inForceFrom,
  standard: serviceStandards.standard,
  publishedAt: serviceStandards.publishedAt,
  publishedBy: serviceStandards.publishedBy,
}

/** Every version with who published it, in their order. What was added to the standard since then has its default in it. */
export async function standardVersions(db: Db | Tx) {
  const versions = await db.select(columns).from(serviceStandards).orderBy(asc(serviceStandards.version))
  return versions.map(version => ({
    ...version,
    standard: { ...DEFAULT_SERVICE_STANDARD, ...version.standard },
  }))
}

/** What the arithmetic needs of them. Throws when nothing was ever written. */
export async function readStandards(db: Db | Tx): Promise<Standards> {
  const [first, ...later] = (await standardVersions(db)).map(
    ({ version, inForceFrom, standard }): PublishedStandard => ({ ...standard, version, inForceFrom }),
  )
  if (!first) throw new Error('There is no service standard in the database: it was never prepared.')
  return [first, ...later]
}

export interface Publication {
  standard: ServiceStandard
  /** From when on; what lies in the past becomes now, with short notice. */
  from: Date
  /** The newest version that the person saw. */
  basedOn: number
}

/** Publishes another version and returns it. Throws `changed-meanwhile` when a newer one than `basedOn` is there by now. */
export async function publishStandard(
  tx: Tx,
  { standard, from, basedOn }: Publication,
  by: By,
): Promise<PublishedStandard> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cases.standard'))`)
  const newest = (await readStandards(tx)).at(-1)
  if (newest?.version !== basedOn) {
    throw new Problem(
      'changed-meanwhile',
      `Version ${newest?.version} of the service standard was published while you worked on this. What you entered is still here: compare, then publish it again.`,
    )
  }
  const soonest = by.at.getTime() + NOTICE_MS
  const inForceFrom = new Date(Math.max(from.getTime(), soonest))
  const version = newest.version + 1
  await tx
    .insert(serviceStandards)
    .values({ version, inForceFrom, standard, publishedAt: by.at, publishedBy: by.actor })
  await recordOfficeEvent(tx, {
    type: 'standard.published',
    ...by,
    details: { version, inForceFrom: inForceFrom.toISOString(), standard },
  })
  return { ...standard, version, inForceFrom }
}
