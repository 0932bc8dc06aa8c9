// Reads all that an email may know, in one place.
import { and, desc, eq } from 'drizzle-orm'
import { cases } from '../cases/tables.ts'
import { addWorkingDays } from '../cases/working-days.ts'
import type { ServiceStandard } from '../cases/service-standard.ts'
import { events, eventWords } from '../events/tables.ts'
import { documentOf } from '../forms/document.ts'
import { formWordings } from '../forms/tables.ts'
import type { Tx } from '../kernel/database.ts'
import { jurisdictions } from '../roster/tables.ts'
import { routingDecisions } from '../routing/routing-decisions.ts'
import { staff } from '../staff/tables.ts'
import { submissions } from '../submissions/tables.ts'
import type { Facts, Person } from './facts.ts'
import { deliveries } from './tables.ts'

/** Throws when the event does not exist, which no retry would change. */
export async function factsOf(
  tx: Tx,
  eventId: string,
  { standard, contactEmail }: { standard: ServiceStandard; contactEmail: string },
): Promise<Facts> {
  const [row] = await tx
    .select({ event: events, words: eventWords.words, theCase: cases })
    .from(events)
    .innerJoin(cases, eq(cases.id, events.stream))
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(eq(events.id, eventId))
  if (!row) throw new Error(`There is no event ${eventId} on a case.`)
  const { event, theCase } = row
  const submission = await submissionOf(tx, theCase)
  return {
    event: {
      type: event.type,
      at: event.at,
      actor: event.actor,
      by: event.actor.kind === 'staff' ? await personOf(tx, event.actor.id) : null,
      about:
        typeof event.details['staffId'] === 'string' ? await personOf(tx, event.details['staffId']) : null,
      details: event.details,
      words: row.words ?? {},
      dueAt: dueAt(event.details['dueAt'], theCase.dueAt),
    },
    theCase,
    promised: {
      firstLook: addWorkingDays(theCase.receivedAt, standard.firstLookDays, standard),
      decision: addWorkingDays(theCase.receivedAt, standard.decisionDays[theCase.kind], standard),
    },
    ...submission,
    question: await questionOf(tx, theCase.id),
    assignee: theCase.assigneeId === null ? null : await personOf(tx, theCase.assigneeId),
    routing: (await routingDecisions(tx, theCase.id)).at(-1)?.decision ?? null,
    original:
      theCase.duplicateOf === null ? null : await originalOf(tx, theCase.duplicateOf, theCase.contactEmail),
    delivery: await deliveryOf(tx, event.details['deliveryId']),
    office: { timeZone: standard.timeZone, contactEmail },
  }
}

async function submissionOf(
  tx: Tx,
  theCase: Facts['theCase'],
): Promise<Pick<Facts, 'document' | 'pointOfContactEmail'>> {
  const [found] = await tx
    .select({ wording: formWordings.wording, answers: submissions.answers, jurisdiction: jurisdictions.name })
    .from(submissions)
    .innerJoin(formWordings, eq(formWordings.id, submissions.wordingId))
    .leftJoin(jurisdictions, eq(jurisdictions.id, theCase.jurisdiction ?? ''))
    .where(eq(submissions.caseId, theCase.id))
  if (!found?.answers) return { document: null, pointOfContactEmail: null }
  const { wording, answers, jurisdiction } = found
  const jurisdictionName = (id: string) => (id === theCase.jurisdiction ? (jurisdiction ?? id) : id)
  const named = answers['pointOfContactEmail']
  const isAnother = typeof named === 'string' && named.toLowerCase() !== theCase.contactEmail.toLowerCase()
  return {
    document: documentOf(wording, answers, { jurisdictionName }),
    pointOfContactEmail: isAnother ? named : null,
  }
}

// An event that sets no date says null; one that does not speak of dates leaves the case's own.
function dueAt(inDetails: unknown, ofCase: Date | null): Date | null {
  if (inDetails === undefined) return ofCase
  return typeof inDetails === 'string' ? new Date(inDetails) : null
}

async function personOf(tx: Tx, id: string): Promise<Person | null> {
  const [person] = await tx.select({ id: staff.id, name: staff.name }).from(staff).where(eq(staff.id, id))
  return person ?? null
}

async function questionOf(tx: Tx, caseId: string): Promise<string | undefined> {
  const [asked] = await tx
    .select({ words: eventWords.words })
    .from(events)
    .innerJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(and(eq(events.stream, caseId), eq(events.type, 'case.ask')))
    .orderBy(desc(events.position))
    .limit(1)
  return asked?.words['question']
}

// Somebody else's reference is nothing that we tell.
async function originalOf(tx: Tx, id: string, contactEmail: string): Promise<string | null> {
  const [original] = await tx
    .select({ reference: cases.reference, contactEmail: cases.contactEmail })
    .from(cases)
    .where(eq(cases.id, id))
  return original?.contactEmail.toLowerCase() === contactEmail.toLowerCase() ? original.reference : null
}

async function deliveryOf(tx: Tx, id: unknown): Promise<Facts['delivery']> {
  if (typeof id !== 'string') return null
  const { notification, address, subject, response } = deliveries
  const [found] = await tx
    .select({ notification, address, subject, response })
    .from(deliveries)
    .where(eq(deliveries.id, id))
  return found ?? null
}
