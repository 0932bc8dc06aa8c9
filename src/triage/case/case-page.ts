// The context of a case's page: everything on one page, and the next steps that this person may take.
import type { Db } from '../../kernel/database.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { StandardAt } from '../../cases/standards.ts'
import type { CaseRow } from '../../cases/steps.ts'
import type { Form } from '../../forms/define-form.ts'
import { isNested, type Document, type Row } from '../../forms/document.ts'
import type { CachedReference } from '../../roster/cached-reference.ts'
import { countryName } from '../../roster/names.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { activePeople, staffNames } from '../../staff/people.ts'
import { may } from '../../staff/roles.ts'
import type { Attempt } from './attempt-step.ts'
import { auditTrail, caseView } from '../case-view.ts'
import { moveLabel, stateLabel, stateTone } from '../state-words.ts'
import { stepForms, type Field, type StepForm } from './step-forms.ts'
import { timeline } from './timeline.ts'

export interface CasePageDeps {
  db: Db
  clock: Clock
  forms: readonly Form[]
  reference: CachedReference
  standard: StandardAt
}

const MOST_EVENTS = 500

export async function casePage(deps: CasePageDeps, me: SignedIn, theCase: CaseRow, attempt?: Attempt) {
  const { db, clock, reference, standard } = deps
  const now = clock.now()
  const names = await staffNames(db)
  const view = await caseView({ db, reference, standard, now, language: 'en', roles: me.roles }, theCase)
  const members = await reference.current()
  const member = theCase.jurisdiction === null ? undefined : members.jurisdiction(theCase.jurisdiction)
  return {
    theCase: view,
    stateLabel: stateLabel(theCase.state),
    tone: stateTone(theCase.state),
    move: moveLabel(theCase.state, theCase.assigneeId !== null),
    late: theCase.dueAt !== null && theCase.dueAt < now,
    assignee: nameOf(theCase.assigneeId, names),
    place:
      member?.name ?? (theCase.country === null ? 'No single country' : countryName(theCase.country, 'en')),
    sections: sectionsOf(view.document),
    timeline: timeline(await auditTrail(db, theCase.id, { after: 0, limit: MOST_EVENTS }), names),
    steps: [...stepForms(theCase.state, theCase.kind, me.roles), ...(await standing(deps, me, theCase))].map(
      step => filled(step, attempt),
    ),
    errors: (attempt?.errors ?? []).map(({ name, message }) => ({
      message,
      href: name === '' ? null : `#${attempt?.resource}-${name}`,
    })),
  }
}

const nameOf = (id: string | null, names: ReadonlyMap<string, string>): string =>
  id === null ? 'Nobody yet: the triage queue' : (names.get(id) ?? 'Somebody who has left')

// The steps that leave the state as it is.
async function standing({ db }: CasePageDeps, me: SignedIn, theCase: CaseRow): Promise<StepForm[]> {
  const why: Field = { name: 'why', label: 'Why', kind: 'long', optional: true }
  const people =
    may(me.roles, 'case.assign') && theCase.dueAt !== null ? await activePeople(db, 'reviewer') : []
  const options = people.map(({ staffId, name }) => ({ value: staffId, label: name }))
  return [
    ...(options.length > 0
      ? [
          {
            resource: 'assignment',
            title: theCase.assigneeId === null ? 'Assign' : 'Assign to somebody else',
            told: false,
            effect: 'The new assignee is told by email.',
            fields: [{ name: 'assigneeId', label: 'Reviewer', kind: 'choice' as const, options }, why],
          },
        ]
      : []),
    ...(may(me.roles, 'case.note')
      ? [
          {
            resource: 'notes',
            title: 'Add a note',
            told: false,
            effect: 'A note is never sent to an applicant.',
            fields: [{ name: 'note', label: 'Note', kind: 'long' as const }],
          },
        ]
      : []),
    ...(theCase.assigneeId === me.staffId
      ? [
          {
            resource: 'recusal',
            title: 'Step back: conflict of interest',
            told: false,
            effect: 'The case goes to somebody else, and you no longer see it.',
            fields: [{ name: 'reason', label: 'Reason', kind: 'long' as const }],
          },
        ]
      : []),
  ]
}

function filled(step: StepForm, attempt: Attempt | undefined) {
  const tried = attempt?.resource === step.resource ? attempt : undefined
  return {
    ...step,
    open: tried !== undefined,
    fields: step.fields.map(field => {
      const error = tried?.errors.find(({ name }) => name === field.name)?.message ?? null
      const id = `${step.resource}-${field.name}`
      return {
        ...field,
        hint: field.hint ?? '',
        optional: field.optional ?? false,
        type: field.kind === 'date' ? 'date' : 'text',
        value: tried?.values[field.name] ?? '',
        error,
        describedBy: [field.hint && `${id}-hint`, error && `${id}-wrong`].filter(Boolean).join(' '),
      }
    }),
  }
}

interface ShownRow {
  question: string
  answered: boolean
  kind: 'rows' | 'list' | 'text'
  rows?: ShownRow[]
  items?: readonly string[]
  text?: string
}

const sectionsOf = (document: Document | null) =>
  (document?.sections ?? []).map(({ title, rows }) => ({ title, rows: rows.map(shownRow) }))

function shownRow(row: Row): ShownRow {
  const { question, answered, answer } = row
  if (isNested(row)) return { question, answered, kind: 'rows', rows: row.answer.map(shownRow) }
  if (Array.isArray(answer)) return { question, answered, kind: 'list', items: answer as string[] }
  return { question, answered, kind: 'text', text: answer }
}
