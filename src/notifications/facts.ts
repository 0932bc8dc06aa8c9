// All that an email may know. Types only, so that notifications stay pure.
import type { Actor } from '../events/define-event.ts'
import type { cases } from '../cases/tables.ts'
import type { Document } from '../forms/document.ts'
import type { RoutingDecision } from '../routing/decision.ts'

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
  /** Whether an answer to this email is read. */
  repliesAreRead: boolean
}
