import { runMigrations } from 'bullmq'
import pg from 'pg'

/** Where BullMQ's tables are, apart from ours. */
export const QUEUE_SCHEMA = 'bullmq'

/** Creates or updates BullMQ's own tables, on a connection of its own. Nothing to do on Redis. */
export async function migrateQueues(databaseUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'intake-queues',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await runMigrations(client, QUEUE_SCHEMA)
  } finally {
    await client.end()
  }
}
