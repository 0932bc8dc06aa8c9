// What a database needs before the service can use it: tables, reference data, wordings, the first rules and people.
import type pg from 'pg'
import { migrate } from '../migrations/run.ts'
import { seedStandard } from './cases/publish-standard.ts'
import type { ServiceStandard } from './cases/service-standard.ts'
import type { Form } from './forms/define-form.ts'
import { registerWordings } from './forms/register-wordings.ts'
import type { Clock } from './kernel/clock.ts'
import { databaseOn } from './kernel/database.ts'
import type { Log } from './kernel/log.ts'
import { migrateQueues } from './kernel/migrate-queues.ts'
import { loadReferenceData } from './roster/load-reference-data.ts'
import { seedRouting } from './routing/seed.ts'
import { seedSampleStaff } from './routing/sample-staff.ts'

interface Preparation {
  pool: pg.Pool
  /** Where BullMQ keeps its tables; none when the queues are on Redis. */
  queueDatabaseUrl: string | undefined
  forms: readonly Form[]
  /** What the service standard is until somebody publishes another. */
  standard: ServiceStandard
  sampleStaff: boolean
  clock: Clock
  log: Log
}

/** Brings the database up to date. May run at every start and in several processes at once. */
export async function prepareData({
  pool,
  queueDatabaseUrl,
  forms,
  standard,
  sampleStaff,
  clock,
  log,
}: Preparation): Promise<void> {
  await migrate(pool, { log })
  if (queueDatabaseUrl !== undefined) await migrateQueues(queueDatabaseUrl)
  await databaseOn(pool).transaction(async tx => {
    await loadReferenceData(tx)
    await registerWordings(tx, forms)
    await seedRouting(tx, clock.now())
    await seedStandard(tx, standard, clock.now())
    if (sampleStaff) await seedSampleStaff(tx, clock.now())
  })
}
