// Work that fails: how long it is tried again.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claimWork, doWork } from '../../src/events/outbox.ts'
import { systemChance } from '../../src/kernel/reference.ts'
import { usePostOffice } from './post-office.ts'
import { receive } from './received.ts'

const office = usePostOffice()

async function fail(): Promise<unknown> {
  await office.db.execute(sql`update outbox set due_at = now() where state = 'retry'`)
  for (const claim of await claimWork(office.db, 100)) {
    await expect(
      doWork(office.db, systemChance, claim, () => Promise.reject(new Error('The network is away.'))),
    ).rejects.toThrow('away')
  }
  return (await office.db.execute(sql`select distinct state, last_error from outbox`)).rows
}

test('what waited out a long outage is tried again as often as any other, and only then waits for a person', async () => {
  await office.db.execute(sql`delete from outbox`)
  await receive(office)
  await office.db.execute(sql`update outbox set created_at = now() - interval '5 days'`)
  for (let attempt = 1; attempt <= 4; attempt += 1)
    expect(await fail()).toEqual([{ state: 'retry', last_error: 'Error' }])
  expect(await fail()).toEqual([{ state: 'dead', last_error: 'Error' }])
})
