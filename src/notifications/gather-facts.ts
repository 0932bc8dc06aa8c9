// Reads all that an email may know, in one query: an event calls for several emails, and every application for an event.
import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { cases } from '../cases/tables.ts'
import { addWorkingDays } from '../cases/working-days.ts'
import type { StandardAt } from '../cases/standards.ts'
import { events, eventWords } from '../events/tables.ts'
import { documentOf } from '../forms/document.ts'
import { storedWording } from '../forms/stored-wording.ts'
import type { Tx } from '../kernel/database.ts'
import { jurisdictions } from '../roster/tables.ts'
import { routingDecisions } from '../routing/tables.ts'
import { staff } from '../staff/tables.ts'
import { submissions } from '../submissions/tables.ts'
import type { Facts } from './facts.ts'
import type { Replies } from './reply-address.ts'
import { deliveries } from './tables.ts'

interface Gathering {
  standard: StandardAt
  contactEmail: string
  now: Date
  replies?: Replies | undefined
}

/** Throws when the event does not exist, which no retry would change. */
export async function factsOf(
  tx: Tx,
  eventId: string,
  { standard, contactEmail, now, replies }: Gathering,
): Promise<Facts> {
  const row = await everythingAbout(tx, eventId)
  if (!row) throw new Error(`There is no event ${eventId} on a case.`)
  const { event, theCase, words, by, about, assignee, delivery, question, routing } = row
  const promised = standard(theCase.receivedAt)
  return {
    event: {
      type: event.type,
      at: event.at,
      actor: event.actor,
      by,
      about,
      details: event.details,
      words: words ?? {},
      dueAt: dueAt(event.details['dueAt'], theCase.dueAt),
    },
    theCase,
    promised: {
      firstLook: addWorkingDays(theCase.receivedAt, promised.firstLookDays, promised),
      decision: addWorkingDays(theCase.receivedAt, promised.decisionDays[theCase.kind], promised),
    },
    ...(await answered(tx, row)),
    question: question ?? undefined,
    assignee,
    routing,
    original: row.original,
    delivery,
    office: { timeZone: standard(now).timeZone, contactEmail },
    repliesAreRead: replies !== undefined,
  }
}

const [by, about, assignee] = [alias(staff, 'by'), alias(staff, 'about'), alias(staff, 'assignee')]
const { notification, address, subject, response } = deliveries

async function everythingAbout(tx: Tx, eventId: string) {
  const [row] = await tx
    .select({
      event: { type: events.type, at: events.at, actor: events.actor, details: events.details },
      words: eventWords.words,
      theCase: cases,
      by: { id: by.id, name: by.name },
      about: { id: about.id, name: about.name },
      assignee: { id: assignee.id, name: assignee.name },
      wordingId: submissions.wordingId,
      answers: submissions.answers,
      jurisdictionName: jurisdictions.name,
      delivery: { notification, address, subject, response },
      question: sql<string | null>`(
        select asked_words.words ->> 'question' from events asked join event_words asked_words on asked_words.event_id = asked.id
        where asked.stream = ${cases.id} and asked.type = 'case.ask' order by asked.position desc limit 1)`,
      routing: sql<Facts['routing']>`(
        select decision from ${routingDecisions} where case_id = ${cases.id} order by sequence desc limit 1)`,
      // Somebody else's reference is nothing that we tell.
      original: sql<string | null>`(
        select original.reference from cases original
        where original.id = ${cases.duplicateOf} and lower(original.contact_email) = lower(${cases.contactEmail}))`,
    })
    .from(events)
    .innerJoin(cases, eq(cases.id, events.stream))
    .innerJoin(submissions, eq(submissions.caseId, cases.id))
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .leftJoin(jurisdictions, eq(jurisdictions.id, cases.jurisdiction))
    // As text: a system's actor has an id too, and that is no person's.
    .leftJoin(by, sql`${events.actor} ->> 'kind' = 'staff' and ${by.id}::text = ${events.actor} ->> 'id'`)
    .leftJoin(about, sql`${about.id}::text = ${events.details} ->> 'staffId'`)
    .leftJoin(assignee, eq(assignee.id, cases.assigneeId))
    .leftJoin(deliveries, sql`${deliveries.id} = (${events.details} ->> 'deliveryId')::uuid`)
    .where(eq(events.id, sql.placeholder('eventId')))
    .prepare('everything_about_an_event')
    .execute({ eventId })
  return row
}

async function answered(
  tx: Tx,
  { theCase, answers, wordingId, jurisdictionName }: NonNullable<Awaited<ReturnType<typeof everythingAbout>>>,
): Promise<Pick<Facts, 'document' | 'pointOfContactEmail'>> {
  if (!answers) return { document: null, pointOfContactEmail: null }
  const nameOf = (id: string) => (id === theCase.jurisdiction ? (jurisdictionName ?? id) : id)
  const pointOfContact = answers['pointOfContactEmail']
  const isAnother =
    typeof pointOfContact === 'string' && pointOfContact.toLowerCase() !== theCase.contactEmail.toLowerCase()
  return {
    document: documentOf(await storedWording(tx, wordingId), answers, { jurisdictionName: nameOf }),
    pointOfContactEmail: isAnother ? pointOfContact : null,
  }
}

// An event that sets no date says null; one that does not speak of dates leaves the case's own.
function dueAt(inDetails: unknown, ofCase: Date | null): Date | null {
  if (inDetails === undefined) return ofCase
  return typeof inDetails === 'string' ? new Date(inDetails) : null
}
