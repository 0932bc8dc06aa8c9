// Facts as `gather-facts.ts` would gather them, made from the real forms, for whatever event.
import { serviceStandard } from '../../src/cases/service-standard.ts'
import { addWorkingDays } from '../../src/cases/working-days.ts'
import { documentOf } from '../../src/forms/document.ts'
import { observerInterest } from '../../src/forms/observer-interest/form.ts'
import { supportRequest } from '../../src/forms/support-request/form.ts'
import { wordingOf } from '../../src/forms/wording.ts'
import type { Language } from '../../src/kernel/languages.ts'
import type { Notification } from '../../src/notifications/define-notification.ts'
import type { Facts } from '../../src/notifications/facts.ts'
import { namesIn } from '../../src/notifications/names-in.ts'
import { render, type Rendered } from '../../src/notifications/render.ts'
import { sayIn } from '../../src/notifications/say.ts'
import type { RoutingDecision } from '../../src/routing/decision.ts'
import * as applications from '../support/applications.ts'

const ASSIGNEE = { id: '11111111-1111-4111-8111-111111111111', name: 'Sofía Herrera' }
const STANDARD = serviceStandard.parse({ timeZone: 'Europe/Brussels' })
const RECEIVED = new Date('2026-11-23T09:30:00.000Z')

/** What every event may say, together: more than any of them does. */
const DETAILS = {
  from: 'in-review',
  to: 'accepted',
  outcome: 'accept',
  reasonCode: 'meets-criteria',
  deferredTo: '2027-02-01',
  dueAt: '2026-12-07T22:59:59.999Z',
  newDueAt: '2026-12-09T22:59:59.999Z',
  assigneeId: ASSIGNEE.id,
  recommendation: 'accept',
  suppressed: true,
  startsAt: '2026-12-10T13:00:00.000Z',
  endsAt: '2026-12-10T15:00:00.000Z',
  timeZone: 'Europe/Brussels',
  contactTimeZone: 'Africa/Freetown',
  changed: ['title', 'hours', 'place', 'link'],
  before: {
    startsAt: '2026-12-09T13:00:00.000Z',
    endsAt: '2026-12-09T14:00:00.000Z',
    timeZone: 'Europe/Brussels',
  },
}
const WORDS = {
  question: 'Which of your members takes part in the national forum?\n\nA link to its minutes is enough.',
  answer: 'The Legal Aid Network does; see the minutes of March.',
  reason: 'Your work on community paralegals is what the Coalition’s third theme needs.',
  wouldChange: 'A change of your organisation’s remit.',
  anotherLook: 'Write to us within 20 working days and say what we have overlooked.',
  why: 'You know the region.',
  meeting: 'Paralegals in the courts',
  meetingBefore: 'Paralegals',
  place: 'Palais des Nations, Geneva',
  link: 'https://meet.example.org/coalition',
  agenda: 'Welcome, then reports of the members.',
}

interface Changes {
  kind?: Facts['theCase']['kind']
  details?: Record<string, unknown>
  words?: Facts['event']['words']
  theCase?: Partial<Facts['theCase']>
  answers?: Record<string, unknown>
  facts?: Partial<Facts>
}

/** The facts of an event of this type, in one language. */
export function factsFor(type: string, language: Language, changes: Changes = {}): Facts {
  const kind = changes.kind ?? 'observer'
  const form = kind === 'observer' ? observerInterest : supportRequest
  const payload = kind === 'observer' ? applications.observerApplication() : applications.supportRequest()
  const answers = { ...payload, ...changes.answers }
  const theCase = {
    id: '22222222-2222-4222-8222-222222222222',
    reference: kind === 'observer' ? 'OBS-7K2M4' : 'SUP-9TQ4C',
    form: form.name,
    kind,
    state: 'awaiting-applicant',
    receivedAt: RECEIVED,
    dueAt: new Date(DETAILS.dueAt),
    language,
    organisation: 'Freetown Legal Aid Network',
    contactName: 'Mohamed Kamara',
    contactEmail: 'mohamed.kamara@legal-aid.example.org',
    country: 'SL',
    ...changes.theCase,
  } as Facts['theCase']
  return {
    event: {
      type,
      at: new Date('2026-11-24T10:00:00.000Z'),
      actor: { kind: 'staff', id: ASSIGNEE.id },
      by: type === 'case.assigned' ? null : ASSIGNEE,
      about: ASSIGNEE,
      details: { ...DETAILS, ...changes.details },
      words: changes.words ?? WORDS,
      dueAt: new Date(DETAILS.dueAt),
    },
    theCase,
    promised: {
      firstLook: addWorkingDays(RECEIVED, 2, STANDARD),
      decision: addWorkingDays(RECEIVED, STANDARD.decisionDays[kind], STANDARD),
    },
    document: documentOf(wordingOf(form, language), answers),
    pointOfContactEmail: 'ogp.poc@government.example.org',
    question: WORDS.question,
    assignee: ASSIGNEE,
    routing: type === 'case.unroutable' ? IN_TRIAGE : ASSIGNED,
    original: 'OBS-1A2B3',
    delivery: {
      notification: 'receipt',
      address: 'mohamed.kamara@legal-aid.example.org',
      subject: 'OBS-7K2M4 – We have received your observer application',
      response: '550 5.1.1 no such mailbox',
    },
    office: { timeZone: STANDARD.timeZone, contactEmail: 'justice@example.org' },
    repliesAreRead: false,
    ...changes.facts,
  }
}

/** The email as it would go out to the applicant's contact. */
export function emailOf(notification: Notification, language: Language, facts: Facts): Rendered {
  const { theCase, office } = facts
  return render({
    message: notification.text[language](facts, sayIn(language, facts)),
    audience: notification.audience,
    language,
    name: theCase.contactName,
    names: namesIn(facts),
    reference: theCase.reference,
    office,
    at: facts.event.at,
  })
}

const ASSIGNED: RoutingDecision = {
  version: 1,
  outcome: 'assigned',
  rule: { id: '33333333-3333-4333-8333-333333333333', name: 'Africa and the Middle East', position: 1 },
  matched: [
    {
      criterion: 'region',
      operator: 'is-any-of',
      values: ['africa-middle-east'],
      found: ['africa-middle-east'],
    },
  ],
  team: { id: 'africa-middle-east', name: 'Africa and the Middle East' },
  assignee: { staffId: ASSIGNEE.id, name: ASSIGNEE.name },
  chosenBy: 'lightest-load',
  candidates: [
    {
      staffId: ASSIGNEE.id,
      name: ASSIGNEE.name,
      teamId: 'africa-middle-east',
      open: 2,
      capacity: 10,
      ratio: 0.2,
    },
    {
      staffId: '44444444-4444-4444-8444-444444444444',
      name: 'Kofi Mensah',
      teamId: 'africa-middle-east',
      open: 5,
      capacity: 10,
      ratio: 0.5,
    },
  ],
  rulesTried: [],
}

const IN_TRIAGE: RoutingDecision = {
  version: 1,
  outcome: 'triage',
  rule: null,
  matched: [],
  team: null,
  assignee: null,
  chosenBy: null,
  candidates: [],
  rulesTried: [],
}
