// Made-up facts in which an email can be looked at: a usual case, and every way in which one may differ. Pure.
import { dueAfterHolds, DEFAULT_SERVICE_STANDARD } from '../../cases/service-standard.ts'
import { addWorkingDays } from '../../cases/working-days.ts'
import { documentOf } from '../../forms/document.ts'
import { example as observerExample } from '../../forms/observer-interest/example.ts'
import { observerInterest } from '../../forms/observer-interest/form.ts'
import { example as supportExample } from '../../forms/support-request/example.ts'
import { supportRequest } from '../../forms/support-request/form.ts'
import { wordingOf } from '../../forms/wording.ts'
import type { Language } from '../../kernel/languages.ts'
import { PARTS } from '../../meetings/parts.ts'
import type { RoutingDecision } from '../../routing/decision.ts'
import type { Facts } from '../facts.ts'

const REVIEWER = { id: '11111111-1111-4111-8111-111111111111', name: 'Sofía Herrera' }
const LEAD = { id: '44444444-4444-4444-8444-444444444444', name: 'Kofi Mensah' }
const RECEIVED = new Date('2026-11-23T09:30:00.000Z')
const HAPPENED = new Date('2026-11-24T10:00:00.000Z')
const STANDARD = DEFAULT_SERVICE_STANDARD
const DUE = dueAfterHolds({ start: RECEIVED, days: 10, holds: [], now: RECEIVED, standard: STANDARD }).dueAt

const MEETING = {
  meeting: 'Access to justice: the second year',
  place: 'Palais des Nations, Geneva',
  link: 'https://meet.example.org/coalition',
  agenda: '…',
  meetingBefore: 'Access to justice',
  placeBefore: 'Online',
}

type Change = (facts: Facts) => Facts
const details =
  (changed: Record<string, unknown>): Change =>
  facts => ({
    ...facts,
    event: { ...facts.event, details: { ...facts.event.details, ...changed } },
  })

// Each is one thing that an email may depend on. Whatever else the rule is, it then shows in one of them or in two at once.
const WAYS: readonly Change[] = [
  facts => ({ ...facts, ...ofForm('support', facts.theCase.language) }),
  ...['decline', 'redirect', 'defer'].map(outcome => details({ outcome, recommendation: outcome })),
  facts => ({ ...facts, assignee: null }),
  facts => ({ ...facts, original: null }),
  facts => ({ ...facts, event: { ...facts.event, by: null, actor: { kind: 'system', id: 'router' } } }),
  facts => ({ ...facts, event: { ...facts.event, by: null, actor: { kind: 'applicant' } } }),
  facts => ({ ...facts, event: { ...facts.event, about: null } }),
  details({ suppressed: false }),
  details({ request: 'erasure' }),
  details({ missed: 'first-look' }),
  details({ because: 'not-looked-at' }),
  details({ from: 'spam' }),
  details({ quarantine: ['disposable-address'] }),
  facts => ({ ...facts, routing: LEFT }),
  facts => ({ ...facts, event: { ...facts.event, words: { ...facts.event.words, reason: undefined } } }),
  facts => ({
    ...facts,
    event: { ...facts.event, words: { ...facts.event.words, refusedFiles: 'minutes.exe' } },
  }),
]

/** The usual case first, then those that differ from it in one way, then in two. */
export function circumstances(type: string, language: Language): Facts[] {
  const usual = usualFacts(type, language)
  const pairs = WAYS.flatMap((one, at) => WAYS.slice(at + 1).map(other => other(one(usual))))
  return [usual, ...WAYS.map(way => way(usual)), ...pairs]
}

function usualFacts(type: string, language: Language): Facts {
  return {
    ...ofForm('observer', language),
    event: {
      type,
      at: HAPPENED,
      actor: { kind: 'staff', id: LEAD.id },
      by: LEAD,
      about: REVIEWER,
      details: {
        from: 'in-review',
        to: 'accepted',
        outcome: 'accept',
        recommendation: 'accept',
        reasonCode: 'meets-criteria',
        deferredTo: '2027-02-01',
        newDueAt: addWorkingDays(DUE ?? RECEIVED, 2, STANDARD).toISOString(),
        assigneeId: REVIEWER.id,
        suppressed: true,
        way: 'email',
        startsAt: '2026-12-10T13:00:00.000Z',
        endsAt: '2026-12-10T15:00:00.000Z',
        timeZone: STANDARD.timeZone,
        contactTimeZone: 'Africa/Freetown',
        changed: PARTS,
        before: {
          startsAt: '2026-12-09T13:00:00.000Z',
          endsAt: '2026-12-09T15:00:00.000Z',
          timeZone: STANDARD.timeZone,
        },
      },
      words: {
        ...Object.fromEntries(
          ['question', 'answer', 'reason', 'wouldChange', 'anotherLook', 'why'].map(word => [word, '…']),
        ),
        ...MEETING,
      },
      dueAt: DUE,
    },
    pointOfContactEmail: 'point.of.contact@government.example.org',
    question: '…',
    assignee: REVIEWER,
    routing: ROUTED,
    original: 'OBS-1A2B3',
    delivery: {
      notification: 'receipt',
      address: 'applicant@example.org',
      subject: '…',
      response: '550 5.1.1 no such mailbox',
    },
    office: { timeZone: STANDARD.timeZone, contactEmail: 'justice@example.org' },
    repliesAreRead: false,
  }
}

function ofForm(
  kind: 'observer' | 'support',
  language: Language,
): Pick<Facts, 'theCase' | 'promised' | 'document'> {
  const [form, answers] =
    kind === 'observer'
      ? ([observerInterest, observerExample] as const)
      : ([supportRequest, supportExample] as const)
  return {
    theCase: {
      id: '22222222-2222-4222-8222-222222222222',
      reference: kind === 'observer' ? 'OBS-7K2M4' : 'SUP-9TQ4C',
      form: form.name,
      kind,
      state: 'awaiting-applicant',
      receivedAt: RECEIVED,
      dueAt: DUE,
      language,
      organisation: kind === 'observer' ? 'Freetown Legal Aid Network' : 'Judiciary of Kenya',
      contactName: 'Mohamed Kamara',
      contactEmail: 'applicant@example.org',
      country: kind === 'observer' ? 'SL' : 'KE',
    } as Facts['theCase'],
    promised: {
      firstLook: addWorkingDays(RECEIVED, STANDARD.firstLookDays, STANDARD),
      decision: addWorkingDays(RECEIVED, STANDARD.decisionDays[kind], STANDARD),
    },
    document: documentOf(wordingOf(form, language), { ...answers }),
  }
}

const ROUTED: RoutingDecision = {
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
  assignee: { staffId: REVIEWER.id, name: REVIEWER.name },
  chosenBy: 'only-one',
  candidates: [
    {
      staffId: REVIEWER.id,
      name: REVIEWER.name,
      teamId: 'africa-middle-east',
      open: 2,
      capacity: 10,
      ratio: 0.2,
    },
  ],
  rulesTried: [],
}

const LEFT: RoutingDecision = {
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
