// What happened on a case, told for people.
import type { auditTrail } from '../case-view.ts'

const SAID: Readonly<Record<string, string>> = {
  'submission.received': 'Received',
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
  'case.reopen': 'Reopened',
  'case.no-conflict-declared': 'Declared no conflict of interest',
  'case.recused': 'A reviewer stepped back',
  'case.due-soon': 'Due soon',
  'case.overdue': 'Overdue',
  'case.escalated': 'Escalated to the leads',
  'case.delayed': 'Applicant told of a delay',
  'case.hold-reminded': 'Applicant reminded',
  'note.added': 'Note',
  'delivery.refused': 'An email was refused',
  'delivery.uncertain': 'An email may not have arrived',
  'personal-data.erased': 'Personal data erased',
}

const SYSTEM: Readonly<Record<string, string>> = {
  router: 'Routing rules',
  clock: 'The clock',
  mail: 'Mail',
  operator: 'An operator',
}

export interface TimelineEntry {
  at: string
  title: string
  who: string
  details: string
  /** What a person wrote with it. */
  words: string[]
  isNote: boolean
}

type AuditEntry = Awaited<ReturnType<typeof auditTrail>>[number]

/** The audit trail as a timeline; people are named by `names`, keyed by staff id. */
export const timeline = (
  entries: readonly AuditEntry[],
  names: ReadonlyMap<string, string>,
): TimelineEntry[] =>
  entries.map(({ at, type, actor, details, words }) => ({
    at,
    title: SAID[type] ?? type,
    who: whoOf(actor, names),
    details: detailsOf(details, names),
    words: Object.values(words ?? {}),
    isNote: type === 'note.added',
  }))

function whoOf(actor: AuditEntry['actor'], names: ReadonlyMap<string, string>): string {
  if (actor.kind === 'applicant') return 'Applicant'
  if (actor.kind === 'staff') return names.get(actor.id) ?? 'Somebody who has left'
  return SYSTEM[actor.id] ?? 'The service'
}

const CODES = ['outcome', 'recommendation', 'reasonCode', 'deferredTo', 'original'] as const

function detailsOf(details: Record<string, unknown>, names: ReadonlyMap<string, string>): string {
  const { assigneeId } = details
  const to = typeof assigneeId === 'string' ? [`to ${names.get(assigneeId) ?? 'somebody who has left'}`] : []
  const codes = CODES.map(code => details[code]).filter(value => typeof value === 'string')
  return [...to, ...codes.map(code => code.replaceAll('-', ' '))].join(', ')
}
