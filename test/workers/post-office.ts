// A post office of one's own: a migrated database, a real mail server, and the mailer between them.
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { appendToCase } from '../../src/cases/append-event.ts'
import { DEFAULT_SERVICE_STANDARD } from '../../src/cases/service-standard.ts'
import { defineEvent } from '../../src/events/define-event.ts'
import { FORMS } from '../../src/forms/index.ts'
import { registerWordings } from '../../src/forms/register-wordings.ts'
import { databaseOn, type Db } from '../../src/kernel/database.ts'
import { createMailer, type Mailer } from '../../src/kernel/mailer.ts'
import { claimDeliveries, type DeliveryClaim } from '../../src/notifications/claim.ts'
import { expireLeases } from '../../src/notifications/expire-leases.ts'
import { systemChance } from '../../src/kernel/reference.ts'
import { fanOut } from '../../src/notifications/fan-out.ts'
import { sendDelivery } from '../../src/notifications/send.ts'
import { deliveries, suppressions } from '../../src/notifications/tables.ts'
import type { Role } from '../../src/staff/roles.ts'
import { staff } from '../../src/staff/tables.ts'
import { always } from '../support/standard.ts'
import { silent, testDatabase, type TestDatabase } from '../support/database.ts'
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts'
import { NOW, receive } from './received.ts'

export const LEASE = { limit: 100, leaseSeconds: 120 }
const OFFICE = {
  now: NOW,
  publicUrl: 'https://justice.example.org',
  contactEmail: 'unit@justice.example.org',
  linkDays: 180,
  standard: always(DEFAULT_SERVICE_STANDARD),
  wordings: { current: () => new Map() },
}
const LIMITS = { connect: 1000, greeting: 1000, command: 1000, data: 1000, answer: 1000 }

export interface PostOffice {
  db: Db
  server: TestSmtpServer
  mailer: Mailer
}

/** Opened for the tests of this file, and emptied before each. */
export function usePostOffice(): PostOffice {
  const office = {} as PostOffice
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
    office.db = databaseOn(database.pool)
    await registerWordings(office.db, FORMS)
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    await office.db.delete(deliveries)
    await office.db.delete(suppressions)
    await office.db.update(staff).set({ active: false })
    office.server = await startSmtpServer()
    const from = { name: 'Support Unit', address: OFFICE.contactEmail }
    office.mailer = createMailer({ url: office.server.url, from, limits: LIMITS })
  })
  afterEach(async () => {
    office.mailer.close()
    await office.server.close()
  })
  return office
}

/** Records the event as if it had just happened, by a member of staff or by the system. Returns its id. */
export const happen = (
  { db }: PostOffice,
  caseId: string,
  type: string,
  { details = {}, by }: { details?: Record<string, unknown>; by?: string } = {},
): Promise<string> =>
  db.transaction(tx =>
    appendToCase(tx, caseId, {
      event: defineEvent(type, 'notify'),
      at: NOW,
      actor: by === undefined ? { kind: 'system', id: 'router' } : { kind: 'staff', id: by },
      details,
      words: { reason: 'Because.', wouldChange: 'More.', anotherLook: 'Write to us.' },
    }),
  )

/** How many emails the event called for that were not there yet. */
export const fan = ({ db }: PostOffice, eventId: string): Promise<number> =>
  db.transaction(tx => fanOut(tx, { ...OFFICE, eventId }).then(({ created }) => created))

type Person = Partial<typeof staff.$inferInsert> & { email: string }

/** Somebody on the staff, or back there. Returns their id. */
export async function hire({ db }: PostOffice, role: Role, person: Person): Promise<string> {
  const [row] = await db
    .insert(staff)
    .values({
      id: randomUUID(),
      name: `A ${role}`,
      language: 'en',
      timeZone: 'UTC',
      roles: [role],
      createdAt: NOW,
      ...person,
    })
    .onConflictDoUpdate({ target: staff.email, set: { active: true } })
    .returning({ id: staff.id })
  return row?.id ?? ''
}

/** Deliveries to these addresses, all about one case. */
export async function queue(office: PostOffice, ...addresses: string[]): Promise<void> {
  const { caseId } = await receive(office)
  const rows = addresses.map((address, at) => {
    const id = randomUUID()
    const letter = {
      subject: `Letter ${at}`,
      text: 'Text',
      html: '<p>Text</p>',
      language: 'en' as const,
      name: 'Somebody',
    }
    const about = {
      eventId: randomUUID(),
      stream: caseId,
      notification: 'receipt',
      audience: 'applicant' as const,
    }
    const domain = address.slice(address.indexOf('@') + 1)
    return { id, ...about, ...letter, address, domain, messageId: `${id}@justice.example.org` }
  })
  await office.db.insert(deliveries).values(rows)
}

export async function send(
  office: PostOffice,
  claim: DeliveryClaim | undefined,
  mailer = office.mailer,
): Promise<void> {
  if (!claim) throw new Error('Nothing was claimed.')
  const clock = { now: () => NOW }
  const { db } = office
  await sendDelivery(
    { db, mailer, clock, log: silent, contactEmail: OFFICE.contactEmail },
    claim.id,
    claim.fence,
  )
}

/** Claims what is due and sends it. */
export async function sendAll(office: PostOffice): Promise<void> {
  for (const claim of await claimDeliveries(office.db, LEASE)) await send(office, claim)
}

/** The one delivery there is. */
export async function only({ db }: PostOffice): Promise<typeof deliveries.$inferSelect> {
  const rows = await db.select().from(deliveries)
  expect(rows).toHaveLength(1)
  return rows[0] as typeof deliveries.$inferSelect
}

/** The leases run out, and the relay gives back what they were for. */
export async function leaseRunsOut({ db }: PostOffice): Promise<void> {
  await db.execute(
    sql`update deliveries set lease_until = now() - interval '1 second' where lease_until is not null`,
  )
  await expireLeases(db, { at: NOW, chance: systemChance })
}
