// Applications as the service takes them in, for tests of what follows.
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { events } from '../../src/events/tables.ts'
import { observerInterest } from '../../src/forms/observer-interest/form.ts'
import { supportRequest } from '../../src/forms/support-request/form.ts'
import { wordingOf } from '../../src/forms/wording.ts'
import type { Db } from '../../src/kernel/database.ts'
import { systemChance } from '../../src/kernel/reference.ts'
import { acceptAll } from '../../src/submissions/accept.ts'
import * as applications from '../support/applications.ts'

export const NOW = new Date('2026-11-23T09:30:00.000Z')

interface Received {
  caseId: string
  eventId: string
  reference: string
}

/** Takes in an application from Sierra Leone. */
export async function receive(
  { db }: { db: Db },
  { kind = 'observer', email = 'applicant@one.test' }: { kind?: 'observer' | 'support'; email?: string } = {},
): Promise<Received> {
  const form = kind === 'observer' ? observerInterest : supportRequest
  const answers = kind === 'observer' ? applications.observerApplication() : applications.supportRequest()
  const theCase = {
    id: randomUUID(),
    reference: `${form.prefix}-${String(systemChance(99_999)).padStart(5, '0')}`,
    form: form.name,
    kind,
    receivedAt: NOW,
    dueAt: new Date('2026-11-25T23:59:59.999Z'),
    language: 'en' as const,
    organisation: 'Freetown Legal Aid Network',
    organisationKey: 'freetown legal aid network',
    contactName: 'Mohamed Kamara',
    contactEmail: email,
    contactDomain: 'one.test',
    region: 'africa-middle-east' as const,
    country: 'SL',
    jurisdiction: null,
    applicantType: null,
    branch: null,
    supportTypes: [],
    themes: [],
    neededBy: null,
    quarantine: null,
  }
  const [accepted] = await acceptAll(db, systemChance, [
    {
      prefix: form.prefix,
      wordingId: wordingOf(form, 'en').id,
      answers,
      files: [],
      idempotencyKey: undefined,
      theCase,
    },
  ])
  if (!accepted || accepted instanceof Error) throw new Error('The submission was not accepted.')
  const { caseId, reference } = accepted
  return { caseId, reference, eventId: (await latestEvent({ db }, caseId, 'submission.received')).id }
}

/** The newest event of this type on the case. */
export async function latestEvent(
  { db }: { db: Db },
  caseId: string,
  type: string,
): Promise<typeof events.$inferSelect> {
  const rows = await db.select().from(events).where(eq(events.stream, caseId)).orderBy(events.position)
  const latest = rows.filter(row => row.type === type).at(-1)
  if (!latest) throw new Error(`Nothing like ${type} happened.`)
  return latest
}
