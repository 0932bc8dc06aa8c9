// What happened on a case, told for people.
import type { auditTrail } from '../case-view.ts'

const SAID: Readonly<Record<string, string>> = {
  'submission.received': 'Received',
  'quarantine.lifted': 'Released from quarantine: no spam',
  'case.assigned': 'Assigned',
  'case.unroutable': 'Left in the triage queue: no rule led to anybody',
  'case.start-review': 'Review started',
  'case.ask': 'Applicant asked',
  'case.answer': 'Applicant answered',
  'case.recommend': 'Recommended',
  'case.return': 'Returned to the reviewer',
  'case.decided': 'Decided',
  'case.resume': 'Taken up again',
  'case.admit': 'Admitted as observer',
  'case.end': 'Observer status ended',
  'case.start-support': 'Support started',
  'case.deliver': 'Support delivered',
  'case.withdraw': 'Withdrawn',
  'case.lapse': 'Lapsed: no answer came',
  'case.mark-duplicate': 'Closed as duplicate',
  'case.mark-spam': 'Closed as spam',
  'case.unmerge': 'Taken out again: no duplicate',
  'case.duplicate-joined': 'A duplicate was merged into it',
  'case.duplicate-left': 'A duplicate was taken out again',
  'message.sent': 'Message to the applicant',
  'message.received': 'Message from the applicant',
  'contact.corrected': 'Applicant corrected their contact details',
  'contact.address-given': 'Applicant gave a new address, not confirmed yet',
  'contact.address-changed': 'Applicant confirmed their new address',
  'applicant.link-asked': 'A link to the applicant’s page was asked for',
  'applicant.links-stopped': 'Links to the applicant’s page stopped',
  'applicant.another-look-asked': 'Applicant asked for another look',
  'applicant.feedback-given': 'Feedback from the applicant',
  'applicant.erasure-asked': 'Applicant wants their data erased, not confirmed yet',
  'applicant.erasure-confirmed': 'Applicant confirmed that their data is to be erased',
  'applicant.request-refused': 'What the applicant asked for was refused',
  'case.reopen': 'Reopened',
  'case.no-conflict-declared': 'Declared no conflict of interest',
  'case.reviewer-asked': 'Asked for a recommendation',
  'case.take-back': 'Question taken back',
  'case.released': 'Taken from its assignee',
  'case.tagged': 'Tagged',
  'case.untagged': 'Tag taken off',
  'case.recused': 'A reviewer stepped back',
  'case.due-soon': 'Due soon',
  'case.overdue': 'Overdue',
  'case.escalated': 'Escalated to the leads',
  'case.delayed': 'Applicant told of a delay',
  'case.hold-reminded': 'Applicant reminded',
  'note.added': 'Note',
  'note.people-mentioned': 'Told of the note',
  'delivery.refused': 'An email was refused',
  'delivery.uncertain': 'An email may not have arrived',
  'document.infected': 'A virus was found in a file',
  'personal-data.erased': 'Personal data erased',
}

const WORD_LABELS: Readonly<Record<string, string>> = {
  reason: 'Reason',
  wouldChange: 'What would change it',
  anotherLook: 'How to ask for another look',
  handOver: 'For whoever takes it over',
  message: 'Message',
  answer: 'Answer',
  refusedFiles: 'Files that were not taken',
  name: 'Name',
  phone: 'Telephone',
  email: 'Email',
  emailBefore: 'Before',
}

const SYSTEM: Readonly<Record<string, string>> = {
  router: 'Routing rules',
  clock: 'The clock',
  mail: 'Mail',
  scanner: 'Virus scanner',
  operator: 'An operator',
}

export interface TimelineEntry {
  position: number
  at: string
  title: string
  who: string
  details: string
  /** What a person wrote with it. */
  words: { label: string; text: string }[]
  isNote: boolean
  /** Whether the applicant was written to. */
  toApplicant: boolean
  /** Of the merged case on which it happened; empty for the case itself. */
  on: string
}

/** More than any case has; what came after would be missing on the page. */
export const MOST_EVENTS = 1000

type AuditEntry = Awaited<ReturnType<typeof auditTrail>>[number]

// Beside whom it says what a person wrote: who reads it first is the applicant.
const TO_APPLICANT = new Set([
  'case.ask',
  'case.decided',
  'message.sent',
  'case.delayed',
  'applicant.request-refused',
])

/** The audit trail as a timeline; people are named by `names`, keyed by staff id. */
export const timeline = (
  entries: readonly AuditEntry[],
  names: ReadonlyMap<string, string>,
  on = '',
): TimelineEntry[] =>
  entries.map(({ position, at, type, actor, details, words }) => ({
    position,
    at,
    title: SAID[type] ?? type,
    who: whoOf(actor, names),
    details: detailsOf(type, details, names),
    words: wordsOf(words ?? {}),
    isNote: type === 'note.added',
    toApplicant: TO_APPLICANT.has(type),
    on,
  }))

// One text speaks for itself; of several it is said which is which.
function wordsOf(words: Readonly<Record<string, string>>): TimelineEntry['words'] {
  const entries = Object.entries(words)
  const isAlone = entries.length < 2
  return Object.keys(WORD_LABELS)
    .filter(name => words[name] !== undefined)
    .concat(entries.map(([name]) => name).filter(name => WORD_LABELS[name] === undefined))
    .map(name => ({ label: isAlone ? '' : (WORD_LABELS[name] ?? ''), text: words[name] ?? '' }))
}

function whoOf(actor: AuditEntry['actor'], names: ReadonlyMap<string, string>): string {
  if (actor.kind === 'applicant') return 'Applicant'
  if (actor.kind === 'staff') return names.get(actor.id) ?? 'Somebody who has left'
  return SYSTEM[actor.id] ?? 'The service'
}

// What the event names is somebody else than who did it.
const ASKED = new Set(['case.reviewer-asked'])
const nameIn = (names: ReadonlyMap<string, string>, id: string) => names.get(id) ?? 'somebody who has left'

const CODES = [
  'outcome',
  'recommendation',
  'reasonCode',
  'deferredTo',
  'original',
  'duplicate',
  'request',
  'way',
] as const

function detailsOf(
  type: string,
  details: Record<string, unknown>,
  names: ReadonlyMap<string, string>,
): string {
  const { assigneeId, mentions, staffId, rating } = details
  const told = Array.isArray(mentions)
    ? [mentions.map(id => names.get(String(id)) ?? 'somebody who has left').join(', ')]
    : []
  const to = typeof assigneeId === 'string' ? [`to ${names.get(assigneeId) ?? 'somebody who has left'}`] : []
  const codes = CODES.map(code => details[code]).filter(value => typeof value === 'string')
  const asked = typeof staffId === 'string' && ASKED.has(type) ? [nameIn(names, staffId)] : []
  const rated = typeof rating === 'number' ? [`${rating} of 5`] : []
  const held = Array.isArray(details['quarantine'])
    ? [`and held for a person: ${details['quarantine'].map(plainCode).join(', ')}`]
    : []
  return [...to, ...asked, ...told, ...rated, ...codes.map(plainCode), ...held].join(', ')
}

// A reference is no code: it keeps its dash.
const plainCode = (code: unknown): string => {
  const text = String(code)
  return /^[A-Z]{3}-/.test(text) || /^\d{4}-/.test(text) ? text : text.replaceAll('-', ' ')
}
