// All that an email may know, read in one place, so that notifications stay pure.
import { and, desc, eq } from 'drizzle-orm'
import { cases } from '../cases/tables.ts'
import { addWorkingDays } from '../cases/working-days.ts'
import type { ServiceStandard } from '../cases/service-standard.ts'
import type { Actor } from '../events/define-event.ts'
import { events, eventWords } from '../events/tables.ts'
import { documentOf, type Document } from '../forms/document.ts'
import { formWordings } from '../forms/tables.ts'
import type { Tx } from '../kernel/database.ts'
import { jurisdictions } from '../roster/tables.ts'
import type { RoutingDecision } from '../routing/decision.ts'
import { routingDecisions } from '../routing/routing-decisions.ts'
import { staff } from '../staff/tables.ts'
import { submissions } from '../submissions/tables.ts'
import { deliveries } from './tables.ts'

export interface Person {
  id: string
  name: string
}

export interface Office {
  timeZone: string
  /** Read by people: where an applicant writes to. */
  contactEmail: string
}

export interface Facts {
  event: {
    type: string
    at: Date
    actor: Actor
    /** The staff member who did it; none for applicants and the system. */
    by: Person | null
    /** The staff member that the event names, who need not be who did it. */
    about: Person | null
    details: Readonly<Record<string, unknown>>
    /** What a person wrote with it; empty once erased. */
    words: Readonly<Record<string, string | undefined>>
    /** The date that the event set or named, else the one that the case has now; none where nobody has to move. */
    dueAt: Date | null
  }
  theCase: typeof cases.$inferSelect
  /** What our service standard promised when the submission came in. */
  promised: { firstLook: Date; decision: Date }
  /** Without what only organisers may read; none once erased. */
  document: Document | null
  /** The address that the answers name for the point of contact, if that is somebody else. */
  pointOfContactEmail: string | null
  /** The question that the applicant has been asked last, if any. */
  question: string | undefined
  assignee: Person | null
  routing: RoutingDecision | null
  /** Of a duplicate: the reference of the case that goes on, where the same person sent it. */
  original: string | null
  /** The email that an event about an email is about. */
  delivery: { notification: string; address: string; subject: string; response: string | null } | null
  office: Office
}

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
      about: typeof event.details['staffId'] === 'string' ? await personOf(tx, event.details['staffId']) : null,
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
    original: theCase.duplicateOf === null ? null : await originalOf(tx, theCase.duplicateOf, theCase.contactEmail),
    delivery: await deliveryOf(tx, event.details['deliveryId']),
    office: { timeZone: standard.timeZone, contactEmail },
  }
}

async function submissionOf(tx: Tx, theCase: Facts['theCase']): Promise<Pick<Facts, 'document' | 'pointOfContactEmail'>> {
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
  return { document: documentOf(wording, answers, { jurisdictionName }), pointOfContactEmail: isAnother ? named : null }
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
  const [found] = await tx.select({ notification, address, subject, response }).from(deliveries).where(eq(deliveries.id, id))
  return found ?? null
}
